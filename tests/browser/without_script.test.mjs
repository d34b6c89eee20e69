// With JavaScript switched off, or lost on the way, the desk works the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { act, takeCall } from './support/acts.mjs';
import { visit } from './support/browser.mjs';
import { isQuiet } from './support/checks.mjs';
import { ownDesk } from './support/desk.mjs';

test('without JavaScript a call is taken, qualified and referred', async (t) => {
  const page = await visit(t, await ownDesk(t), { script: false });
  await takeCall(page);
  await act(page, 'Qualifier', {
    about: 'Demande',
    fill: { statut: 'porteur de projet', commune: 'Figeac', consentement_partage: 'oui' },
    check: ['Création'],
  });
  await act(page, 'Confirmer', { about: 'Création' });
  assert.ok(await page.locator('.asked li').count() > 0);
  isQuiet(page);
});

test('when the script does not arrive, nothing is missing', async (t) => {
  const page = await visit(t, await ownDesk(t));
  await page.route('**/*.js', (route) => route.abort('blockedbyclient'));
  await takeCall(page);
  await act(page, 'Classer', { about: 'Demande', fill: { motif_classement: 'doublon' } });
  assert.match(await page.locator('#head').innerText(), /Classée/);
});
