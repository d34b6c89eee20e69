#!/usr/bin/env bash
# wapiti and sqlmap against a desk with accounts, signed in, on loopback: `tests/audit/intruders.sh build`.
# About ten minutes; INTRUDER_SECONDS (90) bounds each target of sqlmap and a third of wapiti's run.
# The last line is `intruders: nothing found`, or says what was.
set -uo pipefail
cd "$(dirname "$0")/../.."
build=$(realpath "${1:-build}")
seconds=${INTRUDER_SECONDS:-90}
out="$build/intruders"
rm -rf "$out" && mkdir -p "$out"
node tests/audit/signed_in.mjs "$build" >"$out/desk.json" 2>"$out/desk.log" &
desk=$!
trap 'kill $desk 2>/dev/null; wait $desk 2>/dev/null' EXIT
for _ in $(seq 600); do
  [ -s "$out/desk.json" ] && break
  kill -0 $desk 2>/dev/null || { cat "$out/desk.log"; echo "intruders: no desk to look at"; exit 1; }
  sleep 0.2
done
of() { node -p "const it = JSON.parse(require('fs').readFileSync('$out/desk.json')); $1"; }
address=$(of it.address)
cookie=$(of it.headers.Cookie)
token=$(of it.token)
found=()

# The demonstration, whose visitor is its coordinator without signing in: wapiti presses every button,
# and would sign itself out. Left out: modules that have a
# site on the internet call back, and those that want TLS (flags of cookies, HSTS: the proxy's).
echo "== wapiti"
(cd "$out" && exec "$build/guichet" serve "$OLDPWD/examples/pays-de-figeac" --demo --listen 127.0.0.1:0) 2>"$out/demo.log" &
demo=$!
trap 'kill $desk $demo 2>/dev/null; wait $desk $demo 2>/dev/null' EXIT
for _ in $(seq 300); do grep -q "http://" "$out/demo.log" && break; sleep 0.2; done
shown=$(grep -oE "http://[0-9.]+:[0-9]+" "$out/demo.log" | head -1)
wapiti -u "$shown/" -H "Sec-Fetch-Site: same-origin" --flush-session \
  -m "sql,timesql,xss,permanentxss,crlf,exec,file,redirect,csp,methods,backup" \
  --max-scan-time $((seconds * 3)) --max-links-per-page 60 -v 0 -f json -o "$out/wapiti.json" \
  >"$out/wapiti.log" 2>&1 </dev/null
node - "$out/wapiti.json" <<'J' || found+=("wapiti")
const report = JSON.parse(require('fs').readFileSync(process.argv[2]));
let count = 0;
for (const kind of ['vulnerabilities', 'anomalies']) {
  for (const [name, all] of Object.entries(report[kind])) {
    for (const each of all) {
      count += 1;
      console.log(`${kind}: ${name}: ${each.method} ${each.path} ${each.parameter} ${each.info}`);
    }
  }
}
console.log(`wapiti: ${report.infos.crawled_pages_nbr ?? report.infos.crawled_pages?.length} pages, ${count} findings`);
process.exit(count === 0 ? 0 : 1);
J

sql() {
  local name=$1
  shift
  echo "== sqlmap, $name"
  timeout "$((seconds + 30))" sqlmap "$@" --cookie "$cookie" -H "Sec-Fetch-Site: same-origin" \
    --ignore-stdin --batch --level 3 --risk 2 --dbms SQLite --threads 4 --time-sec 2 --timeout 10 --retries 1 \
    --skip "User-Agent,Referer,Host,form-token,form-key" --flush-session --disable-coloring \
    --ignore-code 401,403,404,409,422,429 --drop-set-cookie \
    --output-dir "$out/sqlmap-$name" >"$out/sqlmap-$name.log" 2>&1
  if grep -qE "sqlmap identified the following injection|is vulnerable|appears to be '.*injectable" "$out/sqlmap-$name.log"; then
    found+=("sqlmap $name")
    grep -E "Parameter:|Type:|Payload:|appears to be" "$out/sqlmap-$name.log"
  fi
  grep -E "tested parameters|WARNING\] (no|HTTP)" "$out/sqlmap-$name.log" | tail -2 | cut -c1-200
}
sql cases -u "$address/cases?text=ab&owner=coordinatrice&theme=creation&first=0"
sql work -u "$address/?owner=coordinatrice&when=late&theme=creation&text=a&first=0"
sql meanwhile -u "$address/meanwhile?who=coordinatrice&since=2026-01-01&first=0"
sql api -u "$address/api/cases?text=ab&owner=coordinatrice&theme=creation&first=0&most=5"
sql case -u "$address/api/cases/1*"
sql request -u "$address/requests" \
  --data "nom=a&telephone=0565000100&description=b&entreprise=c&form-token=$token&form-key=k"

# What any of them made the server stumble over.
faults=$(cat "$out/desk.log" "$out/demo.log" | grep -c " error ")
[ "$faults" = 0 ] || found+=("$faults faults in the log")
kill -0 $desk $demo 2>/dev/null || found+=("a desk ended")
[ ${#found[@]} -eq 0 ] && { echo "intruders: nothing found"; exit 0; }
printf 'intruders: %s\n' "${found[@]}"
exit 1
