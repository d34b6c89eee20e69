// What a report of wapiti names, a line each; ends with 0 where nothing is left after what is judged
// by name. `node wapiti_findings.mjs REPORT.json [all]`: with `all`, nothing is judged.
import { readFileSync } from 'node:fs';

// Of what is read over plain HTTP on loopback, and only of these sentences:
const judged = [
  // The answer to https alone; "a browser that came by https .." in tests/adapters/http shows it.
  [/^Strict-Transport-Security is not set$/, 'only a desk whose base_url is https sends it'],
  [/^Secure flag is not set in the cookie/, 'only a desk whose base_url is https sets it'],
  // A filter that browsers have taken out, since it made holes; the policy of contents is there.
  [/^X-XSS-Protection is not set$/, 'no browser reads it any more'],
];
const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const all = process.argv[3] === 'all';
let count = 0;
for (const kind of ['vulnerabilities', 'anomalies']) {
  for (const [name, found] of Object.entries(report[kind])) {
    for (const { method, path, parameter, info } of found) {
      const why = all ? undefined : judged.find(([sentence]) => sentence.test(info))?.[1];
      if (why === undefined) count += 1;
      console.log(`${why === undefined ? 'found' : 'judged'}: ${name}: ${method} ${path} ${parameter} ${info}`
        + (why === undefined ? '' : ` (${why})`));
    }
  }
}
console.log(`wapiti: ${count} findings`);
process.exit(count === 0 ? 0 : 1);
