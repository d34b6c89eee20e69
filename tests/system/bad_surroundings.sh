#!/usr/bin/env bash
# What is wrong around the program ends in one clear sentence and its exit code.
set -uo pipefail
cd "$(dirname "$0")/../.."
guichet=$1/guichet
desk=examples/riverside-makers
folder=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$folder"' EXIT
passed=0
failed=0

# expect NAME EXIT WORDS COMMAND...: the exit code, the words on standard error, few lines there.
expect() {
  local name=$1 want=$2 words=$3 code
  shift 3
  "$@" >"$folder/out" 2>"$folder/err" </dev/null
  code=$?
  if [ "$code" -eq "$want" ] && grep -q -- "$words" "$folder/err" && [ "$(wc -l <"$folder/err")" -le 6 ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $name: exit $code, expected $want with '$words'"
    cat "$folder/err"
  fi
}

expect "no such desk" 1 "nulle-part" "$guichet" check "$folder/nulle-part" --lang fr
expect "no command" 2 "did you mean 'check'" "$guichet" chekc
expect "an unknown option" 2 "usage: guichet check" "$guichet" check "$desk" --frmat json
expect "a missing argument" 2 "missing: DIR" "$guichet" check
expect "not built yet" 2 "not carried out by this version" "$guichet" backup "$desk"
expect "an unreadable file" 1 "cannot read" "$guichet" import "$desk" "$folder/none.csv" --database "$folder/a.db" --lang en
expect "PostgreSQL" 1 "PostgreSQL" "$guichet" case list --database postgresql://localhost/x --lang en
cp README.md "$folder/README.md"
expect "a database that is none" 1 "guichet:" "$guichet" case list --database "$folder/README.md" --lang en
expect "another machine's address" 1 "127.0.0.1" "$guichet" serve "$desk" --demo --listen 0.0.0.0:8099 --lang en
expect "a bad setting" 1 "smtp.hots" bash -c "printf '[smtp]\nhots = x\n' > $folder/s.ini; exec $guichet serve $desk --demo --settings $folder/s.ini --lang en"

# A database of a newer schema.
printf '%s\n' 'reference;received_on;name;phone;description' 'R-1;2026-03-02;Ada;01632 960020;A bench' >"$folder/one.csv"
"$guichet" import "$desk" "$folder/one.csv" --database "$folder/new.db" >/dev/null
sqlite3 "$folder/new.db" "update schema_version set version = version + 1"
expect "a newer schema" 1 "newer" "$guichet" case list --database "$folder/new.db" --lang en

# A port in use, and a database in use.
"$guichet" serve "$desk" --database "$folder/served.db" --listen 127.0.0.1:18997 2>/dev/null &
for _ in $(seq 100); do curl -sf http://127.0.0.1:18997/health >/dev/null && break; sleep 0.05; done
expect "a port in use" 1 "18997" "$guichet" serve "$desk" --database "$folder/other.db" --listen 127.0.0.1:18997 --lang en
expect "a database in use" 1 "served.db" "$guichet" case list --database "$folder/served.db" --lang en
expect "publishing while it is served" 1 "served.db" "$guichet" publish "$desk" --database "$folder/served.db" --lang en

# A page elsewhere whose name points here reads nothing.
if [ "$(curl -s -o /dev/null -w '%{http_code}' -H 'Host: evil.example:18997' http://127.0.0.1:18997/api/cases)" = 421 ] &&
  [ "$(curl -s -o /dev/null -w '%{http_code}' http://localhost:18997/api/cases)" = 200 ]; then
  passed=$((passed + 1))
else
  failed=$((failed + 1))
  echo "FAILED: another site's name"
fi

# The same file twice adds nothing; a bad line is named and nothing of it kept.
printf '%s\r\n' 'reference;received_on;name;phone;description' 'R-1;2026-03-02;Ada;01632 960020;A bench' 'R-2;soon;Eve;01632 960021;A vice' >"$folder/two.csv"
"$guichet" import "$desk" "$folder/two.csv" --database "$folder/imp.db" >"$folder/first" 2>"$folder/err"
"$guichet" import "$desk" "$folder/two.csv" --database "$folder/imp.db" >"$folder/second" 2>/dev/null
if grep -q '"rows":2,"added":1,"known":0,"rejected":1' "$folder/first" && grep -q '"added":0,"known":1' "$folder/second" && grep -q 'two.csv:3:5' "$folder/err"; then
  passed=$((passed + 1))
else
  failed=$((failed + 1))
  echo "FAILED: import"
  cat "$folder/first" "$folder/second" "$folder/err"
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
