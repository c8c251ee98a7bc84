"""Tables of a register as other programs see them: no cell of CSV or XLSX is a formula.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import csv
import os
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

CLI = os.environ["WAYMARK_CLI"]
ARMED = ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "'=2"]
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Register(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.plan = self.path("plan.waymark")
        self.run_cli("new", self.plan)
        with open(self.path("risks.csv"), "w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file, delimiter=";")
            rows.writerow(["Title", "Mitigation done"])
            rows.writerows([title, "40"] for title in ARMED)
        self.run_cli("import", self.plan, self.path("risks.csv"))

    def path(self, name):
        return os.path.join(self.folder, name)

    def run_cli(self, *arguments, status=0):
        done = subprocess.run([CLI, *arguments], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stdout + done.stderr

    def test_csv(self):
        self.run_cli("export", self.plan, self.path("out.csv"), "--register", "risks")
        with open(self.path("out.csv"), newline="", encoding="utf-8-sig") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual([row["Id"] for row in rows], [f"R-{n}" for n in range(1, 7)])
        self.assertEqual([row["Mitigation done"] for row in rows], ["40"] * 6)
        for row in rows:
            for cell in row.values():
                self.assertFalse(cell.startswith(("=", "+", "-", "@", "\t", "\r")), cell)
        told = self.run_cli("import", self.plan, self.path("out.csv"), "--register", "risk")
        self.assertIn("6  unchanged", told)
        self.assertNotIn("Left out", told)

    def test_column_without_field_is_told(self):
        with open(self.path("more.csv"), "w", encoding="utf-8") as file:
            file.write("Title,Shoe size\nFlood,42\n")
        told = self.run_cli("import", self.plan, self.path("more.csv"), "--register", "risks")
        self.assertIn("1  new", told)
        self.assertIn("Shoe size", told[told.index("Left out"):])

    def test_xlsx(self):
        self.run_cli("export", self.plan, self.path("risks.xlsx"))
        with zipfile.ZipFile(self.path("risks.xlsx")) as book:
            sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        self.assertEqual(list(sheet.iter(SHEET + "f")), [])
        texts = [text.text for text in sheet.iter(SHEET + "t")]
        for title in ["=1+1", "@SUM(A1)", "=2"]:
            self.assertIn(title, texts)
        numbers = [value.text for value in sheet.iter(SHEET + "v")]
        self.assertGreaterEqual(numbers.count("0.4"), 6)

    def test_register_is_told(self):
        self.assertIn("--register", self.run_cli("export", self.plan, self.path("x.csv"), status=3))
        self.run_cli("export", self.plan, self.path("x.csv"), "--register", "nothing", status=2)


if __name__ == "__main__":
    unittest.main()
