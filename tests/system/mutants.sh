#!/usr/bin/env bash
# The step function broken in fourteen ways: see tests/mutants/run.sh. A quarter of a minute.
exec bash "$(dirname "$0")/../mutants/run.sh" "$1"
