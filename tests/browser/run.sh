#!/usr/bin/env bash
# The desk in a browser: `tests/browser/run.sh build [audit] [NAME...]`. Pictures of every page go into
# build/screenshots where GUICHET_SCREENSHOTS=1. All of it is played by two browsers beside each
# other: what each page owes, and the journeys. The last line is `N passed, N failed`.
set -uo pipefail
build=$(realpath "${1:-build}")
shift || true
cd "$(dirname "$0")"
if [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --ignore-scripts --no-audit --no-fund >&2 || exit 1
fi
export GUICHET_BUILD=$build

play() {
  node --test-reporter=./support/tally.mjs --test-reporter-destination=stdout all.mjs "$@"
}

if [ $# -gt 0 ]; then
  play "$@"
  exit
fi
owed=$(mktemp)
trap 'rm -f "$owed"' EXIT
play pages >"$owed" &
mapfile -t journeys < <(ls -- *.test.mjs | sed 's/\.test\.mjs$//' | grep -v '^pages$')
lived=$(play "${journeys[@]}")
a=$?
wait $!
b=$?
printf '%s\n' "$lived" | head -n -1
head -n -1 "$owed"
counts="$(tail -n 1 "$owed") $(printf '%s\n' "$lived" | tail -n 1)"
if [[ $counts =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed\ ([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
  echo "$((BASH_REMATCH[1] + BASH_REMATCH[3])) passed, $((BASH_REMATCH[2] + BASH_REMATCH[4])) failed"
  [ "$a" -eq 0 ] && [ "$b" -eq 0 ]
else
  echo "a browser's tests did not end: $counts"
  exit 1
fi
