// Language and appearance: chosen once, kept from page to page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './support/browser.mjs';
import { hasNoBarrier, isQuiet } from './support/checks.mjs';
import { demonstration } from './support/desk.mjs';

test('the other language is one link away, on the same page, and stays', async (t) => {
  const page = await visit(t, await demonstration());
  await page.goto('/cases?text=Lavergne');
  const found = await page.locator('tbody tr').count();

  await page.getByRole('link', { name: 'English' }).click();

  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await page.locator('h1').innerText(), 'Cases');
  assert.equal(await page.locator('tbody tr').count(), found, 'the same search');
  await page.getByRole('link', { name: 'New request' }).click();
  assert.equal(await page.locator('h1').innerText(), 'New request');
  await page.getByRole('link', { name: 'Français' }).click();
  assert.equal(await page.locator('h1').innerText(), 'Nouvelle demande');
  isQuiet(page);
});

const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('light or dark is the device’s, until somebody chooses', async (t) => {
  const desk = await demonstration();
  const page = await visit(t, desk, { scheme: 'light' });
  await page.goto('/cases');
  const light = await ground(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await ground(page);
  assert.notEqual(dark, light);

  await page.getByRole('link', { name: 'claire' }).click();
  assert.equal(await ground(page), light);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('link', { name: 'sombre' }).click();
  assert.equal(await ground(page), dark);
  await page.goto('/requests/new');
  assert.equal(await ground(page), dark, 'kept on the next page');
  await hasNoBarrier(page);

  await page.getByRole('link', { name: 'celle de l’appareil' }).click();
  assert.equal(await ground(page), light);
  isQuiet(page);
});

test('in a system’s own high contrast every control is still seen', async (t) => {
  const page = await visit(t, await demonstration(), { forcedColors: 'active' });
  await page.goto('/cases/102');
  await hasNoBarrier(page);
  const edges = await page.locator('button.main, .act, .tag').evaluateAll((all) => all
    .filter((each) => each.checkVisibility() && getComputedStyle(each).borderTopStyle === 'none')
    .map((each) => each.outerHTML));
  assert.deepEqual(edges, []);
});
