#!/usr/bin/env bash
# Breaks the step function in fourteen ways and runs the project's own tests on each: a mutant that
# lives is a failure, and so is a patch that no longer applies. `tests/mutants/run.sh build [jobs
# [mutant ..]]`; the build is left as it is. The last line is `N passed, N failed`.
set -uo pipefail
cd "$(dirname "$0")/../.."
build=$(realpath "${1:-build}")
jobs=${2:-2}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The last command that makes a target of the build.
command_of() { ninja -C "$build" -t commands "$1" | tail -n 1; }

# The object of a source file, and the test binary that it is linked into.
object_of() {
  local module=${1%/*} top=${1%%/*}
  echo "$top/CMakeFiles/${module//\//_}.dir/${1#*/}.o"
}
suite_of() {
  local module=${1%/*}
  echo "tests/tests_${module//\//_}"
}

# Compiles a mutated source and links it before the library that holds the sound one.
build_mutant() {
  local source=$1 mutated=$2 object=$3 binary=$4 compile link
  compile=$(command_of "$(object_of "$source")")
  compile=${compile//"$(object_of "$source")"/"$object"}
  compile=${compile//"$PWD/$source"/"$mutated"}
  (cd "$build" && eval "$compile") || return 1
  link=$(command_of "$(suite_of "$source")")
  link=${link//" -o $(suite_of "$source")"/" $object -o $binary"}
  (cd "$build" && eval "$link")
}

# The title of the first test that failed, as Catch2 prints it: between two rules, wrapped.
killer() {
  awk '/^-----/ { if (title) { print title; exit } inside = 1; next }
       inside { sub(/^ +/, ""); title = title (title ? " " : "") $0 }' "$1"
}

try() {
  local patch=$1 name source folder code
  name=$(basename "$patch" .patch)
  source=$(sed -n 's/^+++ b\///p' "$patch")
  folder=$work/$name
  mkdir -p "$folder/${source%/*}"
  cp "$source" "$folder/$source"
  if ! patch -s -p1 -F0 -d "$folder" <"$patch" >"$folder/log" 2>&1; then
    echo "mutant $name: the patch no longer applies"
  elif ! build_mutant "$source" "$folder/$source" "$folder/mutant.o" "$folder/suite" \
    >"$folder/log" 2>&1; then
    echo "mutant $name: does not build"
    grep -m 3 -E 'error|undefined' "$folder/log"
  else
    timeout 60 "$folder/suite" --abort >"$folder/log" 2>&1
    code=$?
    if [ "$code" -eq 0 ]; then
      echo "mutant $name: lives"
    elif [ "$code" -eq 124 ]; then
      echo "mutant $name: killed by running for ever"
    else
      echo "mutant $name: killed by \"$(killer "$folder/log")\""
    fi
  fi >"$folder/verdict"
}

patches=(tests/mutants/*.patch)
if [ $# -gt 2 ]; then
  patches=()
  for name in "${@:3}"; do patches+=("tests/mutants/$name.patch"); done
fi
# A suite that fails anyway would kill every mutant.
for source in $(sed -n 's/^+++ b\///p' "${patches[@]}" | sort -u); do
  if ! timeout 120 "$build/$(suite_of "$source")" >"$work/log" 2>&1; then
    echo "$(suite_of "$source") fails without a mutant"
    tail -n 5 "$work/log"
    echo "0 passed, ${#patches[@]} failed"
    exit 1
  fi
done
for patch in "${patches[@]}"; do
  while [ "$(jobs -rp | wc -l)" -ge "$jobs" ]; do wait -n; done
  try "$patch" &
done
wait
for patch in "${patches[@]}"; do cat "$work/$(basename "$patch" .patch)/verdict"; done
passed=$(cat "$work"/*/verdict | grep -c ': killed by')
echo "$passed passed, $((${#patches[@]} - passed)) failed"
[ "$passed" -eq "${#patches[@]}" ]
