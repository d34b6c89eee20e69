// A desk whose every free text is somebody's attempt to run a script: nothing runs, the CSP has
// nothing to block, and no element is there that the pages did not make.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { visit } from './support/browser.mjs';
import { isQuiet } from './support/checks.mjs';
import { ownDesk } from './support/desk.mjs';

const payloads = JSON.parse(readFileSync(new URL('../adapters/web/payloads.json', import.meta.url), 'utf8'));

async function takeIn(desk) {
  const json = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' };
  const cases = [];
  for (const [i, text] of payloads.entries()) {
    const phone = `05 65 00 ${String(Math.floor(i / 90) + 10)} ${String((i % 90) + 10)}`;
    const answer = await fetch(`${desk.address}/api/requests`, {
      method: 'POST', headers: json,
      body: JSON.stringify({ fields: { nom: text, prenom: text, entreprise: text, description: text, telephone: phone,
        courriel: 'vayssie@exemple.test', themes: ['creation'], statut: 'porteur de projet', commune: '46102',
        naf: '96.02A', stade: 'projet', consentement_partage: 'oui' } }),
    });
    const receipt = await answer.json();
    assert.equal(answer.status, 201, JSON.stringify(receipt));
    cases.push(receipt.case ?? receipt.id);
  }
  return cases;
}

// In the page: what only a payload could have made.
const foreign = () => {
  const found = [];
  for (const each of document.querySelectorAll('*')) {
    const handlers = [...each.attributes].filter(({ name }) => name.startsWith('on') || name === 'style' || name === 'srcdoc');
    const runs = ['href', 'src', 'action', 'formaction', 'data'].some((name) =>
      /^[\s\u0000-\u001f]*(javascript|vbscript|data:text)/i.test(each.getAttribute(name) ?? ''));
    const odd = ['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'MATH', 'VIDEO', 'NOSCRIPT', 'STYLE'].includes(each.tagName)
      || (each.tagName === 'SCRIPT' && !each.src)
      || (each.tagName === 'META' && /refresh/i.test(each.httpEquiv));
    const outside = ['src', 'href', 'action'].some((name) => /^https?:\/\/exemple\.test/.test(each.getAttribute(name) ?? ''));
    if (handlers.length > 0 || runs || odd || outside) found.push(each.outerHTML.slice(0, 120));
  }
  return { ran: window.__xss ?? 0, found };
};

async function isHarmless(page, address) {
  await page.goto(address);
  await page.evaluate(() => document.querySelectorAll('details').forEach((each) => { each.open = true; }));
  assert.deepEqual(await page.evaluate(foreign), { ran: 0, found: [] }, address);
  isQuiet(page);
}

test('nothing that people write runs, on any page', async (t) => {
  const desk = await ownDesk(t, { demo: false });
  const cases = await takeIn(desk);
  const page = await visit(t, desk);
  page.on('dialog', (dialog) => {
    page.problems.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  for (const address of ['/', '/cases', '/cases?first=50', '/agenda', '/agenda?first=25', '/agenda?first=50', '/meanwhile']) {
    await isHarmless(page, address);
  }
  for (const id of cases) {
    await isHarmless(page, `/cases/${id}`);
  }
  for (const id of cases.slice(0, 8)) {
    await isHarmless(page, `/cases/${id}/print`);
    await isHarmless(page, `/cases/${id}/merge`);
  }
  const asked = (text) => encodeURIComponent(text);
  for (const text of payloads.slice(0, 30)) {
    await isHarmless(page, `/cases?text=${asked(text)}`);
  }
});

test('a hole would be seen: by its element, and by what the CSP blocks', async (t) => {
  const desk = await ownDesk(t, { demo: false });
  const page = await visit(t, desk);
  await page.route('**/cases', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace('<main', '<img src="/none" onerror="window.__xss=1"><main');
    await route.fulfill({ response: answer, body });
  });
  await assert.rejects(isHarmless(page, '/cases'), /onerror/);
  assert.ok(page.problems.some((each) => /Content Security Policy|none/.test(each)), page.problems.join());
});
