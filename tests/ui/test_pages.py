#!/usr/bin/env python3
# test_pages.py: every page of the window, in light and dark, with a picture for people to look at.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through the sidebar in a small window. The pictures land in WAYMARK_UI_PICTURES."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from session import App, Atspi, Picture, need_tools, wait_for

CLI = os.environ['WAYMARK_CLI']
RENDERER = os.environ.get('GSK_RENDERER', 'default')
SIZE = (1100, 700)
SCHEMA = 'io.github.waymark.Waymark'


def set_scheme(name):
    subprocess.run(['gsettings', 'set', SCHEMA, 'color-scheme', name], check=True,
                   env=dict(os.environ, GSETTINGS_BACKEND='keyfile'))


class Pages(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='waymark-ui-'))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.plan = self.folder / 'sample.waymark'
        subprocess.run([CLI, 'new', self.plan, '--template', 'sample'], check=True,
                       stdout=subprocess.DEVNULL)

    def open(self, plan=None, size=SIZE, **environment):
        app = App(plan, **environment)
        self.addCleanup(app.end)
        app.resize(*size)
        app.settle()
        return app

    def labels(self, app, item):
        return [node.get_name() for node in app.walk(item) if node.get_role_name() == 'label']

    def entries(self, app):
        """The pages in the sidebar."""
        sidebar = wait_for('the sidebar', lambda: next(
            (node for node in app.walk() if node.get_role_name() == 'list'), None))
        return [node for node in app.walk(sidebar) if node.get_role_name() == 'list item']

    def pages(self, app):
        """Names of the pages, from the sidebar."""
        return [self.labels(app, item)[0] for item in self.entries(app)]

    def show(self, app, number):
        """The page of a number: nine have a key of their own, the rest follow one by one."""
        app.key(f'ctrl+{number}' if number < 10 else 'ctrl+Next')
        app.settle()
        shown = [item.get_state_set().contains(Atspi.StateType.SELECTED)
                 for item in self.entries(app)]
        self.assertEqual(shown.index(True), number - 1)

    def brightness(self, picture):
        return sum(picture.bytes[::97]) / len(picture.bytes[::97])

    def go_through(self, tone, **environment):
        """Shows each page; returns how bright each is."""
        brightness = {}
        before = None
        with self.open(self.plan, **environment) as app:
            names = self.pages(app)
            for number, name in enumerate(names, 1):
                self.show(app, number)
                picture = Picture()
                app.picture(f'{RENDERER}-{tone}-{number}-{name.lower()}')
                if 'GDK_SCALE' not in environment:
                    self.assertEqual(app.size(), SIZE, f'{name} does not fit ({tone})')
                self.assertGreater(picture.n_colours(), 20, f'the page {name} is empty')
                self.assertTrue(picture.bytes != before, f'page {number}, {name}, is not shown')
                before = picture.bytes
                brightness[name] = self.brightness(picture)
            app.quit()
        return brightness

    def test_light_and_dark(self):
        set_scheme('light')
        light = self.go_through('light')
        set_scheme('dark')
        dark = self.go_through('dark')
        set_scheme('follow')
        self.assertGreaterEqual(len(light), 5)
        for name, value in light.items():
            self.assertLess(dark[name], value - 40, f'{name} is not darker in dark')

    def test_german(self):
        brightness = self.go_through('german', LANGUAGE='de', LC_ALL='C.UTF-8')
        self.assertNotIn('Timeline', brightness)

    def test_twice_as_large(self):
        self.go_through('200', GDK_SCALE='2')

    def test_empty_plan(self):
        empty = self.folder / 'empty.waymark'
        subprocess.run([CLI, 'new', empty], check=True, stdout=subprocess.DEVNULL)
        self.plan = empty
        self.go_through('empty')

    def test_welcome(self):
        with self.open() as app:
            app.wait('Explore the sample plan', 'label')
            app.picture(f'{RENDERER}-welcome')
            app.click_on('Explore the sample plan', 'label')
            app.wait('Tasks', 'tree table')
            app.quit()

    def test_every_button_has_a_name(self):
        with self.open(self.plan, size=(1580, 1280)) as app:
            nameless, twice = [], []
            for number in range(1, len(self.pages(app)) + 1):
                self.show(app, number)
                for node in app.walk():
                    if node.get_role_name() not in ('push button', 'toggle button', 'check box',
                                                    'combo box', 'text'):
                        continue
                    name = node.get_name()
                    names = [name] + self.labels(app, node)
                    if not any(name and not name.startswith('Gtk') for name in names):
                        nameless.append((number, node.get_role_name(), app.extents(node)))
                    half = name[len(name) // 2 + 1:]
                    if half and name in (f'{half} {half}', f'_{half} {half}'):
                        twice.append((number, name))
            app.quit()
        self.assertEqual(nameless, [])
        self.assertEqual(twice, [], 'heard twice')


if __name__ == '__main__':
    need_tools()
    unittest.main(verbosity=2)
