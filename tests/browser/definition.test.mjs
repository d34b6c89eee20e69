// An administrator changes a delay of a path under live cases: a mistake shown at its line, mended,
// previewed, published with a note; new cases follow it, those in flight keep theirs; and back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { send, takeCall } from './support/acts.mjs';
import { visit } from './support/browser.mjs';
import { isQuiet, picture } from './support/checks.mjs';
import { ownDesk } from './support/desk.mjs';

const path = '/definition/files/workflows/demande.yaml';

// As the page without script has it: the islands are tried apart.
async function save(page, change) {
  await page.goto(path);
  const text = await page.locator('#text').inputValue();
  const changed = change(text);
  assert.notEqual(changed, text, 'the text is changed');
  await page.locator('#text').fill(changed);
  return send(page, () => page.getByRole('button', { name: 'Enregistrer dans le brouillon' }).click());
}

// The day by which the desk calls back, as the case says it.
async function dueOf(page, address) {
  await page.goto(address);
  return page.locator('#due').innerText();
}

test('a delay changed under live cases: mistake, preview, publication, return', async (t) => {
  const desk = await ownDesk(t);
  const page = await visit(t, desk, { script: false });
  const before = await takeCall(page);
  const dueBefore = await dueOf(page, before);

  // Mistyped: the line is named, and nothing can be published.
  const delay = /(a_qualifier:[\s\S]*?due: )2bd/;
  await save(page, (text) => text.replace(delay, '$12bx'));
  assert.match(await page.locator('.diagnostics .error').first().innerText(), /workflows\/demande\.yaml:\d+:\d+/);
  await picture(page, 'definition-mistake');
  await page.goto('/definition');
  assert.match(await page.locator('#draft').locator('..').innerText(), /Erreurs : [1-9]/);

  // Mended, with another delay.
  await save(page, (text) => text.replace(/(a_qualifier:[\s\S]*?due: )2bx/, '$14bd'));
  assert.equal(await page.locator('.diagnostics .error').count(), 0);
  await page.goto('/definition/preview?replay=3');
  assert.match(await page.locator('.diff ins').first().innerText(), /4bd/);
  await picture(page, 'definition-preview-changed');

  // Published with a note; cases in flight keep their version.
  await page.goto('/definition/publish');
  await page.getByLabel('Ce qui change, en une phrase').fill('Quatre jours pour rappeler');
  await page.getByLabel(/finissent sous leur version/).check();
  const answer = await send(page, () => page.getByRole('button', { name: 'Publier' }).click());
  assert.equal(answer.status(), 200);
  assert.match(await page.locator('.notice').first().innerText(), /Quatre jours pour rappeler/);
  const after = await takeCall(page);
  assert.notEqual(await dueOf(page, after), dueBefore);
  assert.equal(await dueOf(page, before), dueBefore);

  // The version before becomes the draft; nothing is published by it.
  await page.goto('/definition/history');
  assert.match(await page.locator('.timeline').innerText(), /Quatre jours pour rappeler/);
  await page.locator('.timeline a').nth(1).click();
  await send(page, () => page.getByRole('button', { name: 'Revenir à cette version' }).click());
  assert.match(await page.locator('#draft').locator('..').innerText(), /Brouillon : 1 fichier,/);
  await picture(page, 'definition-returned');
  isQuiet(page);
});
