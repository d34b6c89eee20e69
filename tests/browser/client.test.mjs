// The client that `make client` packs, in a program of a partner with a key of its own.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build, ownDesk, root } from './support/desk.mjs';

const officer = {
  email: 'p@exemple.test', name: 'P', role: 'coordinator', member: 'robin', password: 'tilleul brouette magnesium ourlet',
};

async function packed() {
  execFileSync('bash', [path.join(root, 'adapters/web/client/pack.sh'), build], { stdio: 'ignore' });
  return import(pathToFileURL(path.join(build, 'client', 'client.js')).href);
}

test('a program with a key reads lists, is refused in words, and may do no more than its key', async (t) => {
  const { Guichet, Refusal } = await packed();
  const desk = await ownDesk(t, { folder: 'riverside-makers', demo: false, accounts: [officer], keys: ['list_cases,see_case'] });
  const guichet = new Guichet({ address: desk.address, apiKey: desk.keys[0], language: 'en' });

  const cases = await guichet.get('/api/cases', { query: { most: 5, all: undefined } });
  assert.equal(cases.status, 200);
  assert.deepEqual(cases.data.cases, []);

  await assert.rejects(guichet.get('/api/cases/{id}', { params: { id: 999 } }), (fault) => {
    assert.ok(fault instanceof Refusal);
    assert.equal(fault.status, 404);
    assert.ok(fault.reasons[0].text.length > 0);
    return true;
  });
  await assert.rejects(
    guichet.post('/api/requests', { body: { fields: { nom: 'X' } } }), (fault) => [403, 404].includes(fault.status));

  const stranger = new Guichet({ address: desk.address, apiKey: 'guichet_0' });
  await assert.rejects(stranger.get('/api/cases', {}), (fault) => fault.status === 401);
});
