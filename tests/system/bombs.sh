#!/usr/bin/env bash
# The bombs of tests/rules/feel/bombs.csv through the command line, each in its own process: time
# and memory are measured from outside. Usage: bombs.sh BUILD
set -uo pipefail
cd "$(dirname "$0")/../.."
exec python3 tests/system/bombs_test.py "$1/guichet"
