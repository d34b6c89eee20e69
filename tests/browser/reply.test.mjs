// A partner's answer from the mail: link, code, answer; and what opens links without being asked.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caller, send } from './support/acts.mjs';
import { visit } from './support/browser.mjs';
import { fitsItsWindow, hasNoBarrier, isQuiet, picture } from './support/checks.mjs';
import { ownDesk } from './support/desk.mjs';
import { askAPartner } from './support/links.mjs';
import { code, letter, link } from './support/mail.mjs';

async function shownWell(page, name) {
  await hasNoBarrier(page);
  await fitsItsWindow(page);
  await picture(page, name);
}

const button = (page, name) => page.getByRole('button', { name, exact: true });
const history = (page) => page.locator('#history').innerText();

test('from the mail, by a code, a partner accepts; the coordinator sees it', async (t) => {
  const desk = await ownDesk(t);
  const coordinator = await visit(t, desk);
  const address = await askAPartner(coordinator);

  // The link shows nothing personal.
  const asked = await letter(desk, new RegExp(`${caller.nom}[^\\0]*${link.source}`));
  const partner = await visit(t, desk, { as: '' });
  await partner.goto(asked.found);
  assert.doesNotMatch(await partner.locator('body').innerText(), new RegExp(caller.nom));
  assert.match(await partner.locator('main').innerText(), /Réponse attendue avant le/);
  await shownWell(partner, 'reply-start');

  // The code comes by mail to the same address, and is typed here.
  await send(partner, () => button(partner, 'Recevoir un code').click());
  await shownWell(partner, 'reply-code');
  const sent = await letter(desk, code, { to: asked.to });
  assert.doesNotMatch(sent.head + sent.text, new RegExp(caller.nom));
  const box = partner.getByLabel('Code reçu par courriel');
  await box.fill('AAAA-AAAA');
  const wrong = await send(partner, () => button(partner, 'Ouvrir').click());
  assert.equal(wrong.status(), 401);
  assert.match(await partner.locator('#code-error').innerText(), /encore 4 essais/);
  await shownWell(partner, 'reply-code-wrong');
  await box.fill(sent.found.toLowerCase().replace('-', ' '));
  await send(partner, () => button(partner, 'Ouvrir').click());
  assert.match(await partner.locator('main').innerText(), new RegExp(caller.nom));
  await partner.evaluate(() => document.querySelectorAll('details').forEach((each) => { each.open = true; }));
  await shownWell(partner, 'reply-page');

  // Accepted: stated on the page, and on the coordinator's.
  const form = partner.locator('details.act', { hasText: 'Je prends' });
  await form.locator('[name=referent]').fill('Mme Lacaze');
  await send(partner, () => form.locator('button.main').click());
  assert.match(await partner.locator('.notice').innerText(), /C’est noté.*Je prends/s);
  await shownWell(partner, 'reply-done');
  await coordinator.goto(address);
  assert.match(await history(coordinator), /Je prends/);

  // Gone again: the link is the button again.
  await send(partner, () => button(partner, 'Quitter cette page').click());
  await button(partner, 'Recevoir un code').waitFor();
  isQuiet(partner);
});

// As mail scanners do: every link opened, every button pressed, with and without scripts.
async function pressEverything(page, start) {
  const base = new URL(start, page.url()).pathname;
  await page.request.head(start);
  const pages = [base, `${base}/code`];
  for (const each of pages) {
    await page.goto(each);
    const buttons = await page.locator('main button').count();
    for (let at = 0; at < buttons; at += 1) {
      await page.goto(each);
      await send(page, () => page.locator('main button').nth(at).click());
    }
  }
  const headers = { 'Sec-Fetch-Site': 'same-origin' };
  for (const name of ['replies/accepter', 'replies/decliner', 'hand-over', 'acts/x', 'leave']) {
    await page.request.get(`${base}/${name}`);
    await page.request.post(`${base}/${name}`, { headers, form: { 'form-n': '3' }, maxRedirects: 0 });
  }
}

test('a scanner that opens every link and presses every button changes nothing', async (t) => {
  const desk = await ownDesk(t);
  const coordinator = await visit(t, desk);
  const address = await askAPartner(coordinator);
  const { found, to } = await letter(desk, new RegExp(`${caller.nom}[^\\0]*${link.source}`));
  await coordinator.goto(address);
  const before = await history(coordinator);

  for (const script of [true, false]) {
    const robot = await visit(t, desk, { as: '', script });
    await robot.goto(found);
    await pressEverything(robot, found);
  }

  await coordinator.goto(address);
  assert.equal(await history(coordinator), before);
  const seen = await letter(desk, code, { to });
  assert.equal((await coordinator.request.get(found)).status(), 200);
  assert.ok(seen.found);
});

test('the project holder follows her request by her link and takes her consent back', async (t) => {
  const desk = await ownDesk(t);
  const coordinator = await visit(t, desk);
  const address = await askAPartner(coordinator);
  const own = await letter(desk, link, { to: 'paul.escudie@exemple.test' });
  const person = await visit(t, desk, { as: '', width: 320 });
  await person.goto(own.found);
  await send(person, () => button(person, 'Recevoir un code').click());
  const sent = await letter(desk, code, { to: 'paul.escudie@exemple.test' });
  await person.getByLabel('Code reçu par courriel').fill(sent.found);
  await send(person, () => button(person, 'Ouvrir').click());
  assert.match(await person.locator('main').innerText(), /Partenaires sollicités/);
  await shownWell(person, 'follow-page');

  const stop = person.locator('details.act', { hasText: 'Ne plus transmettre' });
  await stop.locator('summary').click();
  await send(person, () => stop.locator('button.danger').click());

  assert.match(await person.locator('.notice').innerText(), /C’est noté/);
  await coordinator.goto(address);
  assert.match(await coordinator.locator('.asked').innerText(), /Retirée/);
  isQuiet(person);
});
