// The rooms of the desk on a phone: behind one button, so that a page begins with what it is about.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './support/browser.mjs';
import { fitsItsWindow, hasNoBarrier, isQuiet, picture } from './support/checks.mjs';
import { demonstration } from './support/desk.mjs';

test('on a phone the rooms open below their button, by finger or by keyboard', async (t) => {
  const page = await visit(t, await demonstration(), { width: 360 });
  await page.goto('/cases');
  const rooms = page.locator('#rooms');
  const menu = page.getByRole('button', { name: 'Menu' });

  assert.equal(await rooms.isVisible(), false);
  assert.ok((await page.locator('header.top').boundingBox()).height < 140);
  await menu.click();
  assert.ok(await rooms.isVisible());
  const button = await menu.boundingBox();
  assert.ok((await rooms.boundingBox()).y >= button.y + button.height, 'the button stays in reach');
  await hasNoBarrier(page);
  await fitsItsWindow(page);
  await picture(page, 'rooms-phone');
  await page.keyboard.press('Escape');
  assert.equal(await rooms.isVisible(), false);
  await menu.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
  isQuiet(page);
});

test('where there is room for them, the rooms need no button', async (t) => {
  const page = await visit(t, await demonstration(), { width: 1200 });
  await page.goto('/cases');

  assert.equal(await page.locator('.to-rooms').isVisible(), false);
  await page.locator('#rooms').getByRole('link', { name: 'Annuaire' }).click();
  await page.waitForURL((url) => url.pathname === '/directory');
  isQuiet(page);
});
