// Every test in one process, so that they share a browser. `node all.mjs [audit] [NAME...]`: only
// files of these names; with `audit` the long ones, which `make test` leaves out.
import { readdirSync } from 'node:fs';

const [first, ...rest] = process.argv.slice(2);
const ending = first === 'audit' ? '.audit.mjs' : '.test.mjs';
const wanted = first === 'audit' ? rest : process.argv.slice(2);
const files = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith(ending));
for (const file of files.sort()) {
  if (wanted.length === 0 || wanted.some((name) => file.startsWith(name))) await import(`./${file}`);
}
