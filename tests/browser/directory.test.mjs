// An absence that the coordinator enters: the next letter goes to the substitute.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { act, caller, send, takeCall } from './support/acts.mjs';
import { visit } from './support/browser.mjs';
import { hasNoBarrier, isQuiet } from './support/checks.mjs';
import { ownDesk } from './support/desk.mjs';
import { letter } from './support/mail.mjs';

const partner = 'Chambre de métiers et de l’artisanat du Lot';

// Opens the form of that title on a partner's page.
async function form(page, title) {
  const found = page.locator('details.act', { has: page.locator('summary', { hasText: title }) }).first();
  if (!(await found.evaluate((each) => each.open))) await found.locator('summary').click();
  return found;
}

async function openEntry(page) {
  await page.goto('/directory');
  await send(page, () => page.getByRole('link', { name: partner }).click());
}

async function askThePartner(page) {
  const address = await takeCall(page);
  await act(page, 'Qualifier', {
    about: 'Demande',
    fill: {
      statut: 'porteur de projet', commune: 'Faycelles', naf: '10.71C', stade: 'projet',
      courriel: 'paul.escudie@exemple.test', consentement_partage: 'oui',
    },
    check: ['Transmission'],
  });
  await act(page, 'Confirmer', { about: 'Transmission' });
  await send(page, () => page.locator('form.clock button[value=day]').click());
  return address;
}

async function enterAbsence(page) {
  const absence = await form(page, 'Noter une absence');
  await absence.getByLabel('Qui', { exact: false }).first().selectOption({ label: 'A. Martin' });
  await absence.locator('[name=dir-first]').fill('2009-01-01');
  await absence.locator('[name=dir-last]').fill('2019-12-31');
  await absence.locator('[name=dir-substitute]').selectOption({ label: 'B. Durand' });
  await absence.locator('[name=dir-note]').fill('congé');
  return send(page, () => absence.locator('button.main').click());
}

for (const script of [true, false]) {
  test(`an absence that is entered sends the next letter to the substitute, ${script ? 'with' : 'without'} script`, async (t) => {
    const desk = await ownDesk(t);
    const page = await visit(t, desk, { script });
    await openEntry(page);
    assert.equal((await enterAbsence(page)).status(), 200);
    assert.match(await page.locator('.notice').first().innerText(), /compte dès maintenant/);
    assert.match(await page.locator('section[aria-labelledby=people]').innerText(), /absence jusqu’au 31\/12\/2019/);
    assert.match(await page.locator('section[aria-labelledby=history]').innerText(), /congé/);
    await hasNoBarrier(page);

    await askThePartner(page);
    const sent = await letter(desk, new RegExp(caller.nom), { to: 'b.durand@exemple.test' });
    assert.match(sent.text, /B\. Durand/);
    isQuiet(page);
  });
}

test('dates the wrong way round are told at their field, and what was chosen stays', async (t) => {
  const desk = await ownDesk(t);
  const page = await visit(t, desk);
  await openEntry(page);
  const absence = await form(page, 'Noter une absence');
  await absence.locator('[name=dir-who]').selectOption({ label: 'A. Martin' });
  await absence.locator('[name=dir-first]').fill('2009-05-10');
  await absence.locator('[name=dir-last]').fill('2009-05-01');
  const refused = await send(page, () => absence.locator('button.main').click());
  assert.equal(refused.status(), 422);
  const again = page.locator('details.act[open]');
  assert.match(await again.locator('.error').innerText(), /avant le premier/);
  assert.equal(await again.locator('[name=dir-first]').inputValue(), '2009-05-10');
  await page.locator('.refused a').click();
  assert.equal(await page.evaluate(() => document.activeElement.name), 'dir-last');
  await hasNoBarrier(page);
});

test('two people change one entry: the second compares before she saves', async (t) => {
  const desk = await ownDesk(t);
  const [first, second] = [await visit(t, desk), await visit(t, desk)];
  for (const page of [first, second]) await openEntry(page);
  const change = async (page, phone) => {
    const entry = await form(page, 'Modifier l’institution');
    await entry.locator('[name=dir-head-phone]').fill(phone);
    return send(page, () => entry.locator('button.main').click());
  };
  assert.equal((await change(first, '05 65 00 01 01')).status(), 200);
  assert.equal((await change(second, '05 65 00 02 02')).status(), 409);
  const [yours, now] = await second.locator('.compare .card').allInnerTexts();
  assert.match(yours, /05 65 00 02 02/);
  assert.match(now, /05 65 00 01 01/);
  await hasNoBarrier(second);
  const saved = await send(second, () => second.locator('details.act[open] button.main').click());
  assert.equal(saved.status(), 200);
  assert.match(await second.locator('section[aria-labelledby=people]').innerText(), /05 65 00 02 02/);
});
