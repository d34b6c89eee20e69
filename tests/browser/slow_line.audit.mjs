// The desk on a bad rural line: 400 kbit/s, 400 ms to and fro, nothing in the browser's cache.
// Run by `make audit`: it takes its time, and measures it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pages } from './pages.mjs';
import { arrive } from './support/arrive.mjs';

const line = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const most = { bytes: 300_000, seconds: 3 };
const samples = 3;

// One first visit: what came over the line, and when the page could be read and used.
async function firstVisit(t, each) {
  const page = await arrive(t, each);
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', line);
  let bytes = 0;
  client.on('Network.loadingFinished', (done) => { bytes += done.encodedDataLength; });
  const answer = await page.goto(each.path, { waitUntil: 'load', timeout: 30_000 });
  assert.equal(answer.status(), each.status ?? 200);
  const milliseconds = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity;
    return Math.max(painted, navigation.domContentLoadedEventEnd);
  });
  await page.context().close();
  return { bytes, seconds: milliseconds / 1000 };
}

for (const each of pages.filter((page) => !page.prepare)) {
  test(`on a slow line: ${each.name}`, async (t) => {
    const visits = [];
    for (let sample = 0; sample < samples; sample += 1) {
      visits.push(await firstVisit(t, each));
    }
    const bytes = visits[0].bytes;
    const seconds = Math.min(...visits.map((one) => one.seconds));
    console.log(`${each.name}: ${(bytes / 1000).toFixed(1)} kB, usable after ${seconds.toFixed(2)} s`);
    assert.ok(bytes < most.bytes, `${bytes} bytes, ${most.bytes} at most`);
    assert.ok(seconds < most.seconds, `${seconds} s, ${most.seconds} at most`);
  });
}
