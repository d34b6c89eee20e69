// Somebody asks for help by the public form, with and without JavaScript, and is told who calls.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { send } from './support/acts.mjs';
import { visit } from './support/browser.mjs';
import { isQuiet } from './support/checks.mjs';
import { ownDesk } from './support/desk.mjs';
import { letter, link } from './support/mail.mjs';
import { baker, comeIn, fillAsk, sendAsk, shownWell, wait } from './support/person.mjs';

async function isConfirmed(page) {
  assert.equal(new URL(page.url()).pathname, '/ask/done');
  assert.equal(new URL(page.url()).search, '');
  const text = await page.locator('main').innerText();
  assert.match(text, /Claire Vernhes la suit et vous appelle au plus tard le \p{L}+ \d/u);
  assert.match(text, /p…@exemple\.test/);
  return text;
}

test('a request is asked for by the form, confirmed by a name and a date, and by a letter', async (t) => {
  const desk = await ownDesk(t);
  const page = await visit(t, desk, { as: '', width: 320 });
  await page.goto('/ask');
  await shownWell(page, 'ask');
  await fillAsk(page, { commune: '' });

  // The commune by a few letters, whatever the accents, by keyboard alone.
  const commune = page.getByRole('combobox', { name: /Commune/ });
  await commune.pressSequentially('FAYCÉ');
  await page.getByRole('option', { name: /Faycelles/ }).waitFor();
  await shownWell(page, 'ask-commune');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await commune.inputValue(), 'Faycelles (46100)');

  await sendAsk(page);
  const told = await isConfirmed(page);
  await shownWell(page, 'asked');
  isQuiet(page);

  // Loaded again it says the same, and it is nobody else's.
  await page.reload();
  assert.equal(await page.locator('main').innerText(), told);
  const stranger = await visit(t, desk, { as: '' });
  await stranger.goto('/ask/done');
  assert.equal(new URL(stranger.url()).pathname, '/ask');

  // The desk has it, and the letter leaves.
  const coordinator = await visit(t, desk);
  await coordinator.goto(`/cases?text=${encodeURIComponent(baker.nom)}`);
  assert.ok(await coordinator.locator('main').getByText('Paul Escudié').first().isVisible());
  await wait(coordinator);
  const mail = await letter(desk, /Claire Vernhes la suit/, { to: baker.courriel });
  assert.match(mail.text, link);
  const person = await comeIn(t, desk);
  assert.match(await person.locator('main').innerText(), /Faycelles/);
});

test('without JavaScript the form asks, refuses and confirms the same', async (t) => {
  const desk = await ownDesk(t);
  const page = await visit(t, desk, { as: '', script: false });
  await page.goto('/demande');
  assert.equal(new URL(page.url()).pathname, '/ask');
  await fillAsk(page, { commune: 'Faycelles', fill: { telephone: '12' } });

  const refused = await sendAsk(page);
  assert.equal(refused.status(), 422);
  assert.equal(await page.locator('[name=telephone]').getAttribute('aria-invalid'), 'true');
  assert.equal(await page.locator('[name=description]').inputValue(), baker.description);
  assert.ok(await page.locator('[name=statut][value="porteur de projet"]').isChecked());
  await shownWell(page, 'ask-refused');

  await page.locator('[name=telephone]').fill(baker.telephone);
  await sendAsk(page);
  await isConfirmed(page);
});

test('who says no to passing it on, and whom the desk cannot help, are told so kindly', async (t) => {
  const desk = await ownDesk(t);
  const page = await visit(t, desk, { as: '', scheme: 'dark' });
  await page.goto('/ask');
  await fillAsk(page, { consent: 'non' });
  await sendAsk(page);
  await isConfirmed(page);

  await page.goto('/ask');
  await fillAsk(page, { statut: 'entreprise', fill: { effectif: '60' } });
  await sendAsk(page);
  const text = await page.locator('main').innerText();
  assert.match(text, /D’autres peuvent vous aider/);
  assert.match(text, /chambre\s+de\s+commerce/);
  assert.doesNotMatch(text, /vous appelle au plus tard/);
  await shownWell(page, 'asked-refused');
});

test('what fills in the field that nobody sees is no request', async (t) => {
  const desk = await ownDesk(t);
  const robot = await visit(t, desk, { as: '' });
  await robot.goto('/ask');
  await fillAsk(robot);
  await robot.locator('[name=form-website]').evaluate((each) => { each.value = 'https://spam.test'; });
  const answer = await send(robot, () => robot.locator('form.ask button.main').click());
  assert.equal(answer.status(), 422);
  assert.match(await robot.locator('.refused').innerText(), /robot/);
});
