#!/usr/bin/env bash
# Fuzzes one target, or each in turn: FUZZ_SECONDS=60 tests/fuzz/run.sh [TARGET...]
# Corpora grow in build-fuzz/corpus; what crashes is left in build-fuzz/crashes/TARGET.
set -uo pipefail
cd "$(dirname "$0")/../.."
seconds=${FUZZ_SECONDS:-600}
kit=${KIT:-../shared/tck}
fuzzers=${FUZZERS:-build-fuzz/fuzz}
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(feel_fuzz table_fuzz dmn_fuzz)

# The kit stays outside the repository: its models and their expressions are read by path.
add_kit() {
  local target=$1 corpus=$2
  [ -d "$kit" ] || { echo "$target: not seeded from the kit: $kit is absent"; return; }
  case $target in
    dmn_fuzz) find "$kit" -name '*.dmn' -size -16k -exec cp -n {} "$corpus" \; ;;
    feel_fuzz)
      python3 tests/bench/feelin/extract.py "$kit" | python3 -c '
import hashlib, json, sys
for line in sys.stdin:
    text = ("l" + json.loads(line)["text"]).encode()
    open(sys.argv[1] + "/kit-" + hashlib.sha1(text).hexdigest(), "wb").write(text)' "$corpus"
      ;;
  esac
}

status=0
for target in "${targets[@]}"; do
  corpus=build-fuzz/corpus/$target
  crashes=build-fuzz/crashes/$target/
  mkdir -p "$corpus" "$crashes"
  add_kit "$target" "$corpus"
  found=tests/fuzz/found/$target
  mkdir -p "$found"
  UBSAN_OPTIONS=print_stacktrace=1 "$fuzzers/$target" "$corpus" tests/fuzz/seeds/"$target" \
    "$found" -dict=tests/fuzz/"${target%_fuzz}".dict -max_total_time="$seconds" -timeout=10 \
    -rss_limit_mb=1024 -max_len=16384 -artifact_prefix="$crashes" -print_final_stats=1 \
    -verbosity=0 || { echo "$target: found something, see $crashes"; status=1; }
done
exit $status
