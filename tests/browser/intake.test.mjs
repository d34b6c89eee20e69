// A call in forty seconds: few fields, the keyboard alone, and what is known already filled in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { act, caller, send, takeCall } from './support/acts.mjs';
import { visit } from './support/browser.mjs';
import { fitsItsWindow, hasNoBarrier, isQuiet, picture } from './support/checks.mjs';
import { ownDesk } from './support/desk.mjs';

const siret = '732 829 320 00074';
const openAll = (page) => page.locator('details.all-of-it summary').click();

test('by keyboard alone a call is saved on three fields, with a promise to call back', async (t) => {
  const page = await visit(t, await ownDesk(t));
  await page.goto('/requests/new');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'nom');
  assert.ok(!(await page.locator('[name=siret]').isVisible()), 'the rest is folded away');

  await page.keyboard.type(caller.nom);
  await page.keyboard.press('Tab');
  await page.keyboard.type(caller.telephone);
  await page.keyboard.press('Tab');
  await page.keyboard.type(caller.description);
  await send(page, () => page.keyboard.press('Control+Enter'));

  assert.match(new URL(page.url()).pathname, /^\/cases\/\d+$/);
  assert.match(await page.locator('.notice').first().innerText(), /Claire Vernhes/);
  assert.match(await page.locator('#head').innerText(), /À qualifier/);
  isQuiet(page);
});

test('commune and activity are chosen by typing; what is chosen is saved', async (t) => {
  const page = await visit(t, await ownDesk(t));
  await page.goto('/requests/new');
  for (const [field, text] of Object.entries(caller)) await page.locator(`[name=${field}]`).fill(text);
  await openAll(page);
  const commune = page.getByRole('combobox', { name: /Commune/ });
  await commune.pressSequentially('faycé');
  await page.getByRole('option', { name: /Faycelles/ }).waitFor();
  await hasNoBarrier(page);
  await picture(page, 'intake-commune');
  await page.keyboard.press('ArrowDown');
  assert.ok(await commune.getAttribute('aria-activedescendant'));
  await page.keyboard.press('Enter');
  assert.equal(await commune.inputValue(), 'Faycelles (46100)');

  const naf = page.getByRole('combobox', { name: /NAF/ });
  await naf.pressSequentially('boulang pat');
  await page.getByRole('option', { name: /10\.71C/ }).click();
  assert.match(await naf.inputValue(), /\(10\.71C\)$/);
  await naf.fill('');
  await naf.pressSequentially('1071c');
  await page.getByRole('option', { name: /10\.71C/ }).waitFor();
  await page.keyboard.press('Escape');
  await naf.fill('10.71C');

  await send(page, () => page.locator('form.intake button.main').click());
  const facts = await page.locator('#facts').innerText();
  assert.match(facts, /Faycelles/);
  assert.match(facts, /[Bb]oulangerie/);
  isQuiet(page);
});

test('a SIRET is checked as it is typed, and fills in the firm that the desk knows', async (t) => {
  const desk = await ownDesk(t);
  const page = await visit(t, desk);
  await takeCall(page);
  await act(page, 'Mettre à jour les faits', {
    fill: { siret, entreprise: 'Fournil du Célé', commune: 'Faycelles', effectif: '3' },
  });

  await page.goto('/requests/new');
  await openAll(page);
  const input = page.locator('[name=siret]');
  await input.fill('732 829 320 00075');
  await input.blur();
  await page.locator('#siret-error').waitFor();
  assert.equal(await input.getAttribute('aria-invalid'), 'true');
  assert.match(await page.locator('#siret-error').innerText(), /chiffre doit être faux/);
  await hasNoBarrier(page);

  await page.locator('[name=effectif]').fill('4');
  await input.fill(siret);
  await input.blur();
  await page.getByText(/Entreprise connue du dossier/).first().waitFor();
  assert.equal(await page.locator('#siret-error').count(), 0);
  assert.equal(await page.locator('[name=entreprise]').inputValue(), 'Fournil du Célé');
  assert.equal(await page.locator('[name=commune]').inputValue(), 'Faycelles (46100)');
  assert.equal(await page.locator('[name=effectif]').inputValue(), '4', 'what was typed stands');
  // The same firm has a case already: it is said while there is time.
  await page.locator('[data-doubles]').waitFor();
  await fitsItsWindow(page);
  await picture(page, 'intake-siret');
});

test('somebody who has a case already is recognised; one goes on, or opens that case', async (t) => {
  const desk = await ownDesk(t);
  const page = await visit(t, desk);
  const address = await takeCall(page);

  await page.goto('/requests/new');
  await page.locator('[name=nom]').pressSequentially(caller.nom);
  await page.locator('[name=telephone]').pressSequentially('0565112233');
  const doubles = page.locator('[data-doubles]');
  await doubles.waitFor();
  assert.match(await doubles.innerText(), /Escudié/);
  await hasNoBarrier(page);
  await picture(page, 'intake-doubles');
  await doubles.getByRole('button').click();
  assert.ok(!(await doubles.isVisible()));
  assert.equal(await page.locator('[name=nom]').inputValue(), caller.nom);

  await page.reload();
  await page.locator('[name=telephone]').fill(caller.telephone);
  await doubles.waitFor();
  await send(page, () => doubles.getByRole('link').first().click());
  assert.equal(new URL(page.url()).pathname, address);
  isQuiet(page);
});

test('without JavaScript the whole form is there, and takes a commune by its name', async (t) => {
  const page = await visit(t, await ownDesk(t), { script: false });
  await page.goto('/requests/new');
  for (const [field, text] of Object.entries(caller)) await page.locator(`[name=${field}]`).fill(text);
  await openAll(page);
  await page.locator('[name=commune]').fill('faycelles');
  await send(page, () => page.locator('form.intake button.main').click());
  assert.match(await page.locator('#facts').innerText(), /Faycelles/);
});
