#!/usr/bin/env python3
# test_cli.py: runs the real waymark-cli: every verb, every exit status.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the program from the environment variable WAYMARK_CLI."""

import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

CLI = os.environ['WAYMARK_CLI']
VERBS = ['new', 'info', 'import', 'export', 'schedule', 'report', 'alerts', 'log', 'verify']
DONE, FAILED, USAGE, INPUT, IO = range(5)

# A file as MS Project writes it, as small as can be: two tasks and a link.
MSPDI = '''<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Project xmlns="http://schemas.microsoft.com/project">
  <Name>Bridge</Name>
  <StartDate>2026-05-04T08:00:00</StartDate>
  <CalendarUID>1</CalendarUID>
  <Calendars>
    <Calendar>
      <UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar>
    </Calendar>
  </Calendars>
  <Tasks>
    <Task><UID>11</UID><ID>1</ID><Name>Foundation</Name><OutlineLevel>1</OutlineLevel>
      <Start>2026-05-04T08:00:00</Start><Finish>2026-05-06T17:00:00</Finish>
      <Duration>PT24H0M0S</Duration><DurationFormat>7</DurationFormat></Task>
    <Task><UID>12</UID><ID>2</ID><Name>Deck</Name><OutlineLevel>1</OutlineLevel>
      <Start>2026-05-07T08:00:00</Start><Finish>2026-05-08T17:00:00</Finish>
      <Duration>PT16H0M0S</Duration><DurationFormat>7</DurationFormat>
      <PredecessorLink><PredecessorUID>11</PredecessorUID><Type>1</Type><LinkLag>0</LinkLag>
        <LagFormat>7</LagFormat></PredecessorLink></Task>
  </Tasks>
</Project>
'''


def run(*arguments, expect=DONE, **options):
    """Runs the program without input; fails the test on another exit status."""
    done = subprocess.run([CLI, *map(str, arguments)], stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, check=False, timeout=120, **options)
    if done.returncode != expect:
        raise AssertionError(f'{arguments}: status {done.returncode}, not {expect}\n'
                             f'{done.stdout}{done.stderr}')
    return done


def answer(*arguments, **options):
    """What the program says as JSON."""
    return json.loads(run(*arguments, '--json', **options).stdout)


def dump(plan):
    """All that a plan's database holds, as SQL."""
    connection = sqlite3.connect(plan)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='waymark-cli-'))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.plan = self.folder / 'plan.waymark'

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


class Help(Case):
    def test_names_every_verb(self):
        text = run('--help').stdout
        self.assertEqual(re.findall(r'^  ([a-z]+)  +\S', text, re.MULTILINE), VERBS)

    def test_of_each_verb(self):
        for verb in VERBS:
            text = run(verb, '--help').stdout
            self.assertIn(f'waymark-cli {verb} PLAN', text)
            self.assertIn('--json', text)

    def test_lists_choices(self):
        self.assertIn('sample', run('new', '--help').stdout)
        self.assertIn('executive-summary', run('report', '--help').stdout)
        self.assertIn('gantt', run('report', '--help').stdout)
        self.assertIn('mspdi', run('import', '--help').stdout)

    def test_version(self):
        self.assertRegex(run('--version').stdout, r'^waymark-cli \d+\.\d+\.\d+\n$')


class Usage(Case):
    def test_what_is_not_understood(self):
        for words in ([], ['dance'], ['info'], ['info', 'a', 'b'], ['info', 'a', '--loud'],
                      ['info', '-x', 'a'], ['new', 'a', '--start'],
                      ['new', 'a', '--start', 'soon'], ['new', 'a', '--start=2026-02-30'],
                      ['new', 'a', '--template', 'castle'],
                      ['new', 'a', '--template', 'sample', '--start', '2026-01-01'],
                      ['import', 'a', 'b', '--dates', 'maybe'],
                      ['import', 'a', 'b', '--format', 'stone'],
                      ['export', 'a', 'b', '--format', 'stone'],
                      ['schedule', 'a', '--status-date', 'x'], ['report', 'a', 'novel', 'b.pdf'],
                      ['report', 'a', 'gantt'], ['log', 'a', '--limit', '0'],
                      ['log', 'a', '--limit', 'x']):
            with self.subTest(words=words):
                done = run(*words, expect=USAGE, cwd=self.folder)
                self.assertEqual(done.stdout, '')
                self.assertTrue(done.stderr.startswith('waymark-cli: '))
                self.assertEqual(list(self.folder.iterdir()), [])

    def test_error_as_json(self):
        error = json.loads(run('dance', '--json', expect=USAGE).stderr)
        self.assertEqual(error['status'], USAGE)
        self.assertIn('dance', error['error'])

    def test_names_that_look_like_options(self):
        run('new', '--', '--help', cwd=self.folder)
        self.assertTrue((self.folder / '--help').exists())


class New(Case):
    def test_blank(self):
        made = answer('new', self.plan, '--start', '2026-05-04', '--title', 'Bridge')
        self.assertEqual(made['title'], 'Bridge')
        self.assertEqual(made['start'], '2026-05-04')
        with sqlite3.connect(self.plan) as database:
            self.assertEqual(database.execute('PRAGMA application_id').fetchone()[0], 0x57415931)

    def test_is_named_after_its_file(self):
        self.assertEqual(answer('new', self.plan)['title'], 'plan')

    def test_never_overwrites(self):
        self.plan.write_text('precious')
        run('new', self.plan, expect=IO)
        self.assertEqual(self.plan.read_text(), 'precious')

    def test_folder_that_is_not_there(self):
        run('new', self.folder / 'no' / 'plan.waymark', expect=IO)

    @unittest.skipIf(os.geteuid() == 0, 'root may write everywhere')
    def test_folder_that_cannot_be_written(self):
        self.folder.chmod(0o555)
        run('new', self.plan, expect=IO)


class Sample(Case):
    """What only reads, on one sample plan."""

    @classmethod
    def setUpClass(cls):
        cls.shared = pathlib.Path(tempfile.mkdtemp(prefix='waymark-cli-'))
        cls.addClassCleanup(shutil.rmtree, cls.shared, ignore_errors=True)
        cls.sample = cls.shared / 'sample.waymark'
        run('new', cls.sample, '--template', 'sample')

    def test_info(self):
        info = answer('info', self.sample)
        counts = {row['type']: row['n'] for row in info['counts']}
        self.assertEqual(counts['milestone'], 12)
        self.assertEqual(counts['initiative'], 3)
        self.assertEqual(counts['resource'], 14)
        self.assertEqual(info['status_date'], '2026-11-20')
        self.assertEqual(info['start'], '2026-08-03')
        self.assertEqual(info['finish'][:7], '2027-03')
        self.assertTrue(20 < info['progress'] < 95)
        self.assertEqual(info['rag'], 'yellow')
        self.assertTrue(info['late_milestones'] >= 3)
        self.assertTrue(info['attention'])
        self.assertEqual(info['next_milestones'][0]['id'], 'MS-006')

    def test_alerts(self):
        alerts = answer('alerts', self.sample, expect=FAILED)['attention']
        self.assertEqual(alerts, answer('info', self.sample)['attention'])
        first = alerts[0]
        self.assertEqual((first['kind'], first['severity'], first['id'], first['since']),
                         ('escalation', 'urgent', 'I-1', '2026-11-17'))
        ranks = ['urgent', 'warning', 'note']
        order = [ranks.index(alert['severity']) for alert in alerts]
        self.assertEqual(order, sorted(order))
        some = answer('alerts', self.sample, '--kind', 'trigger,approval', expect=FAILED)
        self.assertEqual([alert['id'] for alert in some['attention']], ['R-2', 'C-2'])
        self.assertEqual([alert['act'] for alert in some['attention']],
                         ['Start the contingency plan…', 'Decide…'])
        self.assertIn('waits for 1 approval', run('alerts', self.sample, expect=FAILED).stdout)
        run('alerts', self.sample, '--kind', 'fire', expect=USAGE)
        run('alerts', self.sample, '--quiet', 'maybe', expect=USAGE)

    def test_alerts_of_a_new_plan(self):
        run('new', self.plan)
        self.assertEqual(answer('alerts', self.plan)['attention'], [])
        self.assertIn('Nothing', run('alerts', self.plan).stdout)

    def test_info_as_text(self):
        text = run('info', self.sample).stdout
        self.assertIn('2026-08-03', text)
        self.assertIn('Next milestones', text)
        self.assertNotIn(' \n', text)

    def test_schedule(self):
        tasks = answer('schedule', self.sample)['tasks']
        self.assertEqual([task['row'] for task in tasks], list(range(1, len(tasks) + 1)))
        self.assertTrue(len(tasks) > 120)
        for task in tasks:
            self.assertLessEqual(task['start'], task['finish'])
            self.assertLessEqual(task['early_start'], task['early_finish'])
            self.assertTrue(task['driver'], task['title'])
            self.assertRegex(task['late_finish'], r'^20\d\d-\d\d-\d\dT\d\d:\d\d$')
            if task['driver_kind'] == 'link':
                self.assertIn(tasks[task['driver_row'] - 1]['title'], task['driver'])
                self.assertIn(task['driver_link'], ['FS', 'SS', 'FF', 'SF'])
        critical = [task['title'] for task in tasks if task['critical'] and not task['summary']]
        self.assertIn('General availability', critical)

    def test_conflicts(self):
        plan = answer('schedule', self.sample)
        self.assertEqual(plan['n_conflicts'], len(plan['conflicts']))
        self.assertEqual(answer('info', self.sample)['n_conflicts'], plan['n_conflicts'])
        missed = [item for item in plan['conflicts'] if item['kind'] == 'deadline']
        self.assertEqual(len(missed), 1)
        self.assertIn(plan['tasks'][missed[0]['row'] - 1]['title'], missed[0]['text'])
        self.assertIn('Move the deadline to', missed[0]['ways_out'])

    def test_schedule_as_text_is_aligned(self):
        lines = run('schedule', self.sample).stdout.splitlines()
        head = lines[0]
        column = head.index('Early start')
        for line in lines[1:lines.index('')]:
            self.assertRegex(line[column:], r'^20\d\d-\d\d-\d\d \d\d:\d\d ')

    def test_schedule_as_of_another_day_changes_nothing(self):
        before = self.sample.read_bytes()
        other = answer('schedule', self.sample, '--status-date', '2026-12-01')
        self.assertEqual(other['status_date'], '2026-12-01')
        self.assertEqual(self.sample.read_bytes(), before)
        self.assertEqual(answer('schedule', self.sample)['status_date'], '2026-11-20')

    def test_reports(self):
        for report in ('executive-summary', 'gantt'):
            pdf = self.folder / f'{report}.pdf'
            run('report', self.sample, report, pdf)
            self.assertTrue(pdf.read_bytes().startswith(b'%PDF-'))
            if shutil.which('pdftotext'):
                text = subprocess.run(['pdftotext', pdf, '-'], capture_output=True, text=True,
                                      check=True).stdout
                self.assertIn('General availability', text)

    def test_the_chart_as_a_picture(self):
        for ending, start in (('png', b'\x89PNG'), ('svg', b'<?xml')):
            picture = self.folder / f'chart.{ending}'
            run('report', self.sample, 'gantt', picture)
            self.assertTrue(picture.read_bytes().startswith(start))
        run('report', self.sample, 'executive-summary', self.folder / 'x.png', expect=INPUT)
        self.assertFalse((self.folder / 'x.png').exists())

    def test_report_with_an_ending_that_no_format_has(self):
        run('report', self.sample, 'gantt', self.folder / 'gantt.cake', expect=INPUT)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_report_that_cannot_be_written(self):
        run('report', self.sample, 'gantt', self.folder / 'no' / 'gantt.pdf', expect=IO)

    def test_log(self):
        changes = answer('log', self.sample)['changes']
        self.assertEqual([change['seq'] for change in changes],
                         sorted(change['seq'] for change in changes))
        self.assertTrue(all(change['edits'] > 0 for change in changes))
        last = answer('log', self.sample, '--limit', '2')['changes']
        self.assertEqual(last, changes[-2:])
        self.assertRegex(changes[-1]['time'], r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$')

    def test_verify(self):
        self.assertEqual(answer('verify', self.sample), {'sound': True, 'problems': []})

    def test_answer_that_cannot_be_written(self):
        with open('/dev/full', 'w', encoding='utf-8') as full:
            done = subprocess.run([CLI, 'schedule', self.sample], stdout=full,
                                  stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, IO)

    def test_reads_from_a_folder_that_cannot_be_written(self):
        shutil.copy(self.sample, self.plan)
        self.plan.chmod(0o444)
        self.folder.chmod(0o555)
        try:
            self.assertTrue(answer('schedule', self.plan)['tasks'])
            self.assertTrue(answer('verify', self.plan)['sound'])
        finally:
            self.folder.chmod(0o755)


class Broken(Case):
    def each_reading_verb(self, path, expect):
        for words in (['info', path], ['schedule', path], ['log', path], ['verify', path],
                      ['report', path, 'gantt', self.folder / 'x.pdf'],
                      ['export', path, self.folder / 'x.xml']):
            with self.subTest(verb=words[0]):
                done = run(*words, expect=expect)
                self.assertEqual(done.stdout, '')
                self.assertIn(path.name, done.stderr)

    def test_plan_that_is_not_there(self):
        self.each_reading_verb(self.folder / 'none.waymark', IO)

    def test_text_for_a_plan(self):
        self.each_reading_verb(self.file('text.waymark', 'once upon a time\n' * 100), INPUT)

    def test_empty_file_for_a_plan(self):
        self.each_reading_verb(self.file('empty.waymark', ''), INPUT)

    def test_foreign_database(self):
        path = self.folder / 'foreign.waymark'
        with sqlite3.connect(path) as database:
            database.execute('CREATE TABLE birds (name TEXT)')
        self.each_reading_verb(path, INPUT)

    def test_newer_plan(self):
        run('new', self.plan)
        with sqlite3.connect(self.plan) as database:
            database.execute('PRAGMA user_version = 9999')
        self.each_reading_verb(self.plan, INPUT)

    def test_truncated_plan(self):
        run('new', self.plan, '--template', 'sample')
        content = self.plan.read_bytes()
        self.plan.write_bytes(content[:len(content) // 2])
        self.each_reading_verb(self.plan, INPUT)

    def test_verify_finds_what_was_changed_behind_its_back(self):
        run('new', self.plan, '--template', 'sample')
        with sqlite3.connect(self.plan) as database:
            database.execute("UPDATE task SET percent_complete = 7 WHERE title = 'Schematics'")
        found = answer('verify', self.plan, expect=FAILED)
        self.assertFalse(found['sound'])
        self.assertTrue(found['problems'])
        text = run('verify', self.plan, expect=FAILED).stdout
        self.assertIn(found['problems'][0]['problem'], text)


class Exchange(Case):
    def test_import_makes_the_plan(self):
        report = answer('import', self.plan, self.file('bridge.xml', MSPDI))
        self.assertIn(2, [row['n'] for row in report['counts']])
        tasks = answer('schedule', self.plan)['tasks']
        self.assertEqual([task['title'] for task in tasks], ['Foundation', 'Deck'])
        self.assertEqual(tasks[1]['start'], '2026-05-07T08:00')
        self.assertIn('Foundation', tasks[1]['driver'])

    def test_import_is_one_step(self):
        run('new', self.plan)
        before = len(answer('log', self.plan)['changes'])
        run('import', self.plan, self.file('bridge.xml', MSPDI), '--format', 'mspdi',
            '--dates', 'keep')
        changes = answer('log', self.plan)['changes']
        self.assertEqual(len(changes), before + 1)
        self.assertEqual(changes[-1]['origin'], 'import')
        self.assertTrue(answer('verify', self.plan)['sound'])

    def test_there_and_back(self):
        run('new', self.plan, '--template', 'sample')
        xml, back = self.folder / 'sample.xml', self.folder / 'back.waymark'
        run('export', self.plan, xml)
        run('import', back, xml)
        names = [[task['title'] for task in answer('schedule', path)['tasks']]
                 for path in (self.plan, back)]
        self.assertEqual(*names)

    def test_broken_file_leaves_nothing_behind(self):
        broken = self.file('broken.xml', MSPDI[:len(MSPDI) // 2])
        run('import', self.plan, broken, expect=INPUT)
        self.assertEqual(os.listdir(self.folder), ['broken.xml'])

    def test_broken_file_leaves_the_plan_as_it_was(self):
        run('new', self.plan)
        before = answer('log', self.plan)
        run('import', self.plan, self.file('broken.xml', MSPDI[:len(MSPDI) // 2]), expect=INPUT)
        self.assertEqual(answer('log', self.plan), before)

    def test_hostile_files_leave_the_plan_as_it_was(self):
        run('new', self.plan, '--template', 'sample')
        before = dump(self.plan)
        head = '<Project xmlns="http://schemas.microsoft.com/project">\n<Title>'
        hostile = {
            'cut': head + 'Half',
            'zero': head + 'a\0b</Title></Project>',
            'nested': head + '<Task/></Title></Project>',
            'bomb': '<!DOCTYPE Project [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + head
                    + '&b;</Title></Project>',
            'outside': '<!DOCTYPE Project [<!ENTITY a SYSTEM "/etc/hostname">]>' + head
                       + '&a;</Title></Project>',
            'deep': '<Project>' + '<a>' * 100000,
            'wide': '<Project ' + ' '.join(f'a{i}=""' for i in range(100000)) + '/>',
        }
        for name, text in hostile.items():
            with self.subTest(name):
                said = run('import', self.plan, self.file(f'{name}.xml', text), '--format', 'mspdi',
                           expect=INPUT).stderr
                self.assertRegex(said, rf'{name}\.xml.*line \d+')
                self.assertEqual(dump(self.plan), before)

    def test_file_that_is_not_there(self):
        run('import', self.plan, self.folder / 'none.xml', expect=IO)
        self.assertFalse(self.plan.exists())

    def test_file_of_no_format(self):
        run('import', self.plan, self.file('poem.txt', 'roses are red'), expect=INPUT)
        self.assertFalse(self.plan.exists())

    def test_export_to_a_name_of_no_format(self):
        run('new', self.plan)
        run('export', self.plan, self.folder / 'plan.cake', expect=INPUT)

    def test_export_that_cannot_be_written(self):
        run('new', self.plan)
        run('export', self.plan, self.folder / 'no' / 'plan.xml', expect=IO)

    def sample_document(self):
        run('new', self.plan, '--template', 'sample')
        document = self.folder / 'MS-007.md'
        run('export', self.plan, document, '--record', 'MS-007')
        return document, document.read_text(encoding='utf-8')

    def milestone_seven(self):
        found = answer('info', self.plan, '--milestones', 'all')['milestones']
        return next(row for row in found if row['id'] == 'MS-007')

    def test_milestone_documents(self):
        run('new', self.plan, '--template', 'sample')
        run('export', self.plan, self.folder / 'out', '--format', 'milestone')
        self.assertEqual(len(list((self.folder / 'out').glob('MS-*.md'))), 12)
        text = (self.folder / 'out' / 'MS-007.md').read_text(encoding='utf-8')
        self.assertIn('# MS-007: Design validated\n', text)
        self.assertNotRegex(text, r'\{[A-Z]')
        run('export', self.plan, self.folder / 'one.md', '--record', 'MS-999', expect=USAGE)
        run('export', self.plan, self.folder / 'one.md', expect=INPUT)

    def test_milestone_document_there_and_back(self):
        document, text = self.sample_document()
        document.write_text(text.replace('status: "testing"', 'status: "review"'), encoding='utf-8')
        run('import', self.plan, document)
        self.assertEqual(self.milestone_seven()['status'], 'review')
        run('export', self.plan, document, '--record', 'MS-007')
        again = document.read_text(encoding='utf-8')
        changed = [line for line in again.split('\n') if line not in text.split('\n')]
        self.assertTrue(all('review' in line for line in changed), changed)
        self.assertTrue(answer('verify', self.plan)['sound'])

    def test_milestone_document_conflict(self):
        document, text = self.sample_document()
        document.write_text(text.replace('status: "testing"', 'status: "review"'), encoding='utf-8')
        run('import', self.plan, document)
        document.write_text(text.replace('status: "testing"', 'status: "on_hold"'), encoding='utf-8')
        run('export', self.plan, self.folder / 'aside.md', '--record', 'MS-007')
        run('import', self.plan, document)  # nobody else has changed it since
        document.write_text(text.replace('status: "testing"', 'status: "active"'), encoding='utf-8')
        with sqlite3.connect(self.plan) as db:
            db.execute("UPDATE milestone SET status = 3 WHERE number = 7")
        told = answer('import', self.plan, document, expect=FAILED)
        self.assertEqual([(row['document'], row['plan'], row['before'])
                          for row in told['conflicts']], [('active', 'review', 'on_hold')])
        self.assertEqual(self.milestone_seven()['status'], 'review')
        run('import', self.plan, document, '--prefer', 'sun', expect=USAGE)
        run('import', self.plan, document, '--prefer', 'document')
        self.assertEqual(self.milestone_seven()['status'], 'active')

    def test_milestone_document_names(self):
        """People are added, left as text or matched only when somebody said so."""
        document, text = self.sample_document()
        document.write_text(text.replace('technical_lead: "Aisha Rahman"',
                                         'technical_lead: "A. Rahman"'), encoding='utf-8')
        people = self.plan_people()
        told = answer('import', self.plan, document, expect=FAILED)
        self.assertEqual([row['name'] for row in told['new_people']], ['A. Rahman'])
        self.assertEqual(self.plan_people(), people)
        run('import', self.plan, document, '--people', 'sun', expect=USAGE)
        run('import', self.plan, document, '--match', 'A. Rahman=Nobody Known', expect=USAGE)
        run('import', self.plan, document, '--people', 'text')
        self.assertEqual(self.plan_people(), people)
        fresh = self.folder / 'fresh.waymark'
        answer('import', fresh, document, expect=FAILED)
        self.assertFalse(fresh.exists())
        run('import', fresh, document, '--people', 'add')
        self.assertIn('A. Rahman', self.plan_people(fresh))

    def plan_people(self, plan=None):
        with sqlite3.connect(plan or self.plan) as db:
            return [row[0] for row in db.execute('SELECT title FROM resource ORDER BY id')]

    def test_milestones_listed(self):
        run('new', self.plan, '--template', 'sample')
        late = answer('info', self.plan, '--milestones', 'late')['milestones']
        self.assertTrue(late and all(row['variance'] > 0 for row in late))
        self.assertTrue(all(row['rag'] in ('yellow', 'red') and row['reason'] for row in late))
        self.assertEqual(len(answer('info', self.plan, '--milestones', 'all')['milestones']), 12)
        run('info', self.plan, '--milestones', 'some', expect=USAGE)

    def test_malformed_document(self):
        broken = self.file('broken.md', '---\nstatus: [active\n---\n# X\n')
        told = run('import', self.plan, broken, expect=INPUT).stderr
        self.assertIn('Line 3', told)
        self.assertFalse(self.plan.exists())


class Links(unittest.TestCase):
    @unittest.skipUnless(shutil.which('ldd'), 'no ldd here')
    def test_no_toolkit(self):
        libraries = subprocess.run(['ldd', CLI], capture_output=True, text=True, check=True).stdout
        self.assertNotRegex(libraries, r'lib(gtk|gdk|gsk)')


if __name__ == '__main__':
    unittest.main()
