#!/usr/bin/env python3
# check-layers.py SRC: fails when a source includes from a layer that its own may not see.
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers of src/ and what each may include; GTK belongs to ui/ alone."""

import pathlib
import re
import sys

# Layer: the layers right below it. What those see, it sees too.
BELOW = {
    'model': [],
    'schedule': [],
    'store': ['model'],
    'document': ['store', 'schedule'],
    'metrics': ['document'],
    'exchange': ['metrics'],
    'chart': ['metrics'],
    'report': ['chart'],
    'cli': ['report', 'exchange'],
    'ui': ['report', 'exchange'],
}
TOOLKIT = re.compile(r'(gtk|gdk|gsk|adw)[-/\w.]*\.h$')
# The engine works on flat arrays and knows no object system.
OBJECTS = re.compile(r'(glib-object\.h|gio/)')
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def visible(layer):
    """All layers that @layer may include, itself among them."""
    seen = {layer}
    for lower in BELOW[layer]:
        seen |= visible(lower)
    return seen


def check(path, layer):
    """The faults of one source, as lines of text."""
    allowed = visible(layer)
    text = path.read_text(encoding='utf-8')
    for match in INCLUDE.finditer(text):
        kind, name = match.groups()
        place = f'{path}:{text.count(chr(10), 0, match.start()) + 1}'
        if TOOLKIT.match(name) and layer != 'ui':
            yield f'{place}: {layer}/ may not include <{name}>: only ui/ knows GTK'
        if OBJECTS.match(name) and layer == 'schedule':
            yield f'{place}: schedule/ may not include <{name}>: it works on flat arrays'
        if kind == '<':
            continue
        target = name.split('/')[0]
        if target in BELOW and target not in allowed:
            yield f'{place}: {layer}/ may not include "{name}": {target}/ is not below it'
        elif '/' not in name and name != 'config.h':
            yield f'{place}: "{name}" must be included as "{layer}/…", so that its layer shows'


def main():
    root = pathlib.Path(sys.argv[1])
    faults, n_files = [], 0
    for folder in sorted(p for p in root.iterdir() if p.is_dir()):
        if folder.name not in BELOW:
            faults.append(f'{folder}: a layer that check-layers.py does not know')
            continue
        for path in sorted(folder.rglob('*.[ch]')):
            n_files += 1
            faults.extend(check(path, folder.name))
    for fault in faults:
        print(fault, file=sys.stderr)
    if n_files == 0:
        print(f'{root}: no sources found', file=sys.stderr)
        return 1
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
