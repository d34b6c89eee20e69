// Can it be told by the time of an answer whether an account or a letter's link exists? Measures, and
// reports; it is no test, since machines wobble: `node tests/audit/sign_in_times.mjs build [ROUNDS]`.
// Each round asks each question once, in random order, one at a time, from an address of its own (the
// desk believes this machine's X-Forwarded-For), so that limits by address do not answer for it.
import { spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

const build = process.argv[2] ?? 'build';
const rounds = Number(process.argv[3] ?? 100);
const kGuesses = 5;  // that one account takes before it makes wait
const third = Math.ceil(rounds / kGuesses) + 1;  // of whom the second and third may not come in any more
const people = 3 * third;

const desk = spawn(process.execPath, [path.join(import.meta.dirname, 'signed_in.mjs'), build],
  { env: { ...process.env, AUDIT_PEOPLE: String(people) }, stdio: ['ignore', 'pipe', 'inherit'] });
let said = '';
desk.stdout.on('data', (text) => { said += text; });
while (!said.includes('\n')) await Promise.race([once(desk.stdout, 'data'), once(desk, 'exit').then(() => process.exit(1))]);
const { address, links, password } = JSON.parse(said);

const hex = (bytes) => randomBytes(bytes).toString('hex');
const person = (round) => 2 + Math.floor(Math.max(round, 0) / kGuesses) % (third - 1);
const login = (email, word) => ['/api/login', { email, password: word }];
const code = (link) => [`/api/links/${link}/session`, { code: 'ABCD-EFGH' }];
const known = (round) => links[round % links.length];
// The first of each group is what the others are compared with.
const groups = {
  'signing in': {
    'known, wrong password': (round) => login(`elu${person(round)}@exemple.test`, hex(12)),
    'nobody, any password': () => login(`${hex(5)}@exemple.test`, hex(12)),
    'known and disabled, wrong password': (round) => login(`elu${third + person(round)}@exemple.test`, hex(12)),
    'known and disabled, right password': (round) => login(`elu${2 * third + person(round)}@exemple.test`, password),
    'no address at all': () => login(hex(5), hex(12)),
    'known, right password': () => login('elu1@exemple.test', password),
  },
  'a code of a link': {
    'a letter\'s link, no such code': (round) => code(known(round)),
    'a link that nobody has': () => code(`${randomInt(1, 60)}-2-${hex(16)}`),
    'a case that is not there': () => code(`${randomInt(1e5, 9e5)}-2-${hex(16)}`),
  },
};

async function ask([target, body]) {
  const from = `198.18.${randomInt(0, 256)}.${randomInt(1, 255)}`;
  const begun = performance.now();
  const answer = await fetch(address + target, {
    method: 'POST', body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', 'X-Forwarded-For': from },
  });
  const text = await answer.text();
  return { time: performance.now() - begun, status: answer.status, text };
}

const shuffled = (list) => list.map((each) => [Math.random(), each]).sort(([a], [b]) => a - b).map(([, each]) => each);
const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
// Of the middle nine tenths, since a machine has hiccups.
function welch(a, b) {
  const moments = (sorted) => {
    const kept = sorted.slice(Math.floor(sorted.length * 0.05), Math.ceil(sorted.length * 0.95));
    const mean = kept.reduce((sum, each) => sum + each, 0) / kept.length;
    return [mean, kept.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (kept.length - 1) / kept.length];
  };
  const [[meanA, errorA], [meanB, errorB]] = [moments(a), moments(b)];
  return (meanB - meanA) / Math.sqrt(errorA + errorB);
}

for (const [group, questions] of Object.entries(groups)) {
  const times = Object.fromEntries(Object.keys(questions).map((name) => [name, {}]));
  for (let round = 0; round < rounds; ++round) {
    for (const [name, question] of shuffled(Object.entries(questions))) {
      const { time, status } = await ask(question(round));
      (times[name][status] ??= []).push(time);
    }
  }
  console.log(`${group}: milliseconds over ${rounds} rounds`);
  let reference;
  for (const [name, byStatus] of Object.entries(times)) {
    for (const [status, list] of Object.entries(byStatus)) {
      const sorted = list.sort((a, b) => a - b);
      reference ??= sorted;
      const [low, middle, high] = [0.1, 0.5, 0.9].map((q) => quantile(sorted, q).toFixed(2));
      const ratio = (quantile(sorted, 0.5) / quantile(reference, 0.5)).toFixed(3);
      const t = sorted === reference || sorted.length < 20 ? '' : `, t ${welch(reference, sorted).toFixed(1)}`;
      console.log(`  ${name.padEnd(36)} ${status} x ${String(sorted.length).padStart(4)}: p10 ${low}, median ${middle},`
        + ` p90 ${high}; ratio of medians ${ratio}${t}`);
    }
  }
}
desk.kill('SIGTERM');
