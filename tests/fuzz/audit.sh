#!/usr/bin/env bash
# What `make audit` runs: every suite under AddressSanitizer and UBSan, each fuzz target for
# FUZZ_SECONDS (600), pages on a slow line, sqlmap and wapiti, the times of answers at the door
# (told, not judged), the desk under load and beside slow connections, and the long comparisons of
# index with scan.
# The last line is `audit: clean` or names what was not.
set -uo pipefail
cd "$(dirname "$0")/../.."
unclean=()
step() {
  local name=$1
  shift
  echo "== $name"
  "$@" || unclean+=("$name")
}

export ASAN_OPTIONS=detect_stack_use_after_return=1
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
step "sanitizers, build" bash -c 'cmake --preset asan && cmake --build --preset asan'
step "sanitizers, suites" bash tests/run.sh build-asan
step "fuzzers, build" bash -c 'cmake --preset fuzz && cmake --build --preset fuzz'
step "fuzzers" bash tests/fuzz/run.sh
step "tables, build" bash -c 'cmake --preset dev && cmake --build --preset dev'
step "pages on a slow line" bash tests/browser/run.sh build audit
step "payloads, one by one" env GUICHET_PAYLOADS=alone build/tests/tests_adapters_web "*are words on every page*,what people write*"
step "intruders" bash tests/audit/intruders.sh build
step "times of signing in" node tests/audit/sign_in_times.mjs build
step "load" node tests/load/measure.mjs build
step "tables, index and scan" build/tests/table_differential --tables 100000

[ ${#unclean[@]} -eq 0 ] && { echo "audit: clean"; exit 0; }
printf 'audit: not clean: %s\n' "${unclean[@]}"
exit 1
