// A step that is gone while cases stand in it: the page asks where they go, shows what would come of
// it, and publishes both; what somebody else did meanwhile is told, and nothing typed is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { send } from './support/acts.mjs';
import { visit } from './support/browser.mjs';
import { hasNoBarrier, isQuiet, picture } from './support/checks.mjs';
import { ownDesk } from './support/desk.mjs';

const note = 'Un nom plus juste';
const publishing = (page) => send(page, () => page.getByRole('button', { name: 'Publier' }).click());

// Another file as one person saves it, by the form that needs no script.
async function save(page, file, change) {
  await page.goto(`/definition/files/${file}`);
  const text = await page.locator('#text').inputValue();
  const changed = change(text);
  assert.notEqual(changed, text, file);
  await page.locator('#text').fill(changed);
  await send(page, () => page.getByRole('button', { name: 'Enregistrer dans le brouillon' }).click());
}

async function renameStep(page) {
  await save(page, 'workflows/demande.yaml', (text) => text
    .replaceAll('goto: incomplete', 'goto: a_completer').replace('\n  incomplete:\n', '\n  a_completer:\n'));
  await save(page, 'population.yaml', (text) => text.replace('\n    incomplete:', '\n    a_completer:'));
  await save(page, 'tests/perimetre.yaml', (text) => text.replaceAll('demande: incomplete', 'demande: a_completer'));
}

test('a step that is gone: the page asks where its cases go, and they go there', async (t) => {
  const page = await visit(t, await ownDesk(t), { as: 'administrator', script: false });
  await renameStep(page);
  await page.goto('/definition/preview?replay=0');
  assert.match(await page.locator('.notice.late').first().innerText(), /sans étape où se trouver : 1/i);
  await send(page, () => page.getByRole('link', { name: 'Dire où vont ces dossiers' }).click());

  const where = page.getByLabel('Demande, « Fait à compléter » : 1 en cours', { exact: true });
  await where.selectOption('');
  await page.getByLabel('Ce qui change, en une phrase').fill(note);
  await hasNoBarrier(page);
  assert.equal((await publishing(page)).status(), 422);
  assert.match(await page.locator('.refused').innerText(), /dites où ils vont/i);
  assert.equal(await page.getByLabel('Ce qui change, en une phrase').inputValue(), note);

  await where.selectOption('a_completer');
  await send(page, () => page.getByRole('button', { name: 'Prévoir ce passage' }).first().click());
  assert.match(await page.locator('.notice.good').innerText(), /rien ne s'oppose/i);
  assert.equal(await where.inputValue(), 'a_completer');
  await picture(page, 'definition-passage');
  assert.equal((await publishing(page)).status(), 200);
  assert.match(await page.locator('.notice').first().innerText(), new RegExp(note));

  // They go over behind the answer.
  for (let tries = 0; tries < 40; tries += 1) {
    await page.goto('/definition/preview?replay=0');
    if (await page.getByText('Aucun dossier en cours sous une autre version.').count() > 0) break;
  }
  assert.equal(await page.getByText('Aucun dossier en cours sous une autre version.').count(), 1);
  await page.goto('/definition/files/workflows/demande.yaml');
  assert.doesNotMatch(await page.locator('#text').inputValue(), /goto: incomplete/);
  isQuiet(page);
});

test('who publishes what another has changed meanwhile is shown it first, and keeps the note', async (t) => {
  const desk = await ownDesk(t);
  const page = await visit(t, desk, { as: 'administrator', script: false });
  const other = await visit(t, desk, { as: 'administrator', script: false });
  const greeting = (word) => (text) => text.replace('Bonjour', word);
  await save(page, 'letters/accuse-de-reception.md', greeting('Bonjour à vous'));
  await page.goto('/definition/publish');
  await page.getByLabel('Ce qui change, en une phrase').fill('Un bonjour');
  await save(other, 'letters/accord-enregistre.md', greeting('Bonsoir'));

  assert.equal((await publishing(page)).status(), 409);
  assert.match(await page.locator('.refused').innerText(), /le brouillon a changé depuis/i);
  assert.match(await page.locator('.diff').allInnerTexts().then((all) => all.join('\n')), /Bonsoir/);
  assert.equal(await page.getByLabel('Ce qui change, en une phrase').inputValue(), 'Un bonjour');

  await other.goto('/definition/publish');
  await other.getByLabel('Ce qui change, en une phrase').fill('Un bonsoir aussi');
  assert.equal((await publishing(other)).status(), 200);
  assert.equal((await publishing(page)).status(), 409);
  assert.match(await page.locator('.refused').innerText(), /a publié entre-temps.*Un bonsoir aussi/s);
  assert.equal(await page.getByLabel('Ce qui change, en une phrase').inputValue(), 'Un bonjour');
  isQuiet(page);
});
