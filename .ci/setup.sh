#!/usr/bin/env bash
# Installs what is missing on Debian 12: `.ci/setup.sh run`, `test` or `audit`. Installs nothing, and
# asks for no rights, where everything is there.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
lists=("$here/packages-run.txt")
case ${1:-run} in
  run) ;;
  test) lists+=("$here/packages-test.txt") ;;
  audit) lists+=("$here/packages-test.txt" "$here/packages-audit.txt") ;;
  *) echo "setup.sh: run, test or audit, not '$1'" >&2; exit 2 ;;
esac

missing=()
for package in $(cat "${lists[@]}" | sed 's/#.*//'); do
  case $package in
    # A newer Node from elsewhere brings its own npm, which Debian's package would take away.
    nodejs) command -v node >/dev/null && continue ;;
    npm) command -v npm >/dev/null && continue ;;
  esac
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
  echo "installing: ${missing[*]}" >&2
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
fi
