#!/usr/bin/env bash
# Mistakes planted in every kind of file of a desk are all named in one run of `check`.
set -uo pipefail
cd "$(dirname "$0")/../.."
guichet=$1/guichet
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -r examples/pays-de-figeac/. "$folder"
passed=0
failed=0
expected=()

# plant FILE GOOD BAD: the first GOOD becomes BAD; the line where it stands must be named.
plant() {
  local file=$1 good=$2 bad=$3 line
  line=$(grep -nF -- "$good" "$folder/$file" | head -1 | cut -d: -f1)
  if [ -z "$line" ]; then
    echo "FAILED: '$good' is not in $file"
    failed=$((failed + 1))
    return
  fi
  python3 - "$folder/$file" "$good" "$bad" <<'P'
import sys
path, good, bad = sys.argv[1:]
text = open(path, encoding="utf-8").read()
open(path, "w", encoding="utf-8").write(text.replace(good, bad, 1))
P
  expected+=("$file:$line:")
}

plant workflows/socle.yaml "after: 3bd" "after: 3bdd"
plant workflows/transmission.yaml "title:" "titel:"
plant rules/eligibilite.yaml ">= 20" '>= "20"'
plant rules/eligibilite.yaml "selects: R-TPE" "selects: R-TPEE"
plant rules/convention-cadre.yaml "quota: {" "quota: {maxx: 1, "
plant partners.yaml "email: direction.cci-46" "emial: direction.cci-46"
plant fields.yaml "in: communes" "in: comunes"
plant intake.yaml "recrutement: recrutement" "recrutement: recrutment"
plant letters/relance-partenaire.md "{{ " "{{ 1 + "
plant calendars/france.yaml "zone: Europe/Paris" "zone: Europe/Pari"
plant desk.yaml "bind: role:coordination" "bind: rôle:coordination"
plant population.yaml "chance: 0.85" "chance: 1.85"
plant tests/boulangerie.yaml "from: cma-46" "from: cma-64"

"$guichet" check "$folder" --lang en >/dev/null 2>"$folder/said"
code=$?
[ "$code" -eq 1 ] || { echo "FAILED: exit $code"; failed=$((failed + 1)); }
for place in "${expected[@]}"; do
  if grep -qF -- "/$place" "$folder/said"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: nothing said about $place"
  fi
done
[ "$failed" -eq 0 ] || cat "$folder/said"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
