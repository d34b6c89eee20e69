// A desk with accounts and made-up cases, and somebody who has signed in to it. Writes one line of
// JSON (address, headers of a signed-in browser, a form's token, that of the public form, a letter's
// link) and serves until it is ended. It believes this machine's X-Forwarded-For, so that limits by
// address can be walked around on purpose.
import { execFileSync, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const build = path.resolve(process.argv[2] ?? 'build');
const example = path.resolve(import.meta.dirname, '../../examples/pays-de-figeac');
const program = path.join(build, 'guichet');
const place = mkdtempSync(path.join(tmpdir(), 'guichet-audit-'));
const database = path.join(place, 'desk.db');
const password = 'tilleul brouette magnesium ourlet';
const day = (back) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
const run = (...words) => execFileSync(program, words, { stdio: ['ignore', 'ignore', 'inherit'] });

run('simulate', example, '--count', '60', '--from', day(60), '--until', day(0), '--seed', '1', '--database', database);
writeFileSync(path.join(place, 'password'), password, { mode: 0o600 });
const add = (email, role, ...more) => run('account', 'add', '--database', database,
  '--password-file', path.join(place, 'password'), '--email', email, '--name', 'Claire Vernhes', '--role', role, ...more);
add('claire@exemple.test', 'coordinator,administrator,auditor', '--member', 'coordinatrice');
// AUDIT_PEOPLE others, elu1@exemple.test and so on, of whom two thirds may not come in any more.
const people = Number(process.env.AUDIT_PEOPLE ?? 0);
for (let i = 1; i <= people; ++i) {
  add(`elu${i}@exemple.test`, 'official');
  if (i > people / 3) run('account', 'disable', `elu${i}@exemple.test`, '--database', database);
}

writeFileSync(path.join(place, 'guichet.ini'), '[proxy]\ntrusted = 127.0.0.1\n');

const server = spawn(program,
  ['serve', example, '--database', database, '--listen', '127.0.0.1:0', '--settings', 'guichet.ini'],
  { cwd: place, stdio: ['ignore', 'ignore', 'pipe'] });
const end = () => {
  server.kill('SIGKILL');
  rmSync(place, { recursive: true, force: true });
  process.exit(0);
};
process.on('SIGTERM', end);
process.on('SIGINT', end);
const address = await new Promise((resolve, reject) => {
  let log = '';
  server.stderr.on('data', (text) => {
    log += text;
    const found = /http:\/\/[\d.]+:\d+/.exec(log);
    if (found) resolve(found[0]);
  });
  server.once('exit', (code) => reject(new Error(`guichet serve ended (${code}):\n${log}`)));
});

// RFC 6238 over a secret in base 32.
function totp(secret) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replace(/[\s=]/g, '').toUpperCase()]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const digest = createHmac('sha1', key).update(counter).digest();
  return String((digest.readUInt32BE(digest.at(-1) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const jar = new Map();
const headers = () => ({
  'Sec-Fetch-Site': 'same-origin',
  Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
});
async function ask(target, body) {
  const answer = await fetch(address + target, {
    method: body ? 'POST' : 'GET', redirect: 'manual',
    headers: { ...headers(), ...(body ? { 'Content-Type': 'application/json' } : {}) },
    body: body && JSON.stringify(body),
  });
  for (const cookie of answer.headers.getSetCookie()) {
    const [name, value] = cookie.split(';')[0].split('=');
    jar.set(name, value);
  }
  const text = await answer.text();
  if (answer.status >= 400) throw new Error(`${target}: ${answer.status} ${text}`);
  return text;
}
await ask('/api/login', { email: 'claire@exemple.test', password });
const { secret } = JSON.parse(await ask('/api/account/second-factor', {}));
const { token } = JSON.parse(await ask('/api/account/second-factor/code', { code: totp(secret) }));
const visit = /name="form-visit" value="([^"]+)"/.exec(await ask('/ask'))[1];

// The links of letters to partners, where the letters wait.
const links = execFileSync('/usr/bin/python3', ['-c', `
import re, sqlite3, sys
rows = sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True).execute("select body_text from outbox where to_kind = 'partner'")
print("\\n".join({link for (text,) in rows for link in re.findall(r"/r/(\\d+-\\d+-[0-9a-f]{32})", text)}))
`, database], { encoding: 'utf8' }).split('\n').filter(Boolean);
if (links.length === 0) throw new Error('there is no letter with a link');
console.log(JSON.stringify({ address, headers: headers(), token, visit, links, password }));
