#!/usr/bin/env python3
# test_documents.py: the documents of milestones and initiatives, by mouse and keyboard.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures for people to look at land in WAYMARK_UI_PICTURES."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

from session import App, need_tools

CLI = os.environ['WAYMARK_CLI']
SCHEMA = 'io.github.waymark.Waymark'


def set_scheme(name):
    subprocess.run(['gsettings', 'set', SCHEMA, 'color-scheme', name], check=True,
                   env=dict(os.environ, GSETTINGS_BACKEND='keyfile'))


class Documents(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='waymark-ui-'))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.plan = self.folder / 'sample.waymark'
        subprocess.run([CLI, 'new', self.plan, '--template', 'sample'], check=True,
                       stdout=subprocess.DEVNULL)

    def open(self, page, size=(1100, 700), **environment):
        app = App(self.plan, **environment)
        self.addCleanup(app.end)
        app.resize(*size)
        time.sleep(1.5)
        app.click_on(page, 'label')
        time.sleep(0.8)
        return app

    def open_document(self, app, title):
        """Double click on the row of a list."""
        x, y, width, height = app.extents(app.wait(title, 'label'))
        for _ in range(2):
            app.click(x + 20, y + height / 2)
        time.sleep(1.2)

    def labels(self, app):
        return [node.get_name() for node in app.walk() if node.get_role_name() == 'label']

    def test_initiative(self):
        """Its milestones on one line, its fields in place, a check-in that begins with the news."""
        for scheme, size in (('light', (1100, 700)), ('dark', (1600, 1000))):
            set_scheme(scheme)
            with self.open('Initiatives', size) as app:
                self.open_document(app, 'A device that people trust')
                app.wait('‹ Initiatives')
                app.picture(f'initiative-{scheme}')
        set_scheme('follow')


if __name__ == '__main__':
    need_tools()
    unittest.main(verbosity=2)
