// The administrator's editor and grid: what is typed is checked, completed, saved; nothing is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visit } from './support/browser.mjs';
import { hasNoBarrier, isQuiet, picture, tab, tabTo } from './support/checks.mjs';
import { ownDesk } from './support/desk.mjs';

const path = '/definition/files/workflows/creation.yaml';
const table = '/definition/tables?path=rules/eligibilite.yaml';
const api = '/api/definition/files';

async function administrator(t, address = path) {
  const page = await visit(t, await ownDesk(t), { as: 'administrator' });
  await page.goto(address);
  await page.locator(address === path ? '.cm-content' : '[role=grid] td').first().waitFor();
  return page;
}

// The editor has the keyboard; the cursor behind the first `text`.
async function standBehind(page, text) {
  await tabTo(page, page.locator('[data-part=editor]'));
  await page.keyboard.press('Control+f');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
}

const problems = (page) => page.locator('[data-part=diagnostics]');
const status = (page) => page.locator('[data-part=status]');
const stored = async (page, file) => (await (await page.request.get(`${api}/${file}`)).json()).text;

async function erase(page, count) {
  for (let each = 0; each < count; each += 1) await page.keyboard.press('Backspace');
}

test('by keyboard: a wrong state is told as one types, reached by F8, and names are offered for it', async (t) => {
  const page = await administrator(t);
  await problems(page).getByText('Rien à signaler').waitFor();
  await standBehind(page, 'goto: orientation');
  await erase(page, 'orientation'.length);
  await page.keyboard.type('orientatoin');
  await page.keyboard.press('Escape');
  await problems(page).getByText('orientatoin').waitFor();
  assert.match(await problems(page).innerText(), /erreur.*ligne 25/s);
  assert.equal(await page.locator('.cm-lintRange-error').count(), 1);
  await hasNoBarrier(page);
  await picture(page, 'editor-error');
  await page.keyboard.press('F8');
  await page.keyboard.press('ArrowRight');
  await erase(page, 'oin'.length);
  await page.locator('.cm-tooltip-autocomplete').waitFor().catch(async () => {
    await page.keyboard.press('Control+Space');
    await page.locator('.cm-tooltip-autocomplete').waitFor();
  });
  await hasNoBarrier(page);
  isQuiet(page);
});

test('by keyboard: names are completed and the file is saved', async (t) => {
  const page = await administrator(t);
  await standBehind(page, 'goto: orientation');
  await erase(page, 'ientation'.length);
  await page.keyboard.press('Control+Space');
  await page.locator('.cm-tooltip-autocomplete li[aria-selected=true]', { hasText: 'orientation' }).waitFor();
  await picture(page, 'editor-completion');
  await page.waitForTimeout(100);  // CodeMirror takes no key for a list that has only just come
  await page.keyboard.press('Enter');
  await page.keyboard.type('  # revu');
  assert.match(await status(page).innerText(), /non enregistrées/);
  await page.keyboard.press('Control+s');
  await status(page).getByText('Enregistré.').waitFor();
  assert.match(await stored(page, 'workflows/creation.yaml'), /goto: orientation {2}# revu\n/);
  isQuiet(page);
});

test('what was saved by keyboard can be taken out by the page’s own button', async (t) => {
  const page = await administrator(t);
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('# revu');
  await page.keyboard.press('Control+s');
  await status(page).getByText('Enregistré.').waitFor();
  await page.getByRole('button', { name: 'Retirer le fichier' }).click();
  await page.waitForURL('**/definition?done=1');
  isQuiet(page);
});

test('two people save the same file: both texts are shown, and none is lost', async (t) => {
  const page = await administrator(t);
  const other = await page.context().newPage();
  await other.goto(path);
  await other.locator('.cm-content').click();
  await other.keyboard.press('Control+End');
  await other.keyboard.type('# d’une autre main');
  await other.keyboard.press('Control+s');
  await status(other).getByText('Enregistré.').waitFor();
  await other.close();
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('# de ma main');
  await page.keyboard.press('Control+s');
  const conflict = page.locator('[data-part=conflict]');
  await conflict.waitFor();
  assert.match(await conflict.locator('ins').innerText(), /de ma main/);
  assert.match(await conflict.locator('del').innerText(), /d’une autre main/);
  await hasNoBarrier(page);
  await picture(page, 'editor-conflict');
  await conflict.getByRole('button', { name: 'Prendre le texte' }).click();
  assert.match(await page.locator('.cm-content').innerText(), /d’une autre main/);
  await page.keyboard.press('Control+z');
  assert.match(await page.locator('.cm-content').innerText(), /de ma main/);
  await page.keyboard.press('Control+s');
  await status(page).getByText('Enregistré.').waitFor();
  assert.match(await stored(page, 'workflows/creation.yaml'), /# de ma main/);
});

test('Tab passes through the editor, and every stop is seen', async (t) => {
  const page = await administrator(t);
  await tabTo(page, page.locator('[data-part=editor]'));
  await tab(page);
  assert.notEqual(await page.evaluate(() => document.activeElement.dataset.part), 'editor');
});

test('by keyboard: a cell is changed, the gap is shown, the rule for it added, and the table saved', async (t) => {
  const page = await administrator(t, table);
  const coverage = page.locator('[data-part=coverage]');
  const cell = (row, column) => page.locator('[role=grid] tbody tr').nth(row).locator('th, td').nth(column);
  await coverage.getByText('Tous les cas sont couverts').waitFor();
  const before = await stored(page, 'rules/eligibilite.yaml');
  await tabTo(page, cell(0, 1));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('> 20');
  await page.keyboard.press('Enter');
  assert.equal(await cell(1, 2).innerText(), '> 20');
  await coverage.getByRole('button', { name: 'Ajouter une règle' }).first().waitFor();
  await hasNoBarrier(page);
  await picture(page, 'grid-gap');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('>= 20');
  await page.keyboard.press('Tab');
  await coverage.getByText('Tous les cas sont couverts').waitFor();
  await page.keyboard.press('Control+z');
  await coverage.getByRole('button', { name: 'Ajouter une règle' }).first().waitFor();
  await tabTo(page, coverage.getByRole('button', { name: 'Ajouter une règle' }).first());
  await page.keyboard.press('Enter');
  await page.keyboard.type('refuse');
  await page.keyboard.press('Tab');
  await page.keyboard.type('"vingt salariés"');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await status(page).getByText('Enregistré.').waitFor();
  const after = await stored(page, 'rules/eligibilite.yaml');
  assert.match(after, /\| R-20 .*\| > 20 /);
  assert.match(after, /\|\| refuse {2}\| "vingt salariés" \|\n/);
  assert.equal(after.slice(after.indexOf('tests:')), before.slice(before.indexOf('tests:')));
  isQuiet(page);
});

test('the grid: rules are inserted, moved, removed and brought back; cells copied and pasted', async (t) => {
  const page = await administrator(t, table);
  const ids = () => page.locator('[role=grid] tbody th').allInnerTexts();
  const first = await ids();
  await page.locator('[role=grid] td').first().click();
  await page.keyboard.press('Control+Enter');
  assert.deepEqual((await ids()).slice(0, 2), [first[0], `${first[0]}-2`]);
  await page.keyboard.press('Alt+ArrowDown');
  assert.deepEqual((await ids()).slice(0, 3), [first[0], first[1], `${first[0]}-2`]);
  await page.keyboard.press('Control+Delete');
  assert.deepEqual(await ids(), first);
  await page.keyboard.press('Control+z');
  assert.equal((await ids()).length, first.length + 1);
  await page.keyboard.press('Control+y');
  assert.deepEqual(await ids(), first);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('[role=grid] tbody tr').nth(1).locator('td').nth(1).click();
  await page.keyboard.press('Control+c');
  await page.locator('[role=grid] tbody tr').nth(0).locator('td').nth(1).click();
  await page.keyboard.press('Control+v');
  assert.equal(await page.locator('[role=grid] tbody tr').nth(0).locator('td').nth(1).innerText(), '>= 20');
  isQuiet(page);
});

test('the islands come only with the pages of the definition, and are small', async (t) => {
  const page = await visit(t, await ownDesk(t), { as: 'administrator' });
  const sizes = new Map();
  page.on('response', async (answer) => {
    const name = /\/assets\/(island[^?]*)/.exec(answer.url())?.[1];
    if (name) sizes.set(name, Number(answer.headers()['content-length'] ?? 0));
  });
  await page.goto('/');
  assert.deepEqual([...sizes.keys()], []);
  await page.goto(path);
  await page.locator('.cm-content').waitFor();
  assert.deepEqual([...sizes.keys()].sort(), ['island-editor.js', 'island-shared.js', 'islands.js']);
  const all = [...sizes.values()].reduce((sum, each) => sum + each, 0);
  assert.ok(all < 200 * 1024, `${all} bytes`);
});
