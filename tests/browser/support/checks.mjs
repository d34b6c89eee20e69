// What every page owes: nothing that axe finds, nothing sideways, everything by keyboard.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from './desk.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

function told(violation) {
  const places = violation.nodes.map((node) => `    ${node.target.join(' ')}: ${node.html.slice(0, 160)}`);
  return `${violation.id}: ${violation.help}\n${places.slice(0, 5).join('\n')}`;
}

// `rules`: of axe, by id, where not all of the standard's are wanted.
// A page without scripts is the same page: axe, a script, does not end there.
export async function hasNoBarrier(page, rules) {
  if (page.scripts === false) return;
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const only = rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags };
  const { violations } = await page.evaluate(
    (runOnly) => globalThis.axe.run(document, { runOnly, resultTypes: ['violations'] }), only);
  assert.deepEqual(violations.map(told), [], `axe on ${page.url()}`);
}

// The page fits its window; what is wider scrolls in a box of its own.
export async function fitsItsWindow(page) {
  const found = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const inBox = (element) => element.closest('.scroll, .visually-hidden, .skip, thead') !== null;
    const over = [...document.body.querySelectorAll('*')]
      .filter((each) => each.getBoundingClientRect().right > width + 1 && !inBox(each))
      .map((each) => `${each.tagName.toLowerCase()}.${each.className}: ${each.textContent.trim().slice(0, 60)}`);
    return { scrolls: document.scrollingElement.scrollWidth - width, over: over.slice(0, 5) };
  });
  assert.deepEqual(found, { scrolls: 0, over: [] }, `${page.url()} is wider than its window`);
}

// Letters and lines further apart, as WCAG 1.4.12 allows readers to set them.
export async function spaceText(page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
      word-spacing: .16em !important; } p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets.push(sheet);
  });
}

export function isQuiet(page) {
  assert.deepEqual(page.problems, [], `${page.url()} complained`);
}

// Where the keyboard is, and whether a person sees it.
function focus(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if ([null, document.body, document.documentElement].includes(element)) return null;
    const style = getComputedStyle(element);
    // The parts of a date have a ring of the browser's own.
    const ringed = element.matches('input[type=date], input[type=time]') && !element.matches(':focus-visible');
    const box = element.getBoundingClientRect();
    return {
      what: `${element.tagName.toLowerCase()} ${(element.ariaLabel ?? element.innerText ?? '').trim().slice(0, 40)}${element.name ?? ''}`,
      seen: ringed || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2),
      shown: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  });
}

// One press of Tab; the stop is visible and has a ring around it.
export async function tab(page, key = 'Tab') {
  await page.keyboard.press(key);
  const at = await focus(page);
  if (at) assert.deepEqual({ seen: at.seen, shown: at.shown }, { seen: true, shown: true }, `focus at ${at.what}`);
  return at;
}

// Tab until `target` has the keyboard.
export async function tabTo(page, target, most = 250) {
  for (let press = 0; press < most; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await tab(page);
  }
  assert.fail(`the keyboard did not reach ${target} in ${most} presses of Tab`);
}

// Every stop of the page in order, until the browser's own controls have the keyboard again.
export async function stops(page, most = 600) {
  const found = [];
  await page.evaluate(() => {
    document.documentElement.tabIndex = -1;  // from the top, wherever a click left off
    document.documentElement.focus();
    document.documentElement.removeAttribute('tabindex');
  });
  for (let press = 0; press < most; press += 1) {
    const at = await tab(page);
    if (!at) return found;
    found.push(at.what);
  }
  assert.fail(`the keyboard does not leave ${page.url()} after ${most} presses of Tab`);
}

// Kept in the build's screenshots/ where GUICHET_SCREENSHOTS is set.
export async function picture(page, name) {
  if (!process.env.GUICHET_SCREENSHOTS) return;
  const folder = path.join(build, 'screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}
