#!/usr/bin/env python3
# test_layout.py: what is exported as MS Project XML has the layout that MS Project reads.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds mspdi-layout.txt against files that MS Project wrote, and exports against it.

Takes the program from the environment variable WAYMARK_CLI."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

CLI = os.environ['WAYMARK_CLI']
HERE = pathlib.Path(__file__).parent
SHARED = pathlib.Path(os.environ.get('WAYMARK_SHARED_DATA', '')) / 'mspdi'
NAMESPACE = '{http://schemas.microsoft.com/project}'

# Of what MS Project itself wrote, and what a description of 2007 does not know.
WRITTEN_BY_MS_PROJECT = ['02', '05', '06', '10', '12', '17', '19', '21', '23']
NEWER = re.compile(r'Task/\w*(Board|Sprint)\w*')

FORMS = {
    'flag': r'[01]',
    'date': r'(19|20|21|22)\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d',
    'clock': r'[0-2]\d:[0-5]\d:[0-5]\d',
    'span': r'PT\d+H\d+M\d+S',
    'int': r'-?\d+',
    'count': r'\d+',
    'real': r'-?\d+(\.\d+)?',
    'unit': r'(3|4|5|6|7|8|9|10|11|12|19|20|21|35|36|37|38|39|40|41|42|43|44|51|52|53)',
}


def read_layout():
    """Parent → [(child, marks, what it holds)]"""
    layout, parent = {}, None
    for line in (HERE / 'mspdi-layout.txt').read_text(encoding='utf-8').splitlines():
        if line.startswith('['):
            parent = layout.setdefault(line.strip('[]'), [])
        elif line and not line.startswith('#'):
            for word in line.split():
                name, _, holds = word.partition(':')
                parent.append((name.rstrip('!*~'), name.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ'
                               'abcdefghijklmnopqrstuvwxyz'), holds))
    return layout


LAYOUT = read_layout()


def fits(text, holds):
    """Is this text what such an element may hold?"""
    if '..' in holds:
        low, high = map(int, holds.split('..'))
        return re.fullmatch(r'\d+', text) is not None and low <= int(text) <= high
    return not holds or re.fullmatch(FORMS[holds], text) is not None


def check(element, path, problems):
    """Compares the children of an element with the layout, and theirs."""
    known = LAYOUT[element.tag.replace(NAMESPACE, '')]
    places = {name: place for place, (name, _, _) in enumerate(known)}
    last, seen = -1, set()
    for child in element:
        name = child.tag.replace(NAMESPACE, '')
        where = f'{path}/{name}'
        if name not in places:
            problems.append(f'{where}: not known')
            continue
        _, marks, holds = known[places[name]]
        if name in seen and '*' not in marks:
            problems.append(f'{where}: is there twice')
        if '~' not in marks:
            if places[name] < last:
                problems.append(f'{where}: stands after {known[last][0]}')
            last = max(last, places[name])
        seen.add(name)
        if holds == '<>':
            check(child, name, problems)
        elif holds != 'tree':
            text = child.text or ''
            if len(child) > 0:
                problems.append(f'{where}: has children')
            elif not fits(text.strip(), holds):
                problems.append(f'{where}: “{text}” is no {holds}')
    for name, marks, _ in known:
        if '!' in marks and name not in seen:
            problems.append(f'{path}: no {name}')


def problems_of(path):
    """What is wrong with a file, each thing once."""
    root = ElementTree.parse(path).getroot()
    problems = []
    if root.tag != NAMESPACE + 'Project':
        return [f'starts with {root.tag}']
    check(root, 'Project', problems)
    return sorted(set(problems))


def run(*arguments):
    """Runs the program; it has to succeed."""
    subprocess.run([CLI, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True,
                   check=True, timeout=120)


class Layout(unittest.TestCase):
    """The layout, and what is exported."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def exported(self, source=None):
        """The problems of a plan made from a file, or of the sample, when it is exported."""
        plan, out = self.folder / 'p.waymark', self.folder / 'out.xml'
        plan.unlink(missing_ok=True)
        out.unlink(missing_ok=True)
        run('new', plan, *([] if source else ['--template', 'sample']))
        if source:
            run('import', plan, source, '--format', 'mspdi')
        run('export', plan, out)
        return problems_of(out)

    def test_ms_project(self):
        """The layout is what MS Project writes."""
        if not SHARED.is_dir():
            self.skipTest('the shared files are not here')
        for prefix in WRITTEN_BY_MS_PROJECT:
            for path in SHARED.glob(f'{prefix}_*.xml'):
                with self.subTest(path.name):
                    self.assertEqual([p for p in problems_of(path) if not NEWER.match(p)], [])

    def test_sample(self):
        """A plan that was made here."""
        self.assertEqual(self.exported(), [])

    def test_fixtures(self):
        """Plans with a bit of everything; elements that nobody knows come last, as they came."""
        for path in sorted((HERE / 'fixtures').glob('*.xml')):
            with self.subTest(path.name):
                found = [p for p in self.exported(path)
                         if not re.fullmatch(r'\w+/(FutureSwitch|SprintGoal): not known', p)]
                self.assertEqual(found, [])

    def test_shared(self):
        """Plans that others made, after the way in and out."""
        if not SHARED.is_dir():
            self.skipTest('the shared files are not here')
        for path in sorted(SHARED.glob('*.xml')):
            with self.subTest(path.name):
                own = {p for p in problems_of(path) if p.endswith('not known')}
                found = [p for p in self.exported(path) if p not in own]
                self.assertEqual(found, [])

    def test_it_finds(self):
        """The check itself."""
        path = self.folder / 'wrong.xml'
        for part, message in [
                ('<ID>1</ID><UID>1</UID><IsNull>0</IsNull>', 'Task/UID: stands after ID'),
                ('<UID>1</UID><ID>1</ID><IsNull>2</IsNull>', 'Task/IsNull: “2” is no flag'),
                ('<UID>1</UID><UID>1</UID><ID>1</ID><IsNull>0</IsNull>', 'Task/UID: is there twice'),
                ('<UID>1</UID><IsNull>0</IsNull>', 'Task: no ID'),
                ('<UID>1</UID><ID>1</ID><IsNull>0</IsNull><Priority>1001</Priority>',
                 'Task/Priority: “1001” is no 0..1000')]:
            path.write_text('<Project xmlns="http://schemas.microsoft.com/project"><Calendars/><Tasks>'
                            f'<Task>{part}</Task></Tasks><Resources/><Assignments/></Project>',
                            encoding='utf-8')
            with self.subTest(part):
                self.assertEqual(problems_of(path), [message])


if __name__ == '__main__':
    unittest.main()
