// How quick the desk is with 10,000 open cases: `node tests/load/measure.mjs build [api] [pages] [acts] [slow]`.
// The last line is `load: N missed`, and the exit code says the same.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { serveLoaded } from './desk.mjs';
import { heading, paced, percentile, row, together } from './paced.mjs';

const build = path.resolve(process.argv[2] ?? 'build');
const wanted = process.argv.slice(3);
const seconds = Number(process.env.LOAD_SECONDS ?? 30);
const wants = (name) => wanted.length === 0 || wanted.includes(name);
let missed = 0;

function judge(name, sample, limit) {
  const p95 = percentile(sample.times, 0.95);
  const failed = Object.entries(sample.statuses)
    .filter(([status]) => !/^[23]..$/.test(status)).reduce((sum, [, count]) => sum + count, 0);
  const ok = p95 < limit && failed === 0;
  if (!ok) missed += 1;
  console.log(`${ok ? 'kept' : 'MISSED'}: ${name}: p95 ${p95.toFixed(1)} ms (limit ${limit}), ${failed} failed\n`);
}

// The same numbers at each run.
let state = 12_345;
const chance = (below) => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * below);
};

const json = { 'Content-Type': 'application/json', Accept: 'application/json' };

// Acts that ask for nothing, each of a case of its own, so that its revision holds.
async function possibleActs(address, most) {
  const acts = [];
  for (let first = 0; acts.length < most && first < 9_000; first += 100) {
    const { cases } = await (await fetch(`${address}/api/cases?most=100&first=${first}`)).json();
    for (const each of cases) {
      const found = await (await fetch(`${address}/api/cases/${each.id ?? each.case}`)).json();
      const offer = found.offers?.find((one) => one.allowed && !one.reply
        && one.require.length === 0 && one.missing.length === 0);
      if (offer) acts.push({ id: found.id ?? found.case, n: offer.n, name: offer.name, rev: found.rev });
      if (acts.length >= most) break;
    }
  }
  return acts;
}

async function measureApi(address) {
  const rate = 100;
  const acts = await possibleActs(address, Math.ceil(rate * seconds * 0.1));
  const reads = [
    () => ({ kind: 'GET /api/cases', path: `/api/cases?first=${chance(200) * 50}` }),
    () => ({ kind: 'GET /api/cases?text=', path: `/api/cases?text=${['vay', 'figeac', 'S-0', 'mar'][chance(4)]}` }),
    () => ({ kind: 'GET /api/work', path: '/api/work?most=100' }),
    () => ({ kind: 'GET /api/agenda', path: `/api/agenda?first=${chance(10) * 50}` }),
    () => ({ kind: 'GET /api/cases/N', path: `/api/cases/${1 + chance(13_000)}` }),
    () => ({ kind: 'GET /api/cases/N', path: `/api/cases/${1 + chance(13_000)}` }),
    () => ({ kind: 'GET /api/cases/N', path: `/api/cases/${1 + chance(13_000)}` }),
  ];
  const request = (i) => ({
    kind: 'POST /api/requests', method: 'POST', path: '/api/requests', headers: json,
    body: JSON.stringify({ fields: { nom: `Essai ${i}`, telephone: `05 65 ${10 + chance(89)} ${10 + chance(89)} ${10 + chance(89)}`, commune: '46102', themes: ['creation'], description: 'Un appel' } }),
  });
  const act = (i) => {
    const { id, name, n, rev } = acts.pop() ?? {};
    return id === undefined ? request(i) : {
      kind: 'POST an act', method: 'POST', path: `/api/cases/${id}/acts/${name}`, headers: json,
      body: JSON.stringify({ n, rev }),
    };
  };
  const next = (i) => (i % 10 === 3 ? act(i) : i % 20 === 7 ? request(i) : reads[chance(reads.length)]());
  const kinds = await paced(address, { rate, seconds, next });
  console.log(`API, ${rate} a second for ${seconds} s, 10,000 cases\n${heading}`);
  for (const [name, kind] of [...kinds].sort()) console.log(row(name, kind));
  const all = together(kinds);
  console.log(row('all', all));
  judge('API', all, 50);
}

// Each as the one who has it: `as` is whom the visitor of a desk without accounts plays.
const pages = [
  ['/'], ['/?when=late'], ['/?whose=all'], ['/?theme=creation'], ['/?text=vay'],
  ['/?owner=directeur'], ['/cases'], ['/cases?text=vay'], ['/cases/N'], ['/cases/N'], ['/agenda'],
  ['/meanwhile'], ['/requests/new'], ['/results'], ['/results.csv'], ['/api/results'],
  ['/directory'], ['/definition', 'administrator'], ['/audit', 'auditor'],
  ['/inbox', 'partner:adefpat'], ['/cases', 'partner:adefpat'],
  ['/partners/adefpat/commitments', 'partner:adefpat'],
];
const page = (i) => {
  const [path, as] = pages[i % pages.length];
  const headers = { 'Accept-Encoding': 'gzip', ...(as && { 'X-Guichet-Role': as }) };
  return {
    kind: `GET ${path}${as ? ` (${as.split(':')[0]})` : ''}`,
    path: path.replace('N', String(1 + chance(13_000))),
    headers,
  };
};

async function measurePages(address) {
  const kinds = await paced(address, { rate: 10, seconds: 2 * seconds, next: page });
  console.log(`pages, 10 a second for ${2 * seconds} s, 10,000 cases\n${heading}`);
  for (const [name, kind] of [...kinds].sort()) console.log(row(name, kind));
  judge('pages', together(kinds), 100);
}

// An interaction as a person has it: a form is sent, and the page that the answer leads to is there.
async function interaction(address, path, form) {
  const begun = performance.now();
  const sent = await fetch(`${address}${path}`, { method: 'POST', redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams(form) });
  await sent.text();
  let status = sent.status;
  if (status === 303) {
    const shown = await fetch(new URL(sent.headers.get('location'), address));
    await shown.text();
    status = shown.status === 200 ? 303 : shown.status;
  }
  return { took: performance.now() - begun, status };
}

async function measureInteractions(address) {
  const acts = await possibleActs(address, 4 * seconds);
  const kinds = new Map();
  const note = (name, { took, status }) => {
    const kind = kinds.get(name) ?? { times: [], statuses: {}, bytes: 0 };
    kinds.set(name, kind);
    kind.times.push(took);
    kind.statuses[status] = (kind.statuses[status] ?? 0) + 1;
  };
  for (const [i, { id, name, n, rev }] of acts.entries()) {
    note('an act, then its case', await interaction(address, `/cases/${id}/acts/${name}`, { "form-n": n, "form-rev": rev, "form-key": `load:${i}` }));
    // The first page after something has changed: nothing kept of before serves it.
    const begun = performance.now();
    const list = await fetch(`${address}/`);
    await list.text();
    note('the work list after it', { took: performance.now() - begun, status: list.status });
    note('a request, then its case', await interaction(address, '/requests',
      { nom: `Essai ${i}`, telephone: `05 65 11 ${10 + chance(89)} ${10 + chance(89)}`, description: 'Un appel' }));
  }
  console.log(`interactions, one after the other, 10,000 cases\n${heading}`);
  for (const [name, kind] of kinds) {
    kind.times.sort((a, b) => a - b);
    console.log(row(name, kind));
  }
  judge('interactions', together(kinds), 100);
}

// 1,000 connections that say or read one byte at a time, and beside them somebody who works.
const slow = [
  ['slow headers', ['-H']],
  ['slow bodies', ['-B', '-t', 'POST']],
  ['slow reading', ['-X', '-w', '1', '-y', '8', '-n', '1', '-z', '4']],
];

async function measureSlow(address) {
  for (const [name, how] of slow) {
    const tool = spawn('slowhttptest', [...how, '-c', '1000', '-i', '10', '-r', '250', '-l',
      String(seconds + 8), '-u', `${address}/`, '-p', '3'], { stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise((resolve, reject) => {
      tool.once('exit', resolve);
      tool.once('error', reject);
    });
    tool.stdout.resume();
    tool.stderr.resume();
    // From the first of them on: while they come, and while they stand there.
    const probes = ['/', '/cases', '/api/work?most=50', '/cases/N'];
    const next = (i) => ({ kind: 'others', path: probes[i % probes.length].replace('N', String(1 + chance(13_000))) });
    const kinds = await paced(address, { rate: 20, seconds: seconds + 5, next, keepAlive: false });
    console.log(`beside 1,000 of ${name}, 20 a second for ${seconds + 5} s, each on a connection of its own\n${heading}`);
    console.log(row(name, together(kinds)));
    judge(`beside ${name}`, together(kinds), 100);
    await ended;
  }
}

const desk = await serveLoaded(build, Number(process.env.LOAD_CASES ?? 13_500));
try {
  if (wants('api')) await measureApi(desk.address);
  if (wants('pages')) await measurePages(desk.address);
  if (wants('acts')) await measureInteractions(desk.address);
  if (wants('slow')) await measureSlow(desk.address);
} finally {
  await desk.stop();
}
console.log(`load: ${missed} missed`);
process.exit(missed === 0 ? 0 : 1);
