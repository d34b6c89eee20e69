// A served desk in a folder of its own, on a port that the system picks.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const build = path.resolve(root, process.env.GUICHET_BUILD ?? 'build');
const startsWithin = 60_000;

// The address as the log says it; the rest of the log where the program ends before.
function address(server) {
  return new Promise((resolve, reject) => {
    let log = '';
    const late = setTimeout(() => reject(new Error(`not serving in time:\n${log}`)), startsWithin);
    server.stderr.on('data', (text) => {
      log += text;
      const found = /http:\/\/[\d.]+:\d+/.exec(log);
      if (!found) return;
      clearTimeout(late);
      resolve(found[0]);
    });
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`guichet serve ended (${code}):\n${log}`)));
  });
}

// As an administrator does before the desk is served to others. With `totp` the account is handed a
// second factor, whose secret is the answer.
function addAccount(database, { password, totp, ...account }) {
  const file = `${database}.password`;
  writeFileSync(file, password, { mode: 0o600 });
  const options = Object.entries(account).flatMap(([name, text]) => [`--${name}`, text]);
  execFileSync(path.join(build, 'guichet'),
    ['account', 'add', '--database', database, '--password-file', file, ...options]);
  if (!totp) return '';
  const handed = execFileSync(path.join(build, 'guichet'),
    ['account', 'totp', account.email, '--database', database], { stdio: ['ignore', 'pipe', 'ignore'] });
  return JSON.parse(handed).secret;
}

// A key of a program that may do what `may` says; shown this once.
function addKey(database, may) {
  const said = execFileSync(path.join(build, 'guichet'),
    ['account', 'key', 'add', '--database', database, '--label', 'essai', '--may', may], { stdio: ['ignore', 'pipe', 'ignore'] });
  return JSON.parse(said).key;
}

/**
 * Serves `folder` of examples/ until `stop()`. demo: the year of made-up requests, which is the
 * same each time; else an empty database in the desk's own folder, with `accounts` and `keys`
 * (what each may do; given as `desk.keys`) where given.
 */
export async function serve({ folder = 'pays-de-figeac', demo = true, options = [], accounts = [], keys = [] } = {}) {
  const place = mkdtempSync(path.join(tmpdir(), 'guichet-browser-'));
  const database = path.join(place, 'desk.db');
  const factors = {};
  const cases = demo ? ['--demo'] : ['--database', database];
  if (accounts.length > 0) {
    execFileSync(path.join(build, 'guichet'),
      ['publish', path.join(root, 'examples', folder), '--database', database, '--note', 'essai']);
    for (const account of accounts) factors[account.email] = addAccount(database, account);
  }
  const secrets = keys.map((may) => addKey(database, may));
  const server = spawn(
    path.join(build, 'guichet'),
    ['serve', path.join(root, 'examples', folder), ...cases, '--listen', '127.0.0.1:0', ...options],
    { cwd: place, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const stop = async () => {
    server.kill('SIGKILL');
    await ended;
    rmSync(place, { recursive: true, force: true });
  };
  try {
    return { address: await address(server), place, database, keys: secrets, factors, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

let shown;
// The demonstration for tests that only look; one for all of them.
export function demonstration() {
  shown ??= serve();
  return shown;
}
after(async () => (await shown)?.stop());

// A desk of its own for a test that changes something.
export async function ownDesk(t, options) {
  const desk = await serve(options);
  t.after(() => desk.stop());
  return desk;
}
