// Every test in one process, so that they share a browser. `node all.mjs NAME...` runs some files.
import { readdirSync } from 'node:fs';

const wanted = process.argv.slice(2);
const files = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.test.mjs'));
for (const file of files.sort()) {
  if (wanted.length === 0 || wanted.some((name) => file.startsWith(name))) await import(`./${file}`);
}
