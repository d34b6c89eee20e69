// Two people at two browsers change the same case: each sees both versions, nothing typed is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { act, send, takeCall, unfold } from './support/acts.mjs';
import { visit } from './support/browser.mjs';
import { fitsItsWindow, hasNoBarrier, isQuiet, picture } from './support/checks.mjs';
import { ownDesk } from './support/desk.mjs';

const title = 'Mettre à jour les faits';

async function shownWell(page, name) {
  assert.match(await page.locator('h1').innerText(), /Le dossier a changé entre-temps/);
  await hasNoBarrier(page);
  await fitsItsWindow(page);
  await picture(page, name);
}

test('an act on a case that has moved on shows both versions, and is sent again knowingly', async (t) => {
  const desk = await ownDesk(t);
  const page = await visit(t, desk);
  const address = await takeCall(page);
  const other = await visit(t, desk, { as: 'secretaire' });
  await other.goto(address);
  const form = await unfold(page, title);
  await form.locator('[name=prenom]').fill('Paul');
  await act(other, title, { fill: { prenom: 'Jeanne', courriel: 'jeanne@exemple.test' } });

  const answer = await send(page, () => form.locator('button.main').click());

  assert.equal(answer.status(), 409);
  await shownWell(page, 'conflict');
  assert.equal(await page.locator('form.conflict [name=prenom]').inputValue(), 'Paul');
  assert.match(await page.locator('.theirs').innerText(), /Jeanne[^]*écrit par Odile Rames/);
  await send(page, () => page.locator('form.conflict button.main').click());
  assert.equal(new URL(page.url()).pathname, address);
  const facts = await page.locator('#facts').innerText();
  assert.match(facts, /Paul/);
  assert.match(facts, /jeanne@exemple\.test/, 'what only the other changed stands');
  isQuiet(page);
});

test('a correction that comes late keeps its reason; what is there may be kept', async (t) => {
  const desk = await ownDesk(t);
  const page = await visit(t, desk, { width: 320 });
  const address = await takeCall(page);
  await page.goto(`${address}/correct`);
  await page.locator('[name=nom]').fill('Escudier');
  await page.locator('[name=form-reason]').fill('Mal entendu');
  const other = await visit(t, desk, { as: 'secretaire' });
  await other.goto(address);
  await act(other, title, { fill: { nom: 'Descudié' } });

  const answer = await send(page, () => page.locator('form.change button.main').click());

  assert.equal(answer.status(), 409);
  await shownWell(page, 'conflict-correct');
  assert.equal(await page.locator('[name=nom]').inputValue(), 'Escudier');
  assert.equal(await page.locator('[name=form-reason]').inputValue(), 'Mal entendu');
  await send(page, () => page.getByRole('link', { name: 'Garder ce qui est écrit' }).click());
  assert.match(await page.locator('#facts').innerText(), /Descudié/);
});

test('a request that two people qualify at once is qualified once', async (t) => {
  const desk = await ownDesk(t);
  const page = await visit(t, desk);
  const address = await takeCall(page);
  const other = await visit(t, desk, { as: 'secretaire' });
  await other.goto(address);
  const given = {
    about: 'Demande',
    fill: { statut: 'porteur de projet', commune: 'Figeac', consentement_partage: 'non' },
    check: ['Création'],
  };
  await act(other, 'Qualifier', given);

  await act(page, 'Qualifier', { ...given, status: 409 });

  await shownWell(page, 'conflict-qualify');
  assert.equal(await page.locator('form.conflict [name=commune]').inputValue(), 'Figeac (46102)');
});
