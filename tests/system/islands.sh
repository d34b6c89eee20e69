#!/usr/bin/env bash
# The islands' pure parts, their types, their size: `tests/system/islands.sh build`.
set -uo pipefail
build=$(realpath "${1:-build}")
cd "$(dirname "$0")/../.."
islands=adapters/web/islands
sh "$islands/packages.sh" all || exit 1

passed=0
failed=0
verdict() {
  if [ "$1" -eq 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: $2"; fi
}

out=$build/islands-tests
mkdir -p "$out"
printf "import '%s';\n" "$PWD"/tests/adapters/web/islands/*.test.ts >"$out/all.ts"
NODE_PATH=$PWD/$islands/node_modules "$islands/node_modules/.bin/esbuild" "$out/all.ts" --bundle --platform=node \
  --format=esm --log-level=warning --sourcemap=inline --outfile="$out/all.mjs"
verdict $? "the tests of the islands are bundled"
tally=$(GUICHET_ROOT=$PWD node --enable-source-maps --test-reporter="$PWD/tests/browser/support/tally.mjs" \
  --test-reporter-destination=stdout "$out/all.mjs")
if [[ $(tail -n 1 <<<"$tally") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed ]]; then
  passed=$((passed + BASH_REMATCH[1]))
  failed=$((failed + BASH_REMATCH[2]))
  [ "${BASH_REMATCH[2]}" -eq 0 ] || echo "$tally"
else
  verdict 1 "the tests of the islands run: $tally"
fi

# Against the description of this very build.
bash adapters/web/client/pack.sh "$build" >/dev/null
verdict $? "the client for partners is packed"
cat >"$out/tsconfig.json" <<END
{ "extends": "$PWD/$islands/tsconfig.json",
  "compilerOptions": { "rootDirs": ["$PWD/adapters/web/client", "$build/client"], "typeRoots": [] },
  "include": ["$PWD/$islands/src"] }
END
"$islands/node_modules/.bin/tsc" -p "$out"
verdict $? "types of the islands"

# The example of the client's own page is TypeScript that compiles.
sed -n '/^```ts$/,/^```$/p' adapters/web/client/README.md | sed '/^```/d' >"$build/client/example.ts"
echo 'declare const process: { env: Record<string, string> };' >>"$build/client/example.ts"
sed -i "s/'guichet-client'/'.\/client.ts'/" "$build/client/example.ts"
"$islands/node_modules/.bin/tsc" --noEmit --strict --target es2022 --module esnext --moduleResolution bundler \
  --allowImportingTsExtensions --skipLibCheck "$build/client/example.ts"
verdict $? "the example of the client's README"

# On the wire, and only on the pages of the definition.
size=$(cat "$build"/adapters/web_islands/*.js | gzip -9c | wc -c)
[ "$size" -lt 204800 ]
verdict $? "the islands are below 200 KiB compressed: $size"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
