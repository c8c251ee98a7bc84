#!/usr/bin/env python3
# test_changes.py: a change from the idea to the plan that it makes, by mouse and keyboard.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures for people to look at land in WAYMARK_UI_PICTURES."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from session import App, need_tools, wait_for

CLI = os.environ['WAYMARK_CLI']
SCHEMA = 'io.github.waymark.Waymark'
STATUS = ['identified', 'assessed', 'proposed', 'approved', 'rejected', 'superseded',
          'implementing', 'implemented', 'closed']


def set_scheme(name):
    subprocess.run(['gsettings', 'set', SCHEMA, 'color-scheme', name], check=True,
                   env=dict(os.environ, GSETTINGS_BACKEND='keyfile'))


class Changes(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='waymark-ui-'))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.plan = self.folder / 'sample.waymark'
        subprocess.run([CLI, 'new', self.plan, '--template', 'sample'], check=True,
                       stdout=subprocess.DEVNULL)

    def open(self, page='Changes'):
        app = App(self.plan)
        self.addCleanup(app.end)
        app.resize(1100, 700)
        app.settle()
        app.go_to(page)
        return app

    def in_proposal(self, app, main):
        """The window on the copy is the one that is handled from here on."""
        app.window = wait_for('the window of the proposal',
                              lambda: next((w for w in app.windows() if w != main), None))
        app.resize(1100, 700)
        app.focus()
        app.settle()

    def press(self, app, name, which=0):
        """A button, by its name; of several, the one at that place."""
        def find():
            found = [node for node in app.walk() if node.get_name() == name]
            buttons = [node for node in found if 'button' in node.get_role_name()]
            return (buttons or found)[which] if found else None
        x, y, width, height = app.extents(wait_for(f'the button “{name}”', find))
        app.click(x + width / 2, y + height / 2)
        app.settle()

    def durations(self, app):
        return app.query('SELECT id, duration FROM task ORDER BY id')

    def last(self, app):
        return app.query('SELECT title, status, changes, impact FROM change_request'
                         ' ORDER BY id DESC LIMIT 1')[0]

    def wait_status(self, app, status):
        wait_for(status, lambda: STATUS[self.last(app)[1]] == status)
        app.settle()

    def lengthen_a_task(self, app):
        """One that is not done yet, found and made longer by the keys."""
        app.key('slash')
        app.type('Laboratory tests')
        app.settle()
        app.key('Escape')
        app.settle()
        app.key('alt+plus', 'alt+plus')
        app.settle()

    def open_proposed(self, app):
        """The change of the sample that waits for one approval."""
        x, y, _, height = app.extents(app.wait('A second laboratory for CE and FCC'))
        app.click(x + 20, y + height / 2)
        app.key('ctrl+Return')
        app.wait('Approve: Jonas Weber, Sponsor')
        app.settle()

    def heard(self, node):
        """The names of all that a screen reader finds below @node, with or without a place."""
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child is not None:
                yield child.get_name()
                yield from self.heard(child)

    def test_propose(self):
        app = self.open()
        main = app.window
        before = self.durations(app)
        self.press(app, 'New change')
        app.type('Test for two more days')
        app.key('Return')
        wait_for('the request', lambda: self.last(app)[0] == 'Test for two more days')
        app.settle()
        app.picture('change-empty')

        self.press(app, 'Propose changes…', -1)  # the first is that of the list behind it
        self.in_proposal(app, main)
        self.lengthen_a_task(app)
        app.picture('change-proposal')
        self.assertEqual(self.durations(app), before, 'nothing there touches the plan')
        self.press(app, 'Keep in the request')
        wait_for('one window', lambda: app.windows() == [main])
        app.window = main
        changes = json.loads(self.last(app)[2])
        self.assertIn('duration', {edit.get('field') for edit in changes})
        impact = json.loads(self.last(app)[3])
        self.assertGreater(impact['finish']['shift'], 0)
        self.assertEqual(self.durations(app), before)
        app.wait('Impact')
        app.settle()
        app.picture('change-impact')

        self.press(app, 'Next: Assessed')  # why is not said yet: so it is asked
        self.assertEqual(STATUS[self.last(app)[1]], 'identified')
        app.type('The first were not enough')
        app.key('ctrl+Return')
        self.wait_status(app, 'assessed')
        app.key('ctrl+z', 'ctrl+z', 'ctrl+z')
        app.settle()
        self.assertEqual(self.last(app)[0], 'A second laboratory for CE and FCC')
        app.quit()

    def test_approve_and_implement(self):
        app = self.open()
        before = self.durations(app)
        self.assertIn('Group by', self.heard(app.accessible()))
        self.open_proposed(app)
        heard = set(self.heard(app.accessible()))
        self.assertIn('Approve: Jonas Weber, Sponsor', heard)
        self.assertNotIn('Group by', heard, 'the list behind it is not seen')
        self.press(app, 'Approved when all approve.')
        app.key('Down', 'Return')
        self.wait_status(app, 'approved')  # one has approved already
        app.key('ctrl+z')
        self.wait_status(app, 'proposed')
        self.press(app, 'Approve: Jonas Weber, Sponsor')
        self.wait_status(app, 'approved')
        self.press(app, 'Implement')
        self.wait_status(app, 'implemented')
        self.assertNotEqual(self.durations(app), before)
        app.picture('change-implemented')
        app.key('ctrl+z')
        self.wait_status(app, 'approved')
        self.assertEqual(self.durations(app), before, 'one step takes all of it back')
        app.quit()

    def test_recover(self):
        """Offers what would help; what is chosen becomes a request with its actions."""
        app = self.open()
        self.press(app, 'Recover a late milestone')
        app.key('Down', 'Return')
        wait_for('what could help', lambda: next((node for node in app.walk()
                                                  if node.get_role_name() == 'check box'
                                                  and 'earlier' in node.get_name()), None))
        app.settle()
        app.picture('change-recover')
        app.key('alt+p')
        self.assertIsNotNone(app.wait('Choose at least one.'))
        self.assertEqual(self.last(app)[0], 'A second laboratory for CE and FCC')
        app.key('space', 'alt+p')
        wait_for('the request', lambda: self.last(app)[0].startswith('Recover'))
        promised = 'SELECT count(*) FROM action WHERE promised > 0 AND source = ' \
                   '(SELECT max(id) FROM change_request)'
        self.assertEqual(app.query(promised), [(1,)])
        app.settle()
        app.key('ctrl+z')
        wait_for('no request', lambda: self.last(app)[0] == 'A second laboratory for CE and FCC')
        app.quit()

    def test_discard(self):
        """From the Timeline: what was tried is asked about, and leaves no trace."""
        app = self.open('Timeline')
        main = app.window
        n_requests = len(app.query('SELECT id FROM change_request'))
        app.click_on('Customer interviews', 'label')  # the keys of a page are for who is in it
        app.key('ctrl+alt+o')
        self.in_proposal(app, main)
        self.lengthen_a_task(app)
        self.press(app, 'Discard')
        app.wait('Discard what you tried?')
        app.key('Tab', 'Return')
        wait_for('one window', lambda: app.windows() == [main])
        app.window = main
        self.assertEqual(len(app.query('SELECT id FROM change_request')), n_requests)
        app.quit()

    def test_looks(self):
        for scheme in ('light', 'dark'):
            set_scheme(scheme)
            app = self.open()
            app.picture(f'changes-list-{scheme}')
            self.open_proposed(app)
            width, height = app.size()
            app.picture(f'change-{scheme}')
            self.assertLessEqual(width, 1100, 'it fits a small screen')
            app.end()


if __name__ == '__main__':
    need_tools()
    unittest.main(verbosity=2)
