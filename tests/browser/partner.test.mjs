// A partner with an account: it signs in, sees what asks its own institution alone, accepts one
// request and tells what came of it, declines another, and reads its commitments.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { act, caller, send, takeCall } from './support/acts.mjs';
import { visit } from './support/browser.mjs';
import { fitsItsWindow, hasNoBarrier, isQuiet, picture } from './support/checks.mjs';
import { ownDesk } from './support/desk.mjs';
import { totp } from './support/totp.mjs';

const password = 'tilleul brouette magnesium ourlet';
const accounts = [
  { email: 'claire@exemple.test', name: 'Claire Vernhes', role: 'coordinator', member: 'coordinatrice', password },
  { email: 'a.martin@exemple.test', name: 'A. Martin', role: 'partner', partner: 'cma-46/a-martin', password },
];

const button = (page, name) => page.getByRole('button', { name, exact: true });

async function shownWell(page, name) {
  await hasNoBarrier(page);
  await fitsItsWindow(page);
  await picture(page, name);
}

async function signIn(page, { email }, path = '/') {
  await page.goto(path);
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await send(page, () => button(page, 'Se connecter').click());
}

async function signInWithFactor(page, account) {
  await signIn(page, account);
  await send(page, () => button(page, 'Afficher une clé').click());
  await page.getByLabel('Code que l’application affiche').fill(totp(await page.locator('#secret').innerText()));
  await send(page, () => button(page, 'Continuer').click());
  await send(page, () => page.getByRole('link', { name: 'Continuer' }).click());
}

// Two chambers are asked about the take-over of a bakery. Gives the case's address.
async function askChambers(page, nom) {
  const address = await takeCall(page, { ...caller, nom });
  await act(page, 'Qualifier', {
    about: 'Demande',
    fill: {
      statut: 'porteur de projet', commune: 'Faycelles', naf: '10.71C', stade: 'projet',
      courriel: 'paul.escudie@exemple.test', consentement_partage: 'oui',
    },
    check: ['Transmission'],
  });
  await act(page, 'Confirmer', { about: 'Transmission' });
  return address;
}

async function answer(page, title, fill, status = 200) {
  const form = page.locator('details.act', { has: page.locator('summary', { hasText: title }) });
  if (!(await form.evaluate((each) => each.open))) await form.locator('summary').click();
  for (const [name, text] of Object.entries(fill)) await form.locator(`[name=${name}]`).fill(text);
  const came = await send(page, () => form.locator('button.main').click());
  assert.equal(came.status(), status, `the answer to « ${title} »`);
}

test('a partner with an account answers from its own inbox', async (t) => {
  const desk = await ownDesk(t, { demo: false, accounts });
  const coordinator = await visit(t, desk, { as: '' });
  await signInWithFactor(coordinator, accounts[0]);
  const kept = await askChambers(coordinator, 'Escudié');
  await askChambers(coordinator, 'Lagarrigue');

  const partner = await visit(t, desk, { as: '' });
  await signIn(partner, accounts[1]);
  assert.equal(await partner.locator('h1').innerText(), 'Ce qui vous est demandé');
  const asked = partner.locator('table.inbox tbody a');
  assert.equal(await asked.count(), 2);
  await shownWell(partner, 'inbox');

  // Another institution's request, the desk's own pages: not there.
  const own = await asked.first().getAttribute('href');
  const [, kase, n] = /\/inbox\/(\d+)\/(\d+)/.exec(own);
  for (const other of [1, 2, 3, 4, 5].filter((each) => each !== Number(n))) {
    assert.equal((await partner.request.get(`/inbox/${kase}/${other}`)).status(), 404);
  }
  assert.equal((await partner.request.get('/agenda')).status(), 403);

  // The first is accepted; what is missing is said at the field.
  await asked.first().click();
  await partner.waitForLoadState();
  assert.match(await partner.locator('main').innerText(), /Faycelles/);
  await answer(partner, 'Je prends', {}, 422);
  await shownWell(partner, 'inbox-request-refused');
  await answer(partner, 'Je prends', { referent: 'A. Martin' });
  assert.match(await partner.locator('.notice').first().innerText(), /C’est noté.*Je prends/s);
  await shownWell(partner, 'inbox-request');

  // The second is declined, with a reason.
  await partner.goto('/inbox');
  assert.equal(await asked.count(), 1);
  await asked.first().click();
  await partner.waitForLoadState();
  await answer(partner, 'Ce n’est pas pour moi', { motif_refus: 'Complet jusqu’à l’été' });

  // What came of the first.
  await partner.goto('/inbox?list=under_way');
  assert.equal(await asked.count(), 1);
  await shownWell(partner, 'inbox-under-way');
  await asked.first().click();
  await partner.waitForLoadState();
  await answer(partner, 'Rendre compte', { resultat: 'Reprise signée' });
  await partner.goto('/inbox?list=ended');
  assert.equal(await asked.count(), 2);
  await shownWell(partner, 'inbox-ended');

  // What it promised, and what it kept.
  await partner.goto('/commitments');
  assert.match(await partner.locator('main').innerText(), /20 jours ouvrés/);
  assert.equal(await partner.locator('tfoot td').first().innerText(), '2');
  await shownWell(partner, 'commitments');

  await coordinator.goto(kept);
  assert.match(await coordinator.locator('#history').innerText(), /Je prends|Rendre compte/);
  isQuiet(partner);
});
