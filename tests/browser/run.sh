#!/usr/bin/env bash
# The desk in a browser: `tests/browser/run.sh build [audit] [NAME...]`. Pictures of every page go into
# build/screenshots where GUICHET_SCREENSHOTS=1. The last line is `N passed, N failed`.
set -uo pipefail
build=$(realpath "${1:-build}")
shift || true
cd "$(dirname "$0")"
if [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --ignore-scripts --no-audit --no-fund >&2 || exit 1
fi
GUICHET_BUILD=$build exec node --test-reporter=./support/tally.mjs --test-reporter-destination=stdout all.mjs "$@"
