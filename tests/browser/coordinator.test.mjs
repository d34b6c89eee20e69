// A coordinator's case, from the call to a partner's spoken answer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { act, caller, send, takeCall } from './support/acts.mjs';
import { visit } from './support/browser.mjs';
import { hasNoBarrier, isQuiet } from './support/checks.mjs';
import { ownDesk } from './support/desk.mjs';

const partner = 'Chambre de métiers et de l’artisanat du Lot';

async function qualify(page) {
  await act(page, 'Qualifier', {
    about: 'Demande',
    fill: {
      statut: 'porteur de projet', commune: 'Faycelles', naf: '10.71C', stade: 'projet',
      courriel: 'paul.escudie@exemple.test', consentement_partage: 'oui',
    },
    check: ['Transmission'],
  });
}

test('a call becomes a case, its need goes to partners, one of them answers by telephone', async (t) => {
  const desk = await ownDesk(t);
  const page = await visit(t, desk);

  // Taken in on a name, a telephone number and a sentence.
  const address = await takeCall(page);
  assert.match(await page.locator('.notice').first().innerText(), /est enregistrée/);
  assert.match(await page.locator('h1').innerText(), new RegExp(caller.nom));
  assert.match(await page.locator('#due').innerText(), /Rappeler et qualifier la demande/);
  await hasNoBarrier(page);

  // It stands on the work list, and is found by its name.
  await page.goto('/');
  await page.getByRole('link', { name: /À faire/ }).first().waitFor();
  assert.ok(await page.locator(`.work a[href="${address}"]`).count() > 0, 'on the work list');
  await page.goto('/cases');
  await page.getByLabel(/Chercher/).fill(caller.nom);
  await send(page, () => page.getByRole('button', { name: 'Chercher' }).click());
  assert.equal(await page.locator('tbody tr').count(), 1);
  await page.locator(`a[href="${address}"]`).click();

  // Qualified: the convention proposes partners, a person confirms them.
  await qualify(page);
  assert.match(await page.locator('#needs').innerText(), /Transmission/);
  assert.doesNotMatch(await page.locator('#due').innerText(), /Rappeler et qualifier/);
  await page.locator('#needs summary').first().click();
  assert.match(await page.locator('table.why').first().innerText(), /désigné par/);
  assert.match(await page.locator('#due').innerText(), /Confirmer les partenaires/);
  await hasNoBarrier(page);
  await act(page, 'Confirmer', { about: 'Transmission' });
  assert.match(await page.locator('.asked').innerText(), new RegExp(partner));
  assert.match(await page.locator('#letters').innerText(), /Mise en relation/);

  // By telephone: "yes". Recorded in the partner's name; who will call is asked where it is missing.
  await act(page, 'Je prends', { about: partner, status: 422 });
  assert.match(await page.locator('.act[open] .error').first().innerText(), /Référent/);
  await act(page, 'Je prends', { about: partner, fill: { referent: 'Paulette Martin', 'form-channel': { index: 1 } } });
  const asked = await page.locator('.asked li', { hasText: partner }).innerText();
  assert.doesNotMatch(asked, /Réponse attendue/);
  assert.match(await page.locator('#history').innerText(), /Je prends/i);
  isQuiet(page);
});

test('a task that is done leaves the list of what is due', async (t) => {
  const desk = await ownDesk(t);
  const page = await visit(t, desk);
  await page.goto('/');
  const late = page.locator('tbody.late tr', { hasText: 'Revue de dossier' }).first();
  await late.locator('a').click();
  const task = page.locator('#due li', { hasText: 'Revue de dossier' });
  const before = await task.count();
  assert.ok(before > 0);

  await send(page, () => task.first().locator('button').click());

  assert.equal(await page.locator('#due li', { hasText: 'Revue de dossier' }).count(), before - 1);
  isQuiet(page);
});

test('what was typed stands again beside the sentence that says what is wrong', async (t) => {
  const desk = await ownDesk(t);
  const page = await visit(t, desk);
  await page.goto('/requests/new');
  await page.locator('[name=nom]').fill('Bouyssou <b>"&');
  await page.locator('details.all-of-it summary').click();
  await page.locator('[name=courriel]').fill('ceci n’est pas une adresse');
  await page.locator('[name=siret]').fill('123');
  await page.getByLabel('Création', { exact: true }).check();

  const answer = await send(page, () => page.locator('form.intake button.main').click());

  assert.equal(answer.status(), 422);
  assert.equal(await page.locator('[name=nom]').inputValue(), 'Bouyssou <b>"&');
  assert.equal(await page.locator('[name=siret]').inputValue(), '123');
  assert.ok(await page.getByLabel('Création', { exact: true }).isChecked());
  for (const field of ['telephone', 'description', 'siret']) {
    const input = page.locator(`[name=${field}]`);
    const sentence = page.locator(`#${await input.getAttribute('id')}-error`);
    assert.equal(await input.getAttribute('aria-invalid'), 'true', field);
    assert.ok((await sentence.innerText()).length > 10, field);
  }
  // The box above has a link to each of them.
  await page.locator('.refused a').first().click();
  assert.match(page.url(), /#(telephone|courriel|siret|description)$/);
  // The register says no to a number that is none, which browsers note.
  assert.deepEqual(page.problems.filter((each) => !/422/.test(each)), []);
});

