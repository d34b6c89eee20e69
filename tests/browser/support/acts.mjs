// What people do at the desk, told in the words of the page.
import assert from 'node:assert/strict';

export const caller = {
  nom: 'Escudié',
  telephone: '05 65 11 22 33',
  description: 'Veut reprendre la boulangerie de Faycelles.',
};

// Leaves the page by `click`; gives the answer of the page that comes.
export async function send(page, click) {
  const [answer] = await Promise.all([page.waitForNavigation(), click()]);
  return answer;
}

export async function takeCall(page, given = caller) {
  await page.goto('/requests/new');
  for (const [field, text] of Object.entries(given)) await page.locator(`[name=${field}]`).fill(text);
  const answer = await send(page, () => page.locator('form.intake button.main').click());
  assert.equal(answer.status(), 200);
  return new URL(page.url()).pathname;
}

// The form of an act on the case page, unfolded. `about`: the need or partner that it stands under.
export async function unfold(page, title, about) {
  const acts = page.locator('section.acts');
  const place = about ? acts.locator('.subject', { has: page.locator('h3', { hasText: about }) }) : acts;
  const act = place.locator('details.act', { has: page.locator('summary', { hasText: title }) }).first();
  if (!(await act.evaluate((each) => each.open))) await act.locator('summary').click();
  return act;
}

export async function act(page, title, { about, fill = {}, check = [], status = 200 } = {}) {
  const form = await unfold(page, title, about);
  for (const [name, value] of Object.entries(fill)) {
    const input = form.locator(`[name=${name}]`);
    const chosen = await input.evaluate((each) => each.tagName === 'SELECT');
    await (chosen ? input.selectOption(value) : input.fill(value));
  }
  for (const label of check) await form.getByLabel(label, { exact: true }).check();
  const answer = await send(page, () => form.locator('button.main').click());
  assert.equal(answer.status(), status, `the answer to « ${title} »`);
  return answer;
}
