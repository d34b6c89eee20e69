import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Definition } from '../../../../adapters/web/islands/src/api/definition.ts';

// A browser of so much: one page with a token in its form, and what its scripts send.
function browser(page: { token?: string; redirected?: boolean }) {
  const sent: (string | null)[] = [];
  const input = { value: 'old' };
  const globals = globalThis as unknown as Record<string, unknown>;
  globals.location = { href: 'http://desk/definition/files/desk.yaml' };
  globals.document = { querySelectorAll: () => [input] };
  globals.DOMParser = class {
    parseFromString() {
      return { querySelector: () => (page.token ? { value: page.token } : null) };
    }
  };
  globals.fetch = async (_: string, request: RequestInit) => {
    sent.push(new Headers(request.headers).get('X-Guichet-Token'));
    return {
      ok: true, status: 200, redirected: page.redirected ?? false, headers: new Headers(),
      text: async () => '<html>', json: async () => ({ rev: 2, diagnostics: [] }),
    };
  };
  return { sent, input };
}

test('after signing in anew, what is saved carries the token of now, and so do the forms', async () => {
  const { sent, input } = browser({ token: 'new' });
  const desk = new Definition('old');
  assert.equal(await desk.renewToken(), true);
  await desk.save('desk.yaml', 'text', 1);
  assert.equal(sent.at(-1), 'new');
  assert.equal(input.value, 'new');
});

test('who is led to signing in has no token to take', async () => {
  for (const page of [{ redirected: true, token: 'of signing in' }, {}]) {
    const { sent, input } = browser(page);
    const desk = new Definition('old');
    assert.equal(await desk.renewToken(), false);
    await desk.save('desk.yaml', 'text', 1);
    assert.equal(sent.at(-1), 'old');
    assert.equal(input.value, 'old');
  }
});
