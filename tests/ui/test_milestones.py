#!/usr/bin/env python3
# test_milestones.py: the Milestones page of the real window, by mouse and keyboard.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures for people to look at land in WAYMARK_UI_PICTURES."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

from session import App, need_tools, wait_for

CLI = os.environ['WAYMARK_CLI']
SCHEMA = 'io.github.waymark.Waymark'


def set_scheme(name):
    subprocess.run(['gsettings', 'set', SCHEMA, 'color-scheme', name], check=True,
                   env=dict(os.environ, GSETTINGS_BACKEND='keyfile'))


class Milestones(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='waymark-ui-'))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.plan = self.folder / 'sample.waymark'

    def make(self, *template):
        subprocess.run([CLI, 'new', self.plan, *template], check=True, stdout=subprocess.DEVNULL)

    def open(self, size=(1100, 700), **environment):
        app = App(self.plan, **environment)
        self.addCleanup(app.end)
        app.resize(*size)
        time.sleep(1.5)
        app.click_on('Milestones', 'label')
        time.sleep(0.8)
        return app

    def labels(self, app):
        return [node.get_name() for node in app.walk() if node.get_role_name() == 'label']

    def test_trend(self):
        """Words for where the forecasts went, and the same for those who do not see the chart."""
        self.make('--template', 'sample')
        for scheme, size in (('light', (1100, 700)), ('dark', (1600, 1000))):
            set_scheme(scheme)
            with self.open(size) as app:
                app.click_on('Trend')
                time.sleep(1)
                said = [text for text in self.labels(app) if text.startswith('Since')]
                self.assertTrue(any('working days later' in text for text in said), said)
                self.assertTrue(any('2 working days earlier, in 2 changes' in text
                                    for text in self.labels(app)))
                self.assertTrue(any(node.get_role_name() in ('image', 'img')
                                    and 'Design validated: ' in node.get_name()
                                    for node in app.walk()))
                app.picture(f'milestones-trend-{scheme}')
        set_scheme('follow')

    def test_trend_without_history(self):
        self.make()
        with self.open() as app:
            app.click_on('Trend')
            time.sleep(0.5)
            self.assertIn('No milestones yet', self.labels(app))
            app.picture('milestones-trend-empty')


if __name__ == '__main__':
    need_tools()
    unittest.main(verbosity=2)
