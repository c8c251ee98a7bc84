#!/bin/sh
# check-man.sh GROFF PAGE WAYMARK-CLI: the manual formats without a warning and names every verb.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
groff=$1 page=$2 cli=$3
warnings=$("$groff" -man -Tutf8 -ww -z "$page" 2>&1)
if [ -n "$warnings" ]; then
  echo "$warnings" >&2
  exit 1
fi
verbs=$("$cli" --help | sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p')
[ -n "$verbs" ] || { echo "--help names no verb" >&2; exit 1; }
for verb in $verbs; do
  grep -q "^\.BI $verb " "$page" || { echo "the manual does not describe “$verb”" >&2; exit 1; }
done
for verb in $(sed -n 's/^\.BI \([a-z]*\) .*/\1/p' "$page"); do
  echo "$verbs" | grep -qx "$verb" || { echo "the manual describes “$verb”, which is no verb" >&2; exit 1; }
  "$cli" "$verb" --help | grep -q "waymark-cli $verb " || { echo "$verb --help fails" >&2; exit 1; }
done
