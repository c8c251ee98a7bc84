#!/usr/bin/env python3
# test_documents.py: the documents of milestones and initiatives, by mouse and keyboard.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures for people to look at land in WAYMARK_UI_PICTURES."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from session import App, need_tools, wait_for, xdotool

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
        app.settle()
        app.go_to(page)
        return app

    def open_document(self, app, title):
        """By the key that opens the selected row of a list."""
        app.settle()
        app.click_on(title, 'label')
        app.settle()
        app.key('ctrl+Return')
        app.settle()

    def click_line(self, app, heading):
        """The value of a labelled line."""
        found = [node for node in app.walk()
                 if (node.get_name() or '').startswith(heading + ': ')]
        x, y, width, height = app.extents(found[-1])  # the first may be a card at the top
        app.click(x + 20, y + height / 2)
        app.settle()

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

    def test_own_template(self):
        """A milestone is kept as a template, which is offered when another one is made."""
        folder = pathlib.Path(os.environ['XDG_DATA_HOME']) / 'waymark' / 'milestone-templates'
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        with self.open('Milestones') as app:
            self.open_document(app, 'Design validated')
            app.click_on('File', 'label')
            app.settle()
            app.key('Up', 'Return')  # the last of the menu
            app.wait('Name of the template', 'text')
            app.key('ctrl+a', 'BackSpace', 'Return')
            app.wait('Give the template a name.')
            app.type('Validation')
            app.picture('template')
            app.key('Return')
            wait_for('the template', lambda: [path.stem for path in folder.glob('*.md')]
                     == ['Validation'])
            app.settle()
            app.key('ctrl+3')
            app.click_on('New milestone', 'label')
            app.wait('Make milestone')
            app.type('Second series validated')
            app.key('alt+b', 'space')
            app.settle()
            app.key(*['Down'] * 5, 'Return')  # below nothing and the four that there always are
            app.wait('Own template “Validation”')
            app.picture('template-chosen')
            app.key('alt+m')
            made = 'SELECT id FROM milestone WHERE title = ?'
            wait_for('the milestone', lambda: app.query(made, 'Second series validated'))
            gates = 'SELECT title FROM checklist_item WHERE milestone = ? ORDER BY title'
            of_first, of_second = (app.query(gates, *app.query(made, title)[0]) for title in
                                   ('Design validated', 'Second series validated'))
            self.assertEqual(of_second, of_first)

    def test_from_a_register(self):
        """What belongs to a milestone leads to its document, from the menu of its row."""
        with self.open('Sprints') as app:
            app.click_on('Warm and dry', 'label')
            app.key('Menu')
            app.settle()
            app.picture('sprint-menu')
            app.key('m')
            app.wait('MS-007')
            app.wait('In this document')
            app.quit()

    def wait_for_value(self, app, field, value):
        wait_for(f'{field} = {value}', lambda: app.query(
            f'select {field} from initiative where number = 1') == [(value,)])

    def test_fields_in_place(self):
        """A line turns into its editor, Escape leaves it, Enter keeps it, and a figure says how."""
        with self.open('Initiatives') as app:
            self.open_document(app, 'A device that people trust')
            app.click_on('Value and Money', 'label')
            app.settle()
            self.click_line(app, 'Budget')
            app.key('ctrl+a')
            app.type('1')
            app.key('Escape')
            app.settle()
            self.assertEqual(app.query('select budget from initiative where number = 1'),
                             [(42000000,)])
            self.click_line(app, 'Budget')
            app.key('ctrl+a')
            app.type('435000')
            app.picture('initiative-field')
            app.key('Return')
            self.wait_for_value(app, 'budget', 43500000)
            self.click_line(app, 'Business Value')
            app.settle()
            xdotool('mousemove', 5, 1200)  # what the pointer is over would be chosen
            app.key('space', 'End', 'Return')
            self.wait_for_value(app, 'business_value', 3)
            app.key('ctrl+z')
            self.wait_for_value(app, 'business_value', 2)
            app.quit()

    def test_complete(self):
        """From the document and from the list the same is asked, and it is one step."""
        for scheme, size in (('light', (1100, 700)), ('dark', (1600, 1000))):
            set_scheme(scheme)
            with self.open('Milestones', size) as app:
                self.open_document(app, 'Design validated')
                app.click_on('Complete…')
                app.wait('Looking Back')
                app.settle()
                app.picture(f'milestone-complete-{scheme}')
                app.key('Escape')
                app.quit()
        set_scheme('follow')
        with self.open('Milestones') as app:
            self.open_document(app, 'App feature complete')
            app.click_on('Complete…')
            app.wait('Looking Back')
            app.type('On time')
            app.key('alt+l')
            app.type('Ask the beta homes first')
            app.key('Return')
            app.settle()
            self.assertEqual(app.query("select status from milestone where title = "
                                       "'App feature complete'"), [(4,)])
            self.assertEqual(app.query('select title from lesson where title like ?',
                                       'Ask the beta%'), [('Ask the beta homes first',)])
            app.picture('milestone-completed')
            app.key('ctrl+z')
            app.settle()
            self.assertEqual(app.query("select status from milestone where title = "
                                       "'App feature complete'"), [(1,)])
            app.quit()


if __name__ == '__main__':
    need_tools()
    unittest.main(verbosity=2)
