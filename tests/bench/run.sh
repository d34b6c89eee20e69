#!/usr/bin/env bash
# The commands that measure, over the generated routing tables.
# Usage: bash tests/bench/run.sh [BUILD] [TABLES]
set -euo pipefail
guichet=${1:-build}/guichet
tables=${2:-../shared/bench}
for rules in 60 1000 16369; do
  "$guichet" bench decide "$tables/routing-$rules.yaml" --inputs "$tables/inputs.jsonl" \
    --expect "$tables/expected-$rules.jsonl"
done
for rules in 60 1000; do
  "$guichet" bench prove "$tables/routing-$rules.yaml"
done
