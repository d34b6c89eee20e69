#!/usr/bin/env bash
# The client for partners, of a build: `pack.sh build` fills build/client and packs it.
# `pack.sh build types` makes schema.d.ts alone, which the islands' type check reads.
set -euo pipefail
build=$(realpath "${1:-build}")
cd "$(dirname "$0")"
# Two may ask for it at the same time (the tests do): one after the other.
exec 9>"$build/client.lock"
flock 9
islands=../islands
sh "$islands/packages.sh" all

out=$build/client
made=$out.made
rm -rf "$made"
mkdir -p "$out" "$made"
"$build/guichet" routes --openapi >"$made/openapi.json"
node "$islands/node_modules/openapi-typescript/bin/cli.js" "$made/openapi.json" -o "$made/schema.d.ts" >/dev/null
if [ "${2:-}" != types ]; then
  cp client.ts tsconfig.json package.json README.md "$made/"
  node "$islands/node_modules/typescript/bin/tsc" -p "$made"
  (cd "$made" && npm pack --silent)
fi
# Whole files only, for whoever reads them meanwhile.
mv -f "$made"/* "$out/"
rmdir "$made"
