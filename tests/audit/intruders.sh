#!/usr/bin/env bash
# wapiti and sqlmap against a desk with accounts, signed in, and against the demonstration, on
# loopback: `tests/audit/intruders.sh build`. First both are shown holes, which they must find.
# INTRUDER_SECONDS (60) bounds each target of sqlmap, wapiti's walk and each of its modules; the whole
# is about ten minutes. The last line is `intruders: nothing found`, or says what was.
set -uo pipefail
cd "$(dirname "$0")/../.."
here=$PWD
build=$(realpath "${1:-build}")
seconds=${INTRUDER_SECONDS:-60}
out="$build/intruders"
rm -rf "$out" && mkdir -p "$out"
found=()
children=()
end() {
  kill "${children[@]}" 2>/dev/null
  wait 2>/dev/null
}
trap end EXIT
# The first line of $1 that matches $2, once it is there.
await() {
  for _ in $(seq 600); do
    grep -qE "$2" "$1" 2>/dev/null && break
    sleep 0.2
  done
  grep -oE "$2" "$1" | head -1
}

# Left out, since they cannot say anything here: those that call or read a site on the internet (ssrf,
# xxe, nikto, wapp), lists of guessed names (buster, brute_login_form), and csrf, which knows tokens by
# a list of names that ours is not on: tests/access/forgery_test.cpp walks every form without them.
modules="backup,blindsql,cookieflags,crlf,csp,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss"
# NAME MODULES ADDRESS [OPTION..]; its report is $out/NAME.json.
look_at() {
  local name=$1 which=$2 address=$3
  shift 3
  timeout $((seconds * 12)) /usr/bin/python3 "$here/tests/audit/wapiti.py" -u "$address/" -m "$which" -H "Sec-Fetch-Site: same-origin" --flush-session \
    --store-session "$out/$name" --max-scan-time "$seconds" --max-attack-time "$seconds" -d 4 \
    --max-files-per-dir 20 --max-links-per-page 60 -v 0 -f json -o "$out/$name.json" "$@" \
    >"$out/$name.log" 2>&1 </dev/null
  if grep -q "Unable to find a module" "$out/$name.log" || [ ! -s "$out/$name.json" ]; then
    tail -5 "$out/$name.log"
    found+=("wapiti did not look: $name")
    return 1
  fi
}
# NAME [OPTION..]: does sqlmap find an injection?
sql() {
  local name=$1
  shift
  timeout "$((seconds + 30))" sqlmap "$@" -H "Sec-Fetch-Site: same-origin" \
    --ignore-stdin --batch --level 3 --risk 2 --dbms SQLite --threads 4 --time-sec 2 --timeout 10 --retries 1 \
    --skip "User-Agent,Referer,Host,form-token,form-key,form-visit${kept:-}" --flush-session --disable-coloring \
    --ignore-code 401,403,404,409,422,429 --drop-set-cookie --tamper xforwardedfor \
    --output-dir "$out/sqlmap-$name" >"$out/sqlmap-$name.log" 2>&1
  [ $? = 124 ] && echo "000 (stopped by time)" >>"$out/sqlmap-$name.log"
  grep -qE "sqlmap identified the following injection|is vulnerable|appears to be '.*injectable" "$out/sqlmap-$name.log"
}

echo "== holes on purpose"
/usr/bin/python3 tests/audit/holed.py >"$out/holed.log" & children+=($!)
holed=$(await "$out/holed.log" "http://[0-9.:]+")
sql holed -u "$holed/?name=Ada" || found+=("sqlmap does not find a hole")
look_at holed "cookieflags,csp,http_headers,sql,xss" "$holed"
node tests/audit/wapiti_findings.mjs "$out/holed.json" all >"$out/holed.txt"
for hole in "SQL Injection" "Cross Site Scripting" "CSP is not set" "X-Frame-Options is not set" "HttpOnly flag is not set"; do
  grep -q "$hole" "$out/holed.txt" || found+=("wapiti does not find a hole: $hole")
done
[ ${#found[@]} -eq 0 ] && echo "found, as they should be"

# The demonstration of a few cases, whose visitor is its coordinator without signing in.
"$build/guichet" simulate "$here/examples/pays-de-figeac" --count 4 --from 2026-03-02 --until 2026-03-31 --seed 1 \
  --database "$out/demo.db" >/dev/null 2>&1
(cd "$out" && exec "$build/guichet" serve "$here/examples/pays-de-figeac" --demo --database demo.db --listen 127.0.0.1:0) \
  2>"$out/demo.log" & children+=($!)
demo=$!
shown=$(await "$out/demo.log" "http://[0-9.]+:[0-9]+")
echo "== wapiti, the demonstration"
look_at demo-pages "$modules" "$shown" && { node tests/audit/wapiti_findings.mjs "$out/demo-pages.json" || found+=("wapiti, demonstration"); }

node tests/audit/signed_in.mjs "$build" >"$out/desk.json" 2>"$out/desk.log" & children+=($!)
desk=$!
await "$out/desk.json" "}" >/dev/null
[ -s "$out/desk.json" ] || { cat "$out/desk.log"; echo "intruders: no desk to look at"; exit 1; }
of() { node -p "const it = JSON.parse(require('fs').readFileSync('$out/desk.json')); $1"; }
address=$(of it.address)
cookie=$(of it.headers.Cookie)
token=$(of it.token)
visit=$(of it.visit)
link=$(of "it.links[0]")

try() {
  local name=$1 kept=""
  shift
  [ "$name" = cases ] || kept=",guichet-session,guichet-visit"  # the cookies are tried once
  if sql "$name" --cookie "$cookie" "$@"; then
    found+=("sqlmap $name")
    grep -E "Parameter:|Type:|Payload:|appears to be" "$out/sqlmap-$name.log"
  fi
  local looked
  looked=$(grep -cE "does not seem to be injectable" "$out/sqlmap-$name.log")
  [ "$looked" != 0 ] || found+=("sqlmap did not look: $name")
  echo "sqlmap $name: $looked parameters; $(grep -E "^[0-9]{3} \(" "$out/sqlmap-$name.log" | tail -1 | cut -c1-150)"
}
json() {
  local name=$1 path=$2 body=$3
  try "$name" -u "$address$path" --data "$body" -H "Content-Type: application/json" -H "X-Guichet-Token: $token"
}
echo "== sqlmap"
# While the proof is fresh, which they want.
json api-account /api/accounts '{"email":"b@exemple.test","name":"B","role":"auditor"}'
json api-key /api/keys '{"label":"k","partner":"cma-46","days":5}'
try cases -u "$address/cases?text=ab&owner=coordinatrice&theme=creation&first=0"
try work -u "$address/?owner=coordinatrice&when=late&theme=creation&text=a&first=0"
try meanwhile -u "$address/meanwhile?who=coordinatrice&since=2026-01-01&first=0"
try results -u "$address/results?period=2026"
try directory -u "$address/directory/cma-46*"
try audit -u "$address/audit?who=claire&role=coordinator&act=login&object=case&from=2026-01-01&until=2026-12-31&before=99"
try api-cases -u "$address/api/cases?text=ab&owner=coordinatrice&theme=creation&first=0&most=5"
try api-audit -u "$address/api/audit?who=claire&act=login&from=2026-01-01&until=2026-12-31"
try api-case -u "$address/api/cases/1*"
try api-partner -u "$address/api/partners/cma-46*"
try link -u "$address/r/$link*"
try link-code -u "$address/r/$link/session" --data "code=AAAA-AAAA&trust=on&form-token=$token"
try request -u "$address/requests" --randomize form-key \
  --data "nom=a&telephone=0565000100&description=b&entreprise=c&form-token=$token&form-key=formkey12"
try ask -u "$address/ask" --randomize form-key \
  --data "nom=a&telephone=0565000100&description=b&themes=creation&commune=46102&form-visit=$visit&form-token=$token&form-key=formkey12"
json api-login /api/login '{"email":"a@exemple.test","password":"b"}'
json api-link-code "/api/links/$link/session" '{"code":"AAAA-AAAA"}'
json api-asks /api/asks '{"fields":{"nom":"a","telephone":"0565000100","description":"b"}}'
json api-requests /api/requests '{"fields":{"nom":"a","telephone":"0565000100","entreprise":"c"}}'
json api-note /api/cases/1/notes '{"words":"a note"}'
json api-act /api/cases/1/acts/x* '{"n":2,"with":{"contact":"Jo"}}'
json api-correct /api/cases/1/operator/correct '{"n":1,"with":{"nom":"Bea"},"reason":"r"}'
json api-merge /api/cases/1/people/merge '{"into":"S-00003"}'
json api-assign /api/cases/assign '{"cases":["1"],"owner":"coordinatrice","reason":"r"}'
json api-absence /api/staff/absences '{"who":"coordinatrice","from":"2026-12-01","to":"2026-12-02","substitute":"secretaire"}'
json api-draft /api/definition/check '{"path":"desk.yaml","text":"a: b"}'

# Else all of it was said to somebody who is not there.
curl -s "$address/api/me" -H "Cookie: $cookie" | grep -q coordinator || found+=("sqlmap was signed out")

echo "== wapiti, signed in"  # but where it would sign itself out
node -p "const jar = {}; for (const pair of process.argv[1].split('; ')) { const [name, value] = pair.split('=');
  jar[name] = { value, expires: null, secure: false, port: null, version: 0 }; }
  JSON.stringify({ '127.0.0.1': { '/': jar } })" "$cookie" >"$out/cookies.json"

look_at desk-pages "$modules" "$address" -c "$out/cookies.json" -x "$address/sign-out" \
  -s "$address/ask" -s "$address/r/$link" -s "$address/accounts" -s "$address/keys" -s "$address/audit" &&
  { node tests/audit/wapiti_findings.mjs "$out/desk-pages.json" || found+=("wapiti, signed in"); }

# What any of them made the server stumble over.
faults=$(cat "$out/desk.log" "$out/demo.log" | grep -cE " error |fault ")
[ "$faults" = 0 ] || { grep -hE " error |fault " "$out/desk.log" "$out/demo.log" | head -5; found+=("$faults faults in the log"); }
kill -0 $desk $demo 2>/dev/null || found+=("a desk ended")
[ ${#found[@]} -eq 0 ] && { echo "intruders: nothing found"; exit 0; }
printf 'intruders: %s\n' "${found[@]}"
exit 1
