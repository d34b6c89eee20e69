#!/usr/bin/env bash
# How much faster rules/feel evaluates the kit's literal expressions than feelin does, which parses
# at each call. Usage: bash tests/bench/feelin/run.sh [BUILD] [KIT]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "${1:-$here/../../../build}" && pwd)
kit=$(cd "${2:-$here/../../../../shared/tck}" && pwd)
[ -x "$build/bench/feel_kit_times" ] || { echo "bench-feelin: $build is not built" >&2; exit 1; }

cd "$here"
if [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --ignore-scripts --no-audit --no-fund --silent
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 extract.py "$kit" >"$work/expressions.jsonl"
node feelin.mjs "$work/expressions.jsonl" >"$work/feelin.jsonl"
"$build/bench/feel_kit_times" "$work/expressions.jsonl" "$work/feelin.jsonl"
