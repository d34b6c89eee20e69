// An elected official: signs in, sees the year's results and nothing else, goes to three years,
// opens a definition, takes the figures away for a spreadsheet.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { send } from './support/acts.mjs';
import { visit } from './support/browser.mjs';
import { fitsItsWindow, hasNoBarrier, isQuiet, picture } from './support/checks.mjs';
import { demonstration, ownDesk } from './support/desk.mjs';

const password = 'tilleul brouette magnesium ourlet';
const official = { email: 'presidence@exemple.test', name: 'Hélène Cassagnes', role: 'official', password };

async function shownWell(page, name) {
  await hasNoBarrier(page);
  await fitsItsWindow(page);
  await picture(page, name);
}

test('an official signs in and comes to the results, which is all there is for her', async (t) => {
  const desk = await ownDesk(t, { demo: false, accounts: [official] });
  const page = await visit(t, desk, { as: '' });
  await page.goto('/');
  await page.getByLabel('Adresse électronique').fill(official.email);
  await page.getByLabel('Mot de passe').fill(password);
  await send(page, () => page.getByRole('button', { name: 'Se connecter', exact: true }).click());
  assert.match(page.url(), /\/results/);
  assert.match(await page.locator('main').innerText(), /Aucune demande n’est encore arrivée/);
  await shownWell(page, 'results-none');
  const rooms = await page.locator('header nav li').allInnerTexts();
  assert.deepEqual(rooms, ['Résultats']);
  assert.equal((await page.request.get('/cases')).status(), 403);
  isQuiet(page);
});

test('results by year: figures against targets, small numbers hidden, a definition at each', async (t) => {
  const desk = await demonstration();
  const page = await visit(t, desk);
  await page.goto('/results?period=2009');
  const main = page.locator('main');
  assert.match(await main.innerText(), /objectif : 100 à 120 par an/);
  assert.match(await main.innerText(), /< 5|autres communes|masqué/);
  // Nothing from 1 to 4 is told, anywhere.
  const told = await page.locator('main td.num, main .figures dd:first-of-type').allInnerTexts();
  assert.ok(told.length > 50);
  assert.deepEqual(told.filter((each) => /^[1-4]$/.test(each.trim())), []);

  const definition = page.locator('.figures details').first();
  await definition.locator('summary').click();
  assert.match(await definition.innerText(), /\p{L}{5}/u);
  await shownWell(page, 'results-defined');

  // Each bar has the number of its row.
  assert.ok(await page.locator('svg.bars rect').count() >= 5);

  await page.getByRole('link', { name: '2007-2009' }).click();
  await page.waitForURL(/2007-2009/);
  await shownWell(page, 'results-three-years');

  const csv = await page.request.get('/results.csv?period=2009');
  assert.equal(csv.headers()['content-type'], 'text/csv; charset=utf-8');
  const lines = (await csv.text()).split('\r\n');
  assert.match(lines[0], /^\uFEFF?Période;Tableau;Ligne;Chiffre;Nombre$/);
  assert.deepEqual(lines.filter((line) => /;[1-4]$/.test(line)), []);
  isQuiet(page);
});
