// Requests at a set pace, whatever the server does: each is due at its moment, and its latency counts
// from then, so that a server which stands still for a second is seen to (no coordinated omission).
import http from 'node:http';

export const percentile = (sorted, share) =>
  sorted.length === 0 ? NaN : sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];

/**
 * Sends `next()` ({ method, path, headers, body }) `rate` times a second for `seconds`.
 * Gives what came back by kind of request: milliseconds, sorted, and statuses.
 */
export async function paced(base, { rate, seconds, next, timeout = 20_000, keepAlive = true }) {
  const agent = new http.Agent({ keepAlive, maxSockets: keepAlive ? 64 : Infinity });
  const kinds = new Map();
  const begun = performance.now();
  const one = (due, request) => new Promise((resolve) => {
    const kind = kinds.get(request.kind) ?? { times: [], statuses: {}, bytes: 0 };
    kinds.set(request.kind, kind);
    const end = (status) => {
      kind.times.push(performance.now() - due);
      kind.statuses[status] = (kind.statuses[status] ?? 0) + 1;
      resolve();
    };
    const sent = http.request(new URL(request.path, base),
      { method: request.method ?? 'GET', agent, timeout, headers: request.headers }, (response) => {
        response.on('data', (chunk) => { kind.bytes += chunk.length; });
        response.on('end', () => end(response.statusCode));
        response.on('error', () => end('broken'));
      });
    sent.on('timeout', () => sent.destroy(new Error('timeout')));
    sent.on('error', (error) => end(error.code ?? error.message));
    sent.end(request.body);
  });
  const under = [];
  const all = Math.round(rate * seconds);
  for (let i = 0; i < all; i += 1) {
    const due = begun + (i * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => { setTimeout(resolve, wait); });
    under.push(one(due, next(i)));
  }
  await Promise.all(under);
  agent.destroy();
  for (const kind of kinds.values()) kind.times.sort((a, b) => a - b);
  return kinds;
}

// All kinds of a run together.
export function together(kinds) {
  const out = { times: [], statuses: {}, bytes: 0 };
  for (const kind of kinds.values()) {
    out.times.push(...kind.times);
    out.bytes += kind.bytes;
    for (const [status, count] of Object.entries(kind.statuses)) {
      out.statuses[status] = (out.statuses[status] ?? 0) + count;
    }
  }
  out.times.sort((a, b) => a - b);
  return out;
}

const ms = (value) => value.toFixed(1).padStart(8);

export function row(name, { times, statuses, bytes }) {
  const said = Object.entries(statuses).map(([status, count]) => `${status} x ${count}`).join(', ');
  const size = times.length ? Math.round(bytes / times.length / 1000) : 0;
  return `${name.padEnd(34)}${String(times.length).padStart(6)}${ms(percentile(times, 0.5))}`
    + `${ms(percentile(times, 0.95))}${ms(percentile(times, 0.99))}${ms(times.at(-1) ?? NaN)}`
    + `${String(size).padStart(6)} kB  ${said}`;
}

export const heading = `${''.padEnd(34)}${'count'.padStart(6)}${'p50'.padStart(8)}${'p95'.padStart(8)}`
  + `${'p99'.padStart(8)}${'most'.padStart(8)}${'each'.padStart(9)}  answers  (ms from the due moment)`;
