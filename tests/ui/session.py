# session.py: Waymark in a private session, seen and handled as a person does.
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the real program on the display that build-aux/private-display made, and drives it
with the mouse and the keyboard (xdotool), the accessibility tree (AT-SPI) and pictures."""

import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

TOOLS = ('xdotool', 'import', 'pdftotext')
TIMEOUT = float(os.environ.get('WAYMARK_UI_TIMEOUT', '60'))


def skip(reason):
    print(f'skipped: {reason}')
    sys.exit(77)


def need_tools():
    """Ends the test as skipped where the machine cannot run it."""
    for tool in TOOLS:
        if not shutil.which(tool):
            skip(f'{tool} is not installed')
    try:
        import gi
        gi.require_version('Atspi', '2.0')
        from gi.repository import Atspi  # noqa: F401
    except (ImportError, ValueError) as error:
        skip(f'AT-SPI cannot be used: {error}')


def wait_for(what, condition, timeout=TIMEOUT):
    """Polls until @condition gives something true, and returns it."""
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f'waited {timeout:.0f} s in vain for {what}')


def xdotool(*words):
    done = subprocess.run(['xdotool', *map(str, words)], capture_output=True, text=True, check=False)
    return done.stdout.strip()


class Picture:
    """What the screen shows, as pixels."""

    def __init__(self):
        self.width, self.height = map(int, xdotool('getdisplaygeometry').split())
        self.bytes = subprocess.run(['import', '-window', 'root', '-depth', '8', 'rgb:-'],
                                    capture_output=True, check=True).stdout

    def pixel(self, x, y):
        at = (y * self.width + x) * 3
        return tuple(self.bytes[at:at + 3])

    def runs(self, y, left, right, colours, tolerance=12):
        """Stretches of row @y whose pixels are one of @colours, as (first, last)."""
        found, start = [], None
        for x in range(left, right):
            pixel = self.pixel(x, y)
            hit = any(all(abs(a - b) <= tolerance for a, b in zip(pixel, colour))
                      for colour in colours)
            if hit and start is None:
                start = x
            elif not hit and start is not None:
                found.append((start, x - 1))
                start = None
        return found

    def n_colours(self):
        """How many different colours there are: an empty window has few."""
        return len({self.bytes[i:i + 3] for i in range(0, len(self.bytes), 3 * 37)})


class App:
    """One run of the program on a plan."""

    def __init__(self, plan=None, **environment):
        self.plan = pathlib.Path(plan) if plan else None
        self.log = open(os.environ.get('WAYMARK_UI_LOG', os.devnull), 'a', encoding='utf-8')
        env = dict(os.environ, GSETTINGS_BACKEND='keyfile', G_DEBUG=os.environ.get('WAYMARK_UI_DEBUG', 'fatal-criticals'),
                   **environment)
        env.pop('GTK_A11Y', None)
        self.process = subprocess.Popen(
            [os.environ['WAYMARK_APP']] + ([str(plan)] if plan else []), env=env,
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        self.window = wait_for('the window', self.find_window)
        xdotool('windowactivate', '--sync', self.window)

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        self.log.close()

    # The window.

    def find_window(self):
        if self.process.poll() is not None:
            raise AssertionError(f'waymark ended with status {self.process.returncode}')
        return xdotool('search', '--onlyvisible', '--pid', self.process.pid).split('\n')[0]

    def windows(self):
        return xdotool('search', '--onlyvisible', '--pid', self.process.pid).split()

    def title(self):
        return xdotool('getwindowname', self.window)

    def resize(self, width, height):
        xdotool('windowsize', '--sync', self.window, width, height)
        xdotool('windowmove', '--sync', self.window, 0, 0)

    def focus(self):
        xdotool('windowactivate', '--sync', self.window)

    def quit(self):
        """Closes the program as a person does; it must end well."""
        self.focus()
        self.key('ctrl+q')
        try:
            status = self.process.wait(TIMEOUT)
        except subprocess.TimeoutExpired as error:
            raise AssertionError('Ctrl+Q did not end the program') from error
        if status != 0:
            raise AssertionError(f'waymark ended with status {status}')

    # Hands.

    def key(self, *keys):
        for key in keys:
            xdotool('key', '--clearmodifiers', key)
            time.sleep(0.15)

    def type(self, text):
        xdotool('type', '--delay', '20', text)
        time.sleep(0.2)

    def click(self, x, y, button=1):
        xdotool('mousemove', '--sync', int(x), int(y))
        time.sleep(0.1)
        xdotool('click', button)
        time.sleep(0.2)

    def drag(self, x, y, to_x, to_y, steps=8):
        xdotool('mousemove', '--sync', int(x), int(y))
        time.sleep(0.2)
        xdotool('mousedown', 1)
        for step in range(1, steps + 1):
            xdotool('mousemove', '--sync', int(x + (to_x - x) * step / steps),
                    int(y + (to_y - y) * step / steps))
            time.sleep(0.05)
        time.sleep(0.3)
        xdotool('mouseup', 1)
        time.sleep(0.5)

    # Eyes.

    def accessible(self):
        """The root of the program's accessibility tree, once it is there."""
        from gi.repository import Atspi

        def find():
            desktop = Atspi.get_desktop(0)
            for i in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(i)
                if child is not None and child.get_process_id() == self.process.pid:
                    return child
            return None
        return wait_for('the accessibility tree', find)

    def walk(self, node=None, depth=0):
        """Every accessible below @node, showing ones only."""
        node = node or self.accessible()
        yield node
        if depth > 60:
            return
        try:
            count = node.get_child_count()
        except Exception:  # it went while we looked
            return
        for i in range(min(count, 400)):
            try:
                child = node.get_child_at_index(i)
            except Exception:
                continue
            if child is not None:
                yield from self.walk(child, depth + 1)

    def find(self, name, role=None):
        """An accessible with that name (and role name), or None."""
        from gi.repository import Atspi
        for node in self.walk():
            try:
                if node.get_name() == name and (role is None or node.get_role_name() == role):
                    if node.get_state_set().contains(Atspi.StateType.SHOWING):
                        return node
            except Exception:
                continue
        return None

    def names(self):
        return {name for name in (node.get_name() for node in self.walk()) if name}

    def picture(self, name):
        """Saves the screen beside the test's log, for people to look at."""
        folder = pathlib.Path(os.environ.get('WAYMARK_UI_PICTURES', '.'))
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(['import', '-window', 'root', folder / f'{name}.png'], check=True)

    # The file, read by somebody else.

    def query(self, sql, *values):
        with sqlite3.connect(f'file:{self.plan}?mode=ro', uri=True) as database:
            return database.execute(sql, values).fetchall()
