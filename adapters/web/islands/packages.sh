#!/bin/sh
# Installs what package-lock.json pins, unless it is there: `packages.sh` for building, `packages.sh
# all` for checking types too. Two builds at once wait for each other.
set -eu
cd "$(dirname "$0")"
wanted=${1:-building}

is_there() {
  [ -f node_modules/.package-lock.json ] || return 1
  [ ! package-lock.json -nt node_modules/.package-lock.json ] || return 1
  [ "$wanted" != all ] || [ -f node_modules/typescript/package.json ]
}

exec 9<package-lock.json
flock 9
is_there && exit 0
omit=
[ "$wanted" = all ] || omit=--omit=dev
# shellcheck disable=SC2086
npm ci $omit --ignore-scripts --no-audit --no-fund >&2 || {
  echo "npm ci failed in adapters/web/islands (is npm installed, is there a network?)" >&2
  exit 1
}
touch node_modules/.package-lock.json
