// A file's way: the person sends it by her link, the coordinator opens it and shows it to the
// partner, who sees it only then. And what the partner sends and suggests by his.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { caller, send } from './support/acts.mjs';
import { visit } from './support/browser.mjs';
import { fitsItsWindow, hasNoBarrier, isQuiet, picture } from './support/checks.mjs';
import { ownDesk } from './support/desk.mjs';
import { askAPartner, comeIn, email } from './support/links.mjs';
import { letter, link } from './support/mail.mjs';

const pdf = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');
const plan = { name: 'Étude & plan.pdf', mimeType: 'application/pdf', buffer: pdf };

async function sendFile(page, file, tick = []) {
  const form = page.locator('details.act', { hasText: 'Ajouter un document' });
  if (!(await form.evaluate((each) => each.open))) await form.locator('summary').click();
  if (file) await form.getByLabel('Fichier').setInputFiles(file);
  for (const label of tick) await form.getByLabel(label).check();
  return send(page, () => form.locator('button.main').click());
}

async function shownWell(page, name) {
  await hasNoBarrier(page);
  await fitsItsWindow(page);
  await picture(page, name);
}

async function download(page, name) {
  const [got] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  return { name: got.suggestedFilename(), bytes: readFileSync(await got.path()) };
}

test('a file sent by link is opened by the coordinator, and shown to the partner only then', async (t) => {
  const desk = await ownDesk(t);
  const coordinator = await visit(t, desk);
  const address = await askAPartner(coordinator);
  const own = await letter(desk, link, { to: email });
  const asked = await letter(desk, new RegExp(`${caller.nom}[^\\0]*${link.source}`));

  const person = await visit(t, desk, { as: '', width: 320 });
  await comeIn(person, desk, own.found, email);
  await sendFile(person, { name: 'programme.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\x90\0') });
  assert.match(await person.locator('.refused').innerText(), /n'est pas reconnu/);
  await shownWell(person, 'follow-document-refused');
  await sendFile(person, plan);
  assert.match(await person.locator('.notice').first().innerText(), /Document reçu/);
  await shownWell(person, 'follow-document');
  const back = await download(person, plan.name);
  assert.deepEqual(back.bytes, pdf);
  assert.equal(back.name, plan.name);

  const partner = await visit(t, desk, { as: '' });
  await comeIn(partner, desk, asked.found, asked.to);
  assert.doesNotMatch(await partner.locator('#documents').innerText(), /plan\.pdf/);

  await coordinator.goto(address);
  const seen = await download(coordinator, plan.name);
  assert.deepEqual(seen.bytes, pdf);
  await send(coordinator, () => coordinator.getByRole('link', { name: `Montrer à… : ${plan.name}` }).click());
  await shownWell(coordinator, 'share-document');
  const shown = coordinator.locator('input[name=form-shown]');
  // The first box is the person's, the others are the partners' that were asked.
  for (let at = 1; at < (await shown.count()); at += 1) await shown.nth(at).check();
  await send(coordinator, () => coordinator.locator('form.change button.main').click());
  assert.match(await coordinator.locator('#documents').innerText(), /montré à/);
  await shownWell(coordinator, 'case-documents');

  await partner.reload();
  assert.match(await partner.locator('#documents').innerText(), /plan\.pdf/);
  assert.deepEqual((await download(partner, plan.name)).bytes, pdf);

  await send(person, () => person.getByRole('button', { name: `Retirer : ${plan.name}` }).click());
  await partner.reload();
  assert.doesNotMatch(await partner.locator('#documents').innerText(), /plan\.pdf/);
  for (const page of [person, partner, coordinator]) isQuiet(page);
});

test('a partner suggests another and sends an offer; the desk notes what it makes of it', async (t) => {
  const desk = await ownDesk(t);
  const coordinator = await visit(t, desk);
  const address = await askAPartner(coordinator);
  const asked = await letter(desk, new RegExp(`${caller.nom}[^\\0]*${link.source}`));
  const partner = await visit(t, desk, { as: '' });
  await comeIn(partner, desk, asked.found, asked.to);
  await sendFile(partner, { name: 'offre.txt', mimeType: 'text/plain', buffer: Buffer.from('Une offre') });
  const form = partner.locator('form[action$="/suggest"]');
  await form.locator('select').selectOption({ index: 1 });
  const name = await form.locator('option').nth(1).innerText();
  await form.locator('textarea').fill('Plutôt son métier');
  const answer = await send(partner, () => form.locator('button').click());
  assert.equal(answer.status(), 200, answer.url());
  assert.match(await partner.locator('main').innerText(), new RegExp(`Vous avez proposé : ${name}`));
  await shownWell(partner, 'reply-suggested');

  await coordinator.goto(address);
  assert.match(await coordinator.locator('#needs').innerText(), /Plutôt son métier/);
  assert.match(await coordinator.locator('#documents').innerText(), /offre\.txt/);
  await coordinator.locator('#notes textarea').fill('À voir mardi avec la CMA');
  await send(coordinator, () => coordinator.getByRole('button', { name: 'Ajouter une note' }).click());
  assert.match(await coordinator.locator('#notes').innerText(), /À voir mardi/);
  await shownWell(coordinator, 'case-note');
  await send(coordinator, () => coordinator.locator('#notes a', { hasText: 'Barrer' }).click());
  await shownWell(coordinator, 'strike-note');
  await send(coordinator, () => coordinator.locator('form.change button.main').click());
  assert.equal(await coordinator.locator('#notes s').innerText(), 'À voir mardi avec la CMA');
  isQuiet(partner);
  isQuiet(coordinator);
});
