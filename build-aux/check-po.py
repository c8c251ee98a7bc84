#!/usr/bin/env python3
# check-po.py SOURCE_ROOT: fails when a string is not offered to translators or not translated.
# SPDX-License-Identifier: GPL-3.0-or-later
"""POTFILES names every source that marks strings, in order; each language in LINGUAS has them all."""

import pathlib
import re
import subprocess
import sys
import tempfile

MARKED = re.compile(r'\b(?:_|N_|C_|NC_|Q_|g_dngettext|ngettext)\s*\(')
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'ngettext:1,2', 'g_dcgettext:2',
            'g_dngettext:2,3', 'g_dpgettext2:2c,3']


def marked_sources(root):
    """Paths, relative to @root, of what holds translatable strings."""
    for path in sorted((root / 'src').rglob('*')):
        if path.suffix in ('.c', '.h'):
            code = re.sub(r'/\*.*?\*/', '', path.read_text(encoding='utf-8'), flags=re.DOTALL)
            if MARKED.search(code):
                yield str(path.relative_to(root))
    for path in sorted((root / 'data').rglob('*.ui')):
        if 'translatable="' in path.read_text(encoding='utf-8'):
            yield str(path.relative_to(root))
    for name in ('desktop.in', 'metainfo.xml.in', 'mime.xml.in', 'gschema.xml'):
        yield f'data/io.github.waymark.Waymark.{name}'


def listed_sources(root):
    lines = (root / 'po' / 'POTFILES').read_text(encoding='utf-8').splitlines()
    return [line for line in lines if line and not line.startswith('#')]


def check_list(root):
    listed, marked = set(listed_sources(root)), set(marked_sources(root))
    for path in sorted(marked - listed):
        yield f'po/POTFILES does not name {path}, which has strings to translate'
    if listed_sources(root) != sorted(listed):
        yield 'po/POTFILES is not sorted, or names a file twice'
    for path in sorted(listed):
        if not (root / path).exists():
            yield f'po/POTFILES names {path}, which is not there'


def check_language(root, template, language, scratch):
    """Faults of one translation against the strings that the sources have now."""
    po = root / 'po' / f'{language}.po'
    if not po.exists():
        yield f'po/LINGUAS names {language}, but po/{language}.po is not there'
        return
    merged = scratch / f'{language}.po'
    subprocess.run(['msgmerge', '--quiet', '--no-fuzzy-matching', '-o', merged, po, template],
                   check=True)
    fault = subprocess.run(['msgfmt', '--check', '-o', '/dev/null', merged],
                           capture_output=True, text=True, check=False)
    if fault.returncode != 0:
        yield f'{language}: {fault.stderr.strip()}'
    for kind in ('--untranslated', '--only-fuzzy'):
        found = subprocess.run(['msgattrib', kind, '--no-obsolete', '--no-wrap', merged],
                               capture_output=True, text=True, check=True).stdout
        for match in re.finditer(r'^msgid (".*"(?:\n".*")*)', found, re.MULTILINE):
            if match.group(1) != '""' or '\nmsgid_plural' in found[match.end():match.end() + 14]:
                what = 'not translated' if kind == '--untranslated' else 'fuzzy'
                yield f'{language}: {what}: {match.group(1)}'


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    faults = list(check_list(root))
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        template = scratch / 'waymark.pot'
        present = [path for path in listed_sources(root) if (root / path).exists()]
        subprocess.run(['xgettext', '--from-code=UTF-8', '--directory', root, '-o', template]
                       + [f'--keyword={word}' for word in KEYWORDS] + present,
                       check=True, stderr=subprocess.DEVNULL)
        for language in (root / 'po' / 'LINGUAS').read_text(encoding='utf-8').split():
            faults.extend(check_language(root, template, language, scratch))
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
