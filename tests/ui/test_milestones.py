#!/usr/bin/env python3
# test_milestones.py: the Milestones page of the real window, by mouse and keyboard.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures for people to look at land in WAYMARK_UI_PICTURES."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from session import App, Picture, need_tools, wait_for, xdotool

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
        app.settle()
        app.go_to('Milestones')
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
                app.settle()
                said = [text for text in self.labels(app) if text.startswith('Since')]
                self.assertTrue(any('working days later' in text for text in said), said)
                self.assertTrue(any('2 working days earlier, in 3 changes' in text
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
            app.settle()
            self.assertIn('No milestones yet', self.labels(app))
            app.picture('milestones-trend-empty')

    def test_new_milestone(self):
        """From a kind: the document opens with its lists, and one undo takes it back."""
        self.make('--template', 'sample')
        with self.open() as app:
            before = app.query('select count(*) from milestone')[0][0]
            app.click_on('New milestone')
            app.wait('Make milestone')
            app.type('Abnahme der Klimaprüfkammer im Werk Friedrichshafen')
            app.key('Tab')
            app.type('2027-02-26')
            app.picture('milestones-new-blank')
            app.key('alt+b', 'space')
            app.settle()
            app.key('Down', 'Down', 'Return')  # Construction phase
            app.settle()
            app.picture('milestones-new')
            app.key('alt+m')
            app.settle()
            app.picture('milestones-new-document')
            self.assertEqual(app.query('select count(*) from milestone')[0][0], before + 1)
            milestone, row = app.query('select id, task from milestone order by id desc limit 1')[0]
            self.assertEqual(app.query('select percent from checkpoint where milestone = ? '
                                       'order by percent', milestone),
                             [(25,), (50,), (75,), (100,)])
            self.assertEqual(app.query('select is_milestone from task where id = ?', row), [(1,)])
            app.key('ctrl+z')
            app.settle()
            self.assertEqual(app.query('select count(*) from milestone')[0][0], before)
            self.assertEqual(app.query('select count(*) from task where id = ?', row), [(0,)])
            app.quit()

    def starting(self, app, words):
        """The first that is seen whose name starts with @words."""
        return wait_for(f'“{words}…”', lambda: next(
            (node for node in app.walk() if node.get_name().startswith(words)), None))

    def drawn(self, app, words):
        """The chart whose words for who does not see it start with @words."""
        return wait_for(f'a chart of “{words}…”', lambda: next(
            (node for node in app.walk() if node.get_role_name() in ('image', 'img')
             and node.get_name().startswith(words)), None))

    def middle(self, app, node):
        x, y, width, height = app.extents(node)
        return x + width / 2, y + height / 2

    def test_groups(self):
        """Under headings that fold by mouse and keys; Insert asks as the button does."""
        self.make('--template', 'sample')
        with self.open() as app:
            app.click_on('Group by')
            app.settle()
            app.key('Home', 'Down', 'Down', 'Down', 'Return')
            heading = self.starting(app, 'Planning, 5 rows')
            app.picture('milestones-groups')
            x, y, *_ = app.extents(heading)
            app.click(x + 8, y + 12)
            app.settle()
            self.assertFalse(any(name.startswith('MS-008') for name in app.names()))
            app.key('Right')
            self.starting(app, 'MS-008')
            app.key('Insert')
            app.wait('Make milestone')
            app.key('Escape')
            app.quit()
        with self.open() as app:
            self.starting(app, 'Planning, 5 rows')  # kept for this plan

    def test_graph(self):
        """Drawn, told, zoomed by wheel and keys; Enter and a click open the document."""
        self.make('--template', 'sample')
        with self.open() as app:
            app.click_on('Graph')
            chart = self.drawn(app, '12 milestones · 15 dependencies')
            self.assertIn('Waits for: MS-003', chart.get_name())
            box = app.extents(chart)
            before = Picture()
            xdotool('mousemove', int(box[0] + box[2] / 2), int(box[1] + box[3] / 2))
            for _ in range(3):
                xdotool('click', 4)
            app.settle()
            self.assertNotEqual(before.bytes, Picture().bytes)
            app.picture('milestones-graph-near')
            app.drag(box[0] + 20, box[1] + 20, box[0] + 60, box[1] + 60)
            app.key('0', 'Right', 'Right', 'Left')
            chart = self.drawn(app, 'MS-')
            app.picture('milestones-graph')
            title = chart.get_name().split('\n')[0].split(' ', 1)[1]
            app.key('Return')
            app.wait('In this document')
            self.assertIn(title, app.names())
            app.quit()

    def open_document(self, app, title):
        app.key('ctrl+f')
        app.type(title)
        app.settle()
        x, y = self.middle(app, app.wait(title))
        app.open_by_double_click(x, y, 'In this document')

    def test_criterion(self):
        """Ticked in the document, it is met in the file; one undo takes it back."""
        self.make('--template', 'sample')
        with self.open((1600, 1000)) as app:
            item, title, name = app.query(
                'select c.id, c.title, m.title from checklist_item c '
                'join milestone m on m.id = c.milestone where c.done = 0 and c.list = 0 '
                'and m.number = 7 order by c.rank limit 1')[0]
            self.open_document(app, name)
            app.click(*self.middle(app, self.starting(app, 'Executive Summary')))
            app.settle()
            x, y = self.middle(app, self.wait_check(app, title))
            app.picture('milestones-criterion')
            app.click(x, y)
            app.settle()
            day, = app.query('select status_date from project')[0]
            self.assertEqual(app.query('select done, done_on from checklist_item where id = ?', item),
                             [(1, day)])
            app.key('ctrl+z')
            app.settle()
            self.assertEqual(app.query('select done from checklist_item where id = ?', item), [(0,)])
            app.quit()

    def test_history_opens(self):
        """Enter on a step of the history shows what it changed."""
        self.make('--template', 'sample')
        with self.open() as app:
            self.open_document(app, 'Design validated')
            app.click(*self.middle(app, self.starting(app, 'Executive Summary')))
            app.settle()
            item = app.query('select c.title from checklist_item c join milestone m on '
                             'm.id = c.milestone where c.done = 0 and c.list = 0 and '
                             'm.number = 7 order by c.rank limit 1')[0][0]
            app.click(*self.middle(app, self.wait_check(app, item)))
            app.settle()
            app.go_to('History')
            app.click(*self.middle(app, self.starting(app, 'Tick “')))
            app.key('Return')
            app.wait('In this document')
            self.assertIn('Design validated', app.names())

    def test_names(self):
        """An import asks who is meant, and does as it is told: by keys alone."""
        self.make('--template', 'sample')
        paper = self.folder / 'Halle.md'
        paper.write_text('---\ntitle: Abnahme der Halle\nmilestone_lead: Jonas Webr\n'
                         'product_owner: Änne Groß\ntarget_date: 2027-03-01\n---\n\n'
                         '# Abnahme der Halle\n', encoding='utf-8')
        with self.open() as app:
            app.click_on('File')
            app.settle()
            app.key('Home', 'Return')
            app.settle()
            app.type(str(paper))
            app.key('Return')
            app.wait('Names that are not in the plan')
            app.settle()
            app.picture('milestones-names')
            app.key('alt+i')
            wait_for('the milestone', lambda: app.query(
                "select r.title, p.title from milestone m join resource r on r.id = m.owner "
                "join resource p on p.id = m.product_owner where m.title = 'Abnahme der Halle'")
                == [('Jonas Weber', 'Änne Groß')])
            self.assertEqual(app.query("select number from milestone where title like 'Abnahme%'"),
                             [(13,)])
            app.quit()

    def test_cards(self):
        """A card dragged into another column, and by Alt and an arrow."""
        self.make('--template', 'sample')
        with self.open((1600, 1000)) as app:
            app.click_on('Cards')
            app.settle()
            x, y = self.middle(app, self.starting(app, 'MS-008 Pilot'))
            to_x, _ = self.middle(app, self.starting(app, 'MS-006 App'))
            app.drag(x, y, to_x, y + 200)
            self.wait_status(app, 8, 1)
            x, y = self.middle(app, self.starting(app, 'MS-010 Cert'))
            app.click(x, y)
            app.key('alt+Right')
            self.wait_status(app, 10, 1)
            app.key('ctrl+z', 'ctrl+z')
            self.wait_status(app, 8, 0)
            app.picture('milestones-cards')
            app.quit()

    def wait_status(self, app, number, status):
        wait_for(f'MS-{number:03} with status {status}', lambda: app.query(
            'select status from milestone where number = ?', number) == [(status,)])

    def wait_check(self, app, title):
        return wait_for(f'the check box of “{title}”', lambda: next(
            (node for node in app.walk() if node.get_name() == title
             and node.get_role_name() == 'check box'), None))

    def test_measurements(self):
        """Several lines at once, from below the list of KPIs."""
        self.make('--template', 'sample')
        with self.open() as app:
            app.go_to('KPIs')
            kpi, title = app.query('select id, title from kpi order by number limit 1')[0]
            before = app.query('select count(*) from measurement where kpi = ?', kpi)[0][0]
            app.click(*self.middle(app, app.wait(title)))
            app.settle()
            app.picture('milestones-kpis')
            app.click_on('Measurements…')
            app.wait('Keep')
            app.key('ctrl+End')
            for line in ('2026-11-18 4.5 first day', '2026-11-19 5.5'):
                app.key('Return')
                app.type(line)
            app.key('alt+k')
            app.settle()
            self.assertEqual(app.query('select count(*) from measurement where kpi = ?', kpi)[0][0],
                             before + 2)
            app.quit()


if __name__ == '__main__':
    need_tools()
    unittest.main(verbosity=2)
