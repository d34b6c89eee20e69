// A desk's week without a mouse: every stop on the way is visible (support/checks.mjs, tabTo).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caller, send } from './support/acts.mjs';
import { visit } from './support/browser.mjs';
import { isQuiet, tabTo } from './support/checks.mjs';
import { ownDesk } from './support/desk.mjs';
import { code, letter, link } from './support/mail.mjs';

const partner = 'Chambre de métiers et de l’artisanat du Lot';

// Goes to `target` by Tab and presses the key there; the page that comes is waited for.
async function press(page, target, key = 'Enter') {
  await tabTo(page, target, 400);
  return send(page, () => page.keyboard.press(key));
}

// Unfolds, ticks: what does not leave the page.
async function touch(page, target, key = 'Space') {
  await tabTo(page, target, 400);
  await page.keyboard.press(key);
}

// Writes into a field, or chooses by the first letters of the choice.
async function write(page, target, text) {
  await tabTo(page, target, 400);
  if (await target.evaluate((each) => each.tagName === 'INPUT' && each.value !== '')) {
    await page.keyboard.press('Control+A');
  }
  await page.keyboard.type(text);
}

async function takeCall(page, given = caller) {
  await page.goto('/requests/new');
  for (const [field, text] of Object.entries(given)) await write(page, page.locator(`[name=${field}]`), text);
  await press(page, page.locator('form.intake button.main'));
  return new URL(page.url()).pathname;
}

async function unfold(page, title, about) {
  const place = page.locator('section.acts .subject', { has: page.locator('h3', { hasText: about }) });
  const act = place.locator('details.act', { has: page.locator('summary', { hasText: title }) }).first();
  await touch(page, act.locator('summary'));
  return act;
}

async function qualify(page) {
  const act = await unfold(page, 'Qualifier', 'Demande');
  const field = (name) => act.locator(`[name=${name}]`);
  // In the order in which the form has them, so that Tab goes one way.
  const wanted = {
    statut: 'porteur', commune: 'Faycelles (46100)', naf: '10.71C', stade: 'projet',
    courriel: 'paul.escudie@exemple.test', consentement_partage: 'oui',
  };
  const names = await act.locator('[name]:not([type=hidden])').evaluateAll(
    (all) => [...new Set(all.map((each) => each.name))]);
  for (const name of names) {
    if (name === 'themes') await touch(page, act.getByLabel('Transmission', { exact: true }));
    if (wanted[name]) await write(page, field(name), wanted[name]);
  }
  const answer = await press(page, act.locator('button.main'));
  assert.equal(answer.status(), 200, 'the answer to « Qualifier »');
}

async function refer(page) {
  const act = await unfold(page, 'Confirmer', 'Transmission');
  const answer = await press(page, act.locator('button.main'));
  assert.equal(answer.status(), 200, 'the answer to « Confirmer »');
}

async function referred(t) {
  const desk = await ownDesk(t);
  const page = await visit(t, desk);
  const address = await takeCall(page);
  await qualify(page);
  await refer(page);
  return { desk, page, address };
}

test('by keyboard: a request is qualified and goes to partners, one answers by telephone', async (t) => {
  const { page } = await referred(t);
  assert.match(await page.locator('.asked').innerText(), new RegExp(partner));
  const reply = await unfold(page, 'Je prends', partner);
  await write(page, reply.locator('[name=referent]'), 'Paulette Martin');
  await write(page, reply.locator('[name=form-channel]'), 't');
  await press(page, reply.locator('button.main'));
  assert.match(await page.locator('#history').innerText(), /Je prends/i);
  isQuiet(page);
});

test('by keyboard: an act is taken back', async (t) => {
  const { page } = await referred(t);
  await press(page, page.locator('#history a', { hasText: 'Annuler' }));
  await press(page, page.locator('form.change button'));
  assert.match(await page.locator('.notice').first().innerText(), /annulé/);
  isQuiet(page);
});

test('by keyboard: a letter is called back while it rests', async (t) => {
  const { page } = await referred(t);
  const rests = page.locator('#letters details.letter', { has: page.locator('p.row a.button') }).first();
  await touch(page, rests.locator('summary'), 'Enter');
  await press(page, rests.locator('p.row a.button'));
  await press(page, page.locator('form.change button'));
  assert.match(await page.locator('#letters').innerText(), /envoi annulé/);
  isQuiet(page);
});

test('by keyboard: the meeting decides', async (t) => {
  const page = await visit(t, await ownDesk(t));
  const address = await takeCall(page);
  await page.goto('/agenda');
  while (await page.locator(`.agenda a[href="${address}"]`).count() === 0) {
    await press(page, page.locator('.pages a[rel=next]'));
  }
  const line = page.locator('.agenda > li', { has: page.locator(`a[href="${address}"]`) });
  await touch(page, line.locator('summary', { hasText: 'Décider' }));
  await touch(page, line.locator('summary', { hasText: 'Classer' }));
  await write(page, line.locator('[name=motif_classement]'), 'Hors sujet');
  await press(page, line.locator('details[open] details[open] button.main'));
  assert.equal(new URL(page.url()).pathname, '/agenda');
  assert.equal(await page.locator(`.agenda a[href="${address}"]`).count(), 0);
  isQuiet(page);
});

test('by keyboard: two cases of one person become one', async (t) => {
  const page = await visit(t, await ownDesk(t));
  const first = await takeCall(page);
  const number = await page.locator('.over-title').innerText();
  const second = await takeCall(page, { ...caller, description: 'Rappelle pour la même chose.' });
  assert.notEqual(first, second);
  await press(page, page.locator('section.notice.warn a', { hasText: /même dossier|Réunir|Fusionner/i }).first());
  await press(page, page.locator('form.change button').first());
  assert.match(await page.locator('main').innerText(), new RegExp(number.replace(/\D+/, '').trim()));
  isQuiet(page);
});

test('by keyboard: cases are handed to somebody else, several at once', async (t) => {
  const page = await visit(t, await ownDesk(t));
  await page.goto('/cases');
  const ticks = page.locator('table.select tbody input[type=checkbox]');
  await touch(page, ticks.nth(0));
  await touch(page, ticks.nth(1));
  const bulk = page.locator('.bulk');
  const name = await bulk.locator('option').last().innerText();
  await write(page, bulk.locator('select'), name.slice(0, 5));
  await write(page, bulk.locator('#bulk-reason'), 'Congé');
  await press(page, bulk.locator('button'));
  assert.match(await page.locator('main').innerText(), new RegExp(`2.*${name}`, 's'));
  isQuiet(page);
});

// From the letter's link to the page behind it, by the code that comes by mail.
async function comeIn(page, desk, found, to) {
  await page.goto(found);
  await press(page, page.getByRole('button', { name: 'Recevoir un code', exact: true }));
  const sent = await letter(desk, code, { to });
  await write(page, page.getByLabel('Code reçu par courriel'), sent.found);
  await press(page, page.getByRole('button', { name: 'Ouvrir', exact: true }));
}

// Letters rest before they leave.
const nextDay = (page) => press(page, page.locator('form.clock button[value=day]'));

test('by keyboard: a partner answers by the link', async (t) => {
  const { desk, page: coordinator } = await referred(t);
  await nextDay(coordinator);
  const asked = await letter(desk, new RegExp(`${caller.nom}[^\\0]*${link.source}`));
  const page = await visit(t, desk, { as: '' });
  await comeIn(page, desk, asked.found, asked.to);
  const form = page.locator('details.act', { hasText: 'Je prends' }).first();
  if (!(await form.evaluate((each) => each.open))) await touch(page, form.locator('summary'));
  await write(page, form.locator('[name=referent]'), 'Mme Lacaze');
  await press(page, form.locator('button.main'));
  assert.match(await page.locator('.notice').innerText(), /C’est noté.*Je prends/s);
  isQuiet(page);
});

test('by keyboard: somebody follows her request and takes her consent back', async (t) => {
  const { desk, page: coordinator } = await referred(t);
  await nextDay(coordinator);
  const to = 'paul.escudie@exemple.test';
  const own = await letter(desk, link, { to });
  const page = await visit(t, desk, { as: '' });
  await comeIn(page, desk, own.found, to);
  const stop = page.locator('details.act', { hasText: 'Ne plus transmettre' });
  await touch(page, stop.locator('summary'));
  await press(page, stop.locator('button').first());
  assert.ok((await page.locator('.notice').innerText()).length > 5);
  isQuiet(page);
});
