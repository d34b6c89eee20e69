// What each page of the table owes, whoever reads it and on whatever screen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pages } from './pages.mjs';
import { arrive } from './support/arrive.mjs';
import { fitsItsWindow, hasNoBarrier, isQuiet, picture, spaceText, stops } from './support/checks.mjs';

async function open(t, each, options) {
  const page = await arrive(t, each, options);
  let answer = await page.goto(each.path);
  answer = (await each.prepare?.(page)) ?? answer;
  assert.equal(answer.status(), each.status ?? 200, `${each.path} answers`);
  return page;
}

// Nothing that only a screen is for.
async function isFitForPaper(page) {
  assert.ok(await page.locator('h1').isVisible());
  const shown = await page.evaluate(() => [...document.querySelectorAll('nav, button, .clock')]
    .filter((each) => each.checkVisibility()).map((each) => each.outerHTML.slice(0, 80)));
  assert.deepEqual(shown, [], 'on paper');
  // A4 between its margins: tables stay tables, or a page becomes ten.
  await page.setViewportSize({ width: 688, height: 1000 });
  const stacked = await page.evaluate(() => [...document.querySelectorAll('table.stacked')]
    .filter((each) => each.checkVisibility() && getComputedStyle(each).display !== 'table').length);
  assert.equal(stacked, 0, 'tables that are a heap of cards on paper');
}

for (const each of pages) {
  test(`${each.name}: light, dark and on paper`, async (t) => {
    const page = await open(t, each);
    await hasNoBarrier(page);
    assert.equal(await page.locator('h1').count(), 1);
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
    assert.match(await page.title(), /\S - \S/);
    await picture(page, `${each.name}-light`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await hasNoBarrier(page, ['color-contrast', 'link-in-text-block']);
    await picture(page, `${each.name}-dark`);
    await page.setViewportSize({ width: 1020, height: 800 });
    await fitsItsWindow(page);
    await page.emulateMedia({ colorScheme: 'light', media: 'print' });
    await isFitForPaper(page);
    await picture(page, `${each.name}-print`);
    isQuiet(page);
  });

  test(`${each.name}: on a phone, enlarged, in English, by keyboard`, async (t) => {
    const page = await open(t, each, { lang: 'en', width: 320 });
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await picture(page, `${each.name}-phone`);
    await fitsItsWindow(page);
    await hasNoBarrier(page);
    const order = await stops(page);
    assert.ok(order.some((stop) => /Skip to content/.test(stop)), order[0]);
    await page.setViewportSize({ width: 640, height: 450 });  // 1280 wide, at 200 %
    await fitsItsWindow(page);
    await picture(page, `${each.name}-zoom`);
    await page.setViewportSize({ width: 320, height: 900 });
    await spaceText(page);
    await fitsItsWindow(page);
    isQuiet(page);
  });
}
