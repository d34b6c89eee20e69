// An administrator's day with accounts: a partner's adviser is invited, comes in, has a second
// factor, and is out with her next click; a case is opened with a reason, and its coordinator knows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { send, takeCall } from './support/acts.mjs';
import { password, serveWithAccounts } from './support/accounts.mjs';
import { visit } from './support/browser.mjs';
import { fitsItsWindow, hasNoBarrier, isQuiet, picture } from './support/checks.mjs';
import { letter } from './support/mail.mjs';
import { totp } from './support/totp.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });
const invitation = /(\/invitation\/[0-9a-f]{64})/;

async function desks(t) {
  const desk = await serveWithAccounts();
  t.after(() => desk.stop());
  return desk;
}

async function signedIn(t, desk, who) {
  const page = await visit(t, desk, { as: '' });
  await desk.signIn(page, who);
  return page;
}

async function shownWell(page, name) {
  await hasNoBarrier(page);
  await fitsItsWindow(page);
  await picture(page, name);
}

test('an adviser is invited, chooses her password, sets a second factor up, and is out at once', async (t) => {
  const desk = await desks(t);
  const admin = await signedIn(t, desk, 'administratrice');
  await admin.goto('/accounts/new');
  await admin.locator('#email').fill('conseillere@exemple.test');
  await admin.locator('#name').fill('Julie Conseil');
  await admin.getByLabel('Partenaire', { exact: true }).check();
  await admin.locator('#partner').selectOption('cci-46');
  await send(admin, () => button(admin, 'Créer et envoyer l’invitation').click());
  assert.match(await admin.locator('.notice').first().innerText(), /invitation part/);
  await shownWell(admin, 'account-invited');

  const mail = await letter(desk, invitation, { to: 'conseillere@exemple.test' });
  const page = await visit(t, desk, { as: '' });
  await page.goto(mail.found);
  await shownWell(page, 'invitation');
  await page.locator('#password').fill('azerty');
  assert.equal((await send(page, () => button(page, 'Enregistrer').click())).status(), 422);
  await shownWell(page, 'invitation-refused');
  await page.locator('#password').fill(password);
  await send(page, () => button(page, 'Enregistrer').click());
  assert.match(page.url(), /\/sign-in/);

  // The link has served.
  const again = await visit(t, desk, { as: '' });
  assert.equal((await again.goto(mail.found)).status(), 404);

  await page.getByLabel('Adresse électronique').fill('conseillere@exemple.test');
  await page.getByLabel('Mot de passe').fill(password);
  await send(page, () => button(page, 'Se connecter').click());
  await page.goto('/account');
  await send(page, () => page.getByRole('link', { name: 'Mettre en place' }).click());
  await send(page, () => button(page, 'Afficher une clé').click());
  const secret = await page.locator('#secret').innerText();
  assert.ok(await page.locator('svg.qr').isVisible());
  await page.getByLabel('Code que l’application affiche').fill(totp(secret));
  await send(page, () => button(page, 'Continuer').click());
  await send(page, () => page.getByRole('link', { name: 'Continuer' }).click());
  assert.match(page.url(), /\/account$/);
  assert.match(await page.locator('main').innerText(), /en service/);

  await admin.reload();
  await send(admin, () => button(admin, 'Désactiver le compte').click());
  await page.goto('/account');
  assert.match(page.url(), /\/sign-in\?next=/);
  isQuiet(page);
  isQuiet(admin);
});

test('an administrator opens one case with a reason, reads it, and its coordinator is told', async (t) => {
  const desk = await desks(t);
  const coordinator = await signedIn(t, desk, 'coordinatrice');
  const address = await takeCall(coordinator);
  const admin = await signedIn(t, desk, 'administratrice');

  // What is there and what is not are asked for alike.
  for (const path of ['/cases/999', address]) {
    await admin.goto(path);
    assert.match(admin.url(), new RegExp(`${path}/open-with-reason$`));
  }
  await admin.locator('#reason').fill('trop court');
  await admin.locator('#reason').fill('Réclamation reçue le 3, à vérifier');
  await send(admin, () => button(admin, 'Ouvrir le dossier').click());
  assert.match(admin.url(), new RegExp(`${address}$`));
  assert.match(await admin.locator('main').innerText(), /Escudié/);
  assert.equal(await admin.locator('section.acts form').count(), 0);
  await shownWell(admin, 'case-opened-with-reason');

  const mail = await letter(desk, /Motif : « (Réclamation reçue le 3, à vérifier) »/);
  assert.equal(mail.to, 'coordination@exemple.test');
  await coordinator.goto('/');
  assert.match(await coordinator.locator('main').innerText(), /Paule Admin a ouvert le dossier/);
  await coordinator.goto(address);
  assert.match(await coordinator.locator('main').innerText(), /Réclamation reçue/);

  await send(admin, () => button(admin, 'Refermer').click());
  await admin.goto(address);
  assert.match(admin.url(), /open-with-reason$/);

  // The auditor finds it, and the chain holds.
  const auditor = await signedIn(t, desk, 'auditrice');
  await auditor.goto('/audit?act=case-opened');
  assert.match(await auditor.locator('tbody').innerText(), /Paule Admin[^]*Réclamation/);
  assert.match(await auditor.locator('main').innerText(), /La chaîne tient/);
  isQuiet(admin);
  isQuiet(auditor);
});
