// What somebody does who is not of the desk: asks, and follows her request by the link of a letter.
import assert from 'node:assert/strict';
import { send } from './acts.mjs';
import { visit } from './browser.mjs';
import { fitsItsWindow, hasNoBarrier, picture } from './checks.mjs';
import { code, letter, link } from './mail.mjs';

export const baker = {
  description: 'Reprendre la boulangerie du village.',
  nom: 'Escudié',
  prenom: 'Paul',
  telephone: '05 65 11 22 33',
  courriel: 'paul.escudie@exemple.test',
};

export async function shownWell(page, name) {
  await hasNoBarrier(page);
  await fitsItsWindow(page);
  await picture(page, name);
}

// Fills the public form in; `radio` by the words beside it.
export async function fillAsk(page, { fill = {}, theme = 'Création', statut = 'porteur de projet',
  consent = 'oui', commune = 'Faycelles (46100)' } = {}) {
  await page.getByLabel(theme, { exact: true }).check();
  await page.locator(`[name=statut][value="${statut}"]`).check();
  await page.locator(`[name=consentement_partage][value=${consent}]`).check();
  await page.locator('[name=commune]').fill(commune);
  for (const [field, text] of Object.entries({ ...baker, ...fill })) {
    await page.locator(`[name=${field}]`).fill(text);
  }
}

export const sendAsk = (page) => send(page, () => page.locator('form.ask button.main').click());

// In by the newest link of a letter to that address.
export async function comeIn(t, desk, { to = baker.courriel, subject = /[^\0]*/, width = 320 } = {}) {
  const own = await letter(desk, new RegExp(`${subject.source}[^\\0]*?${link.source}`), { to });
  const person = await visit(t, desk, { as: '', width });
  await person.goto(link.exec(own.text)[1]);
  await send(person, () => person.getByRole('button', { name: 'Recevoir un code' }).click());
  const sent = await letter(desk, code, { to });
  await person.getByLabel('Code reçu par courriel').fill(sent.found);
  const answer = await send(person, () => person.getByRole('button', { name: 'Ouvrir' }).click());
  assert.equal(answer.status(), 200);
  return person;
}

// Lets the desk's clock go on, so that letters leave and timers fire.
export async function wait(page, step = 'day', times = 1) {
  await page.goto('/');
  for (let i = 0; i < times; i += 1) {
    await send(page, () => page.locator(`form.clock button[value=${step}]`).click());
  }
}
