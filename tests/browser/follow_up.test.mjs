// The page by which somebody follows her request: I give up, I signed, how are you six months later.
// (That she stops the sharing of her data: reply.test.mjs.)
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { act, send, unfold } from './support/acts.mjs';
import { visit } from './support/browser.mjs';
import { isQuiet } from './support/checks.mjs';
import { ownDesk } from './support/desk.mjs';
import { baker, comeIn, fillAsk, sendAsk, shownWell, wait } from './support/person.mjs';

// Asks by the public form; gives the case's address for the coordinator.
async function asked(t, desk, coordinator) {
  const page = await visit(t, desk, { as: '' });
  await page.goto('/ask');
  await fillAsk(page, { consent: 'non' });
  await sendAsk(page);
  await wait(coordinator);
  await coordinator.goto(`/cases?text=${encodeURIComponent(baker.nom)}`);
  await send(coordinator, () => coordinator.locator('main table a').first().click());
  return new URL(coordinator.url()).pathname;
}

async function take(person, title, fill = {}, radios = {}) {
  const form = await unfold(person, title);
  for (const [name, text] of Object.entries(fill)) await form.locator(`[name=${name}]`).fill(text);
  for (const [name, value] of Object.entries(radios)) {
    await form.locator(`[name=${name}][value=${value}]`).check();
  }
  await shownWell(person, `follow-${title.replace(/\P{L}+/gu, '-').toLowerCase()}`);
  return send(person, () => form.locator('button.main').click());
}

const day = (desk) => desk.locator('form.clock time').innerText();

test('« I give up »: said with a reason, stated, and known to the coordinator', async (t) => {
  const desk = await ownDesk(t);
  const coordinator = await visit(t, desk);
  const address = await asked(t, desk, coordinator);
  const person = await comeIn(t, desk);

  const refused = await take(person, 'Abandonner');
  assert.equal(refused.status(), 422);
  assert.ok(await person.locator('.act[open] .error').first().isVisible());
  await take(person, 'Abandonner', { motif_abandon: 'Le local n’est plus à louer.' });

  assert.match(await person.locator('.notice').innerText(), /C’est noté/);
  await coordinator.goto(address);
  assert.match(await coordinator.locator('#needs').innerText(), /Abandonné/);
  assert.match(await coordinator.locator('#needs').innerText(), /plus à louer/);
  isQuiet(person);
});

test('« I signed », then the survey six months later, answered once', async (t) => {
  const desk = await ownDesk(t);
  const coordinator = await visit(t, desk);
  const address = await asked(t, desk, coordinator);
  await coordinator.goto(address);
  await act(coordinator, 'Accompagner soi-même', { about: 'Création' });
  await coordinator.goto('/');
  const today = isoOf(await day(coordinator));

  const person = await comeIn(t, desk);
  await take(person, 'C’est signé', { date_issue: today });
  assert.match(await person.locator('.notice').innerText(), /C’est noté/);
  await coordinator.goto(address);
  assert.match(await coordinator.locator('#due').innerText(), /issue à vérifier/);

  await act(coordinator, 'Conclure', { about: 'Création', fill: { issue: 'abouti', date_issue: today } });
  await wait(coordinator, 'month', 7);
  const again = await comeIn(t, desk, { subject: /Il y a six mois/ });
  await take(again, 'Donner des nouvelles', { avis: 'Merci.' }, { suivi: 'en_activite', satisfaction: 'beaucoup' });
  assert.match(await again.locator('.notice').innerText(), /C’est noté/);
  assert.equal(await again.locator('details.act', { hasText: 'Donner des nouvelles' }).count(), 0, 'once');
  await coordinator.goto(address);
  const need = await coordinator.locator('#needs').innerText();
  assert.match(need, /En activité/);
  assert.match(need, /Oui beaucoup/);
  isQuiet(again);
});

// "mardi 1er décembre 2009, 08:45" -> "2009-12-01"
function isoOf(text) {
  const months = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre',
    'octobre', 'novembre', 'décembre'];
  const [, number, month, year] = /(\d+)(?:er)? (\p{L}+) (\d{4})/u.exec(text);
  return `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${number.padStart(2, '0')}`;
}
