#!/usr/bin/env bash
# The client for partners, of a build: `pack.sh build` fills build/client and packs it.
# `pack.sh build types` makes schema.d.ts alone, which the islands' type check reads.
set -euo pipefail
build=$(realpath "${1:-build}")
cd "$(dirname "$0")"
islands=../islands
sh "$islands/packages.sh" all

out=$build/client
mkdir -p "$out"
"$build/guichet" routes --openapi >"$out/openapi.json"
node "$islands/node_modules/openapi-typescript/bin/cli.js" "$out/openapi.json" -o "$out/schema.d.ts" >/dev/null
[ "${2:-}" != types ] || exit 0

cp client.ts tsconfig.json package.json README.md "$out/"
node "$islands/node_modules/typescript/bin/tsc" -p "$out"
cd "$out"
npm pack --silent
