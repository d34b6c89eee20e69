// A desk with accounts: from a refused page to the password, the second factor, and out again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { send } from './support/acts.mjs';
import { visit } from './support/browser.mjs';
import { fitsItsWindow, hasNoBarrier, isQuiet, picture } from './support/checks.mjs';
import { ownDesk } from './support/desk.mjs';
import { totp } from './support/totp.mjs';

const password = 'tilleul brouette magnesium ourlet';
const account = { email: 'claire@exemple.test', name: 'Claire Vernhes', role: 'coordinator', member: 'coordinatrice' };

async function shownWell(page, name) {
  await hasNoBarrier(page);
  await fitsItsWindow(page);
  await picture(page, name);
}

const button = (page, name) => page.getByRole('button', { name, exact: true });

async function typePassword(page, given) {
  await page.getByLabel('Adresse électronique').fill(account.email);
  await page.getByLabel('Mot de passe').fill(given);
  return send(page, () => button(page, 'Se connecter').click());
}

test('with accounts: refused, signed in with a second factor, and out again', async (t) => {
  const desk = await ownDesk(t, { demo: false, accounts: [{ ...account, password }] });
  const page = await visit(t, desk, { as: '' });

  // What was asked for is found again at the end.
  await page.goto('/cases?all=1');
  assert.match(page.url(), /\/sign-in\?next=/);
  await shownWell(page, 'sign-in');
  assert.equal((await typePassword(page, 'autre chose que cela')).status(), 401);
  assert.equal(await page.getByLabel('Adresse électronique').inputValue(), account.email);
  await shownWell(page, 'sign-in-refused');

  // The first time: a second factor is set up, and its codes are shown once.
  await typePassword(page, password);
  await send(page, () => button(page, 'Afficher une clé').click());
  await shownWell(page, 'second-factor');
  const secret = await page.locator('#secret').innerText();
  await page.getByLabel('Code que l’application affiche').fill(totp(secret));
  await send(page, () => button(page, 'Continuer').click());
  assert.ok((await page.locator('li.number').allInnerTexts()).length >= 8);
  await shownWell(page, 'recovery-codes');
  const recovery = await page.locator('li.number').first().innerText();
  await send(page, () => page.getByRole('link', { name: 'Continuer' }).click());
  assert.match(page.url(), /\/cases\?all=1$/);
  assert.match(await page.locator('.account').innerText(), /Claire Vernhes/);

  // Out: the page that was open is closed to whoever comes next.
  await send(page, () => button(page, 'Se déconnecter').click());
  await page.goto('/cases');
  assert.match(page.url(), /\/sign-in\?next=/);

  // In again, without the telephone: a recovery code, which serves once.
  await typePassword(page, password);
  await shownWell(page, 'sign-in-code');
  await page.getByLabel('Code', { exact: true }).fill('000000');
  assert.equal((await send(page, () => button(page, 'Continuer').click())).status(), 401);
  await page.getByLabel('Code', { exact: true }).fill(recovery);
  await send(page, () => button(page, 'Continuer').click());
  assert.match(page.url(), /\/cases$/);
  isQuiet(page);
});
