// Whole journeys without a mouse. Every stop on the way must be visible (support/checks.mjs).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caller, send, takeCall } from './support/acts.mjs';
import { visit } from './support/browser.mjs';
import { isQuiet, tab, tabTo } from './support/checks.mjs';
import { demonstration, ownDesk } from './support/desk.mjs';

async function press(page, target, key = 'Enter') {
  await tabTo(page, target);
  return send(page, () => page.keyboard.press(key));
}

test('by keyboard: a call is taken', async (t) => {
  const page = await visit(t, await ownDesk(t));
  await page.goto('/');
  await press(page, page.getByRole('link', { name: 'Nouvelle demande' }));
  for (const [field, text] of Object.entries(caller)) {
    await tabTo(page, page.locator(`[name=${field}]`));
    await page.keyboard.type(text);
  }
  await press(page, page.locator('form.intake button.main'), 'Space');
  assert.match(await page.locator('h1').innerText(), new RegExp(caller.nom));
  isQuiet(page);
});

test('by keyboard: past the navigation in one step', async (t) => {
  const page = await visit(t, await demonstration());
  await page.goto('/cases');
  await tab(page);
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'content');
  await tab(page);
  assert.ok(await page.locator('#text').evaluate((each) => each === document.activeElement));
});

test('by keyboard: a case is searched and opened', async (t) => {
  const page = await visit(t, await demonstration());
  await page.goto('/cases');
  await tabTo(page, page.locator('#text'));
  await page.keyboard.type('Lavergne');
  await send(page, () => page.keyboard.press('Enter'));
  await press(page, page.locator('tbody a').first());
  assert.match(await page.locator('h1').innerText(), /Lavergne/);
});

test('by keyboard: an act is unfolded, filled in and done', async (t) => {
  const page = await visit(t, await ownDesk(t));
  await takeCall(page);
  const act = page.locator('details.act', { hasText: 'Mettre à jour les faits' }).first();
  await tabTo(page, act.locator('summary'));
  await page.keyboard.press('Space');
  await tabTo(page, act.locator('[name=prenom]'));
  await page.keyboard.type('Paul');
  await press(page, act.locator('button.main'));
  assert.match(await page.locator('h1').innerText(), /Paul/);
});

test('by keyboard: a task is done', async (t) => {
  const page = await visit(t, await ownDesk(t));
  await page.goto('/');
  await press(page, page.locator('tbody.late tr', { hasText: 'Revue de dossier' }).first().locator('a'));
  const tasks = page.locator('#due .due li');
  const before = await tasks.count();
  await press(page, tasks.locator('button').first());
  assert.equal(await tasks.count(), before - 1);
});

test('by keyboard: after a refusal the reader stands at the reasons', async (t) => {
  const page = await visit(t, await demonstration());
  await page.goto('/requests/new');
  await press(page, page.locator('form.intake button.main'));
  const at = await page.evaluate(() => document.activeElement.className);
  assert.equal(at, 'refused');
  await tab(page);
  await page.keyboard.press('Enter');
  const field = new URL(page.url()).hash.slice(1);
  await tab(page);
  assert.ok(field.length > 0);
});

test('by keyboard: why these partners, and why not the others', async (t) => {
  const page = await visit(t, await demonstration());
  await page.goto('/cases/102');
  await tabTo(page, page.locator('#needs summary').first());
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('table.why').first().isVisible());
});

test('by keyboard: a letter is read', async (t) => {
  const page = await visit(t, await demonstration());
  await page.goto('/cases/102');
  await tabTo(page, page.locator('#letters summary').first());
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('.letter pre').first().isVisible());
});

test('by keyboard: language and appearance are chosen', async (t) => {
  const page = await visit(t, await demonstration());
  await page.goto('/cases');
  await press(page, page.locator('a.tongue'));
  await press(page, page.getByRole('link', { name: 'dark', exact: true }));
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await page.locator('html').getAttribute('data-look'), 'dark');
});

test('by keyboard: filters of the work list', async (t) => {
  const page = await visit(t, await demonstration());
  await page.goto('/');
  await press(page, page.locator('.filters a').nth(1));
  assert.equal(await page.locator('.filters a').nth(1).getAttribute('aria-current'), 'true');
  assert.match(page.url(), /owner=/);
});
