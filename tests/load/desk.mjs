// A desk with about 10,000 open cases, served on loopback, without accounts. Its requests are of the
// three months before today, so that timers are due at the pace of a desk, not all at once.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const example = path.join(root, 'examples/pays-de-figeac');
const day = (back) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);

// Kept from run to run of the same day: it takes a minute.
function population(build, count) {
  const file = path.join(build, 'load', `population-${count}-${day(0)}.db`);
  if (existsSync(`${file}.whole`)) return file;
  mkdirSync(path.dirname(file), { recursive: true });
  for (const end of ['', '-wal', '-shm', '.lock']) rmSync(file + end, { force: true });
  execFileSync(path.join(build, 'guichet'), ['simulate', example, '--count', String(count), '--from',
    day(92), '--until', day(0), '--seed', '1', '--database', file], { stdio: 'ignore' });
  copyFileSync(path.join(example, 'desk.yaml'), `${file}.whole`);
  return file;
}

export async function serveLoaded(build, count = 13_500) {
  const from = population(build, count);
  const place = path.join(build, 'load');
  const database = path.join(place, 'desk.db');
  for (const end of ['', '-wal', '-shm', '.lock', '.key']) rmSync(database + end, { force: true });
  for (const end of ['', '-wal']) if (existsSync(from + end)) copyFileSync(from + end, database + end);
  const server = spawn(path.join(build, 'guichet'),
    ['serve', example, '--database', database, '--listen', '127.0.0.1:0'],
    { cwd: place, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  const address = await new Promise((resolve, reject) => {
    server.stderr.on('data', (text) => {
      log += text;
      const found = /http:\/\/[\d.]+:\d+/.exec(log);
      if (found) resolve(found[0]);
    });
    server.once('exit', (code) => reject(new Error(`guichet serve ended (${code}):\n${log}`)));
  });
  const stop = async () => {
    const ended = new Promise((resolve) => { server.once('exit', resolve); });
    server.kill('SIGTERM');
    await ended;
    for (const end of ['', '-wal', '-shm', '.lock', '.key']) rmSync(database + end, { force: true });
    rmSync(path.join(place, 'mail'), { recursive: true, force: true });
  };
  await settled(address);
  return { address, pid: server.pid, stop };
}

// What fell due since the population was made has been done when nothing is overdue by a timer.
async function settled(address) {
  for (let i = 0; i < 120; i += 1) {
    const { promises } = await (await fetch(`${address}/api/work?most=1000`)).json();
    const before = Date.now() - 2000;
    if (!promises.some((each) => !each.task && Date.parse(each.due_at) < before)) return;
    await new Promise((resolve) => { setTimeout(resolve, 500); });
  }
}
