// What a coordinator changes her mind about: an act, a letter, a consent, a date; and the meeting.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { act, send, takeCall } from './support/acts.mjs';
import { visit } from './support/browser.mjs';
import { hasNoBarrier, isQuiet } from './support/checks.mjs';
import { ownDesk } from './support/desk.mjs';

async function qualify(page) {
  await act(page, 'Qualifier', {
    about: 'Demande',
    fill: { statut: 'porteur de projet', commune: 'Faycelles', naf: '10.71C', stade: 'projet', consentement_partage: 'oui' },
    check: ['Transmission'],
  });
}

const press = (page) => send(page, () => page.locator('form.change button').click());

test('an act is taken back after its page has said what goes back', async (t) => {
  const page = await visit(t, await ownDesk(t));
  await takeCall(page);
  assert.match(await page.locator('.notice').first().innerText(), /rappelle au plus tard le/);
  await qualify(page);
  await act(page, 'Confirmer', { about: 'Transmission' });
  assert.ok(await page.locator('.asked li').count() > 0);

  await send(page, () => page.locator('#history a', { hasText: 'Annuler' }).click());
  assert.match(await page.locator('main').innerText(), /Lettres qui ne partiront pas/);
  await hasNoBarrier(page);
  await press(page);

  assert.match(await page.locator('.notice').first().innerText(), /annulé/);
  assert.match(await page.locator('#letters').innerText(), /envoi annulé/);
  assert.match(await page.locator('#due').innerText(), /Confirmer les partenaires/);
  isQuiet(page);
});

test('a consent is withdrawn and the partner is asked no more', async (t) => {
  const page = await visit(t, await ownDesk(t));
  await takeCall(page);
  await qualify(page);
  await act(page, 'Confirmer', { about: 'Transmission' });
  await send(page, () => page.locator('#consent a').click());
  await page.getByLabel('La personne').selectOption('withdrawn');
  await page.getByLabel('Dit par').selectOption('phone');
  await press(page);

  assert.match(await page.locator('#consent').innerText(), /accord retiré/);
  await hasNoBarrier(page);
  isQuiet(page);
});

test('a date is moved with a reason, by the keyboard alone', async (t) => {
  const page = await visit(t, await ownDesk(t));
  await takeCall(page);
  await page.locator('#due a', { hasText: 'Changer la date' }).first().focus();
  await send(page, () => page.keyboard.press('Enter'));
  const day = await page.locator('[name=form-to]').inputValue();
  const later = new Date(`${day}T12:00:00Z`);
  later.setUTCDate(later.getUTCDate() + 7);
  await page.locator('[name=form-to]').fill(later.toISOString().slice(0, 10));
  await page.locator('[name=form-reason]').focus();
  await page.keyboard.type('Rappel demandé après les vacances');
  await page.locator('form.change button').focus();
  await send(page, () => page.keyboard.press('Enter'));

  assert.match(await page.locator('.notice').first().innerText(), /date est changée/);
  assert.match(await page.locator('#history').innerText(), /après les vacances/);
  isQuiet(page);
});

test('what the meeting decides is done at once', async (t) => {
  const page = await visit(t, await ownDesk(t));
  const address = await takeCall(page);
  await page.goto('/agenda');
  while (await page.locator(`.agenda a[href="${address}"]`).count() === 0) {
    await send(page, () => page.locator('.pages a[rel=next]').click());
  }
  const line = page.locator('.agenda > li', { has: page.locator(`a[href="${address}"]`) });
  await line.locator('summary', { hasText: 'Décider' }).click();
  await line.locator('summary', { hasText: 'Classer' }).click();
  await line.locator('[name=motif_classement]').selectOption({ index: 1 }).catch(
    () => line.locator('[name=motif_classement]').fill('Hors sujet'));
  await send(page, () => line.locator('details[open] details[open] button.main').click());

  assert.equal(new URL(page.url()).pathname, '/agenda');
  assert.equal(await page.locator(`.agenda a[href="${address}"]`).count(), 0);
  isQuiet(page);
});
