#!/usr/bin/env python3
# check-mime.py MIME.xml WAYMARK-CLI: is a plan known for what it is, by its name and without one?
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

WANTED = 'application/vnd.waymark'


def main():
    source, cli = sys.argv[1], sys.argv[2]
    if not shutil.which('update-mime-database') or not shutil.which('gio'):
        print('update-mime-database or gio is not there')
        return 77
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        packages = root / 'share' / 'mime' / 'packages'
        packages.mkdir(parents=True)
        shutil.copy(source, packages / 'waymark.xml')
        subprocess.run(['update-mime-database', root / 'share' / 'mime'], check=True)
        environment = dict(os.environ, XDG_DATA_HOME=str(root / 'share'))

        plan = root / 'plan.waymark'
        subprocess.run([cli, 'new', plan], check=True)
        shutil.copy(plan, root / 'nameless')
        (root / 'empty.waymark').touch()
        for name in ('plan.waymark', 'nameless', 'empty.waymark'):
            answer = subprocess.run(['gio', 'info', '-a', 'standard::content-type', root / name],
                                    env=environment, check=True, capture_output=True, text=True)
            if name != 'empty.waymark' and WANTED not in answer.stdout:
                print(f'{name} is taken for something else:\n{answer.stdout}', file=sys.stderr)
                return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
