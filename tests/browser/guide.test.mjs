// docs/guide.fr.md, step by step: what it says in bold stands on the page where it says so.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { act, send, takeCall } from './support/acts.mjs';
import { visit } from './support/browser.mjs';
import { isQuiet, picture } from './support/checks.mjs';
import { ownDesk, root } from './support/desk.mjs';

const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, "'").replace(/\s+/g, ' ');

// '3.2': the words in bold of the second step of section 3.
function stepsOfGuide() {
  const steps = new Map();
  let section = '';
  let step = '';
  for (const line of readFileSync(path.join(root, 'docs/guide.fr.md'), 'utf8').split('\n')) {
    section = /^### (\d+)\./.exec(line)?.[1] ?? (line.startsWith('#') ? '' : section);
    const number = /^(\d+)\. /.exec(line)?.[1];
    if (section && number) step = `${section}.${number}`;
    else if (!line.startsWith('   ')) step = '';
    if (step) steps.set(step, `${steps.get(step) ?? ''} ${line.trim()}`);
  }
  return new Map([...steps].map(([each, text]) => [each, [...text.matchAll(/\*\*(.+?)\*\*/g)].map(([, bold]) => plain(bold))]));
}

const words = (page) => page.evaluate(() => document.body.textContent).then(plain);

// Plays the guide's steps; what a step names in bold is on the page before or after it.
class Reader {
  steps = stepsOfGuide();

  constructor(page) { this.page = page; }

  async step(number, what) {
    const bold = this.steps.get(number);
    assert.ok(bold, `the guide has a step ${number}`);
    this.steps.delete(number);
    const before = await words(this.page);
    await what(this.page);
    const all = before + await words(this.page);
    for (const each of bold) assert.ok(all.includes(each), `step ${number}: « ${each} » is on the page`);
  }
}

const go = (page, name) => send(page, () => page.getByRole('link', { name, exact: true }).first().click());

async function play(page, who) {
  await page.getByLabel('Vous êtes').selectOption(who);
  await send(page, () => page.getByRole('button', { name: 'Changer' }).click());
}

const partner = 'Chambre de métiers et de l’artisanat du Lot';
const qualification = {
  about: 'Demande',
  fill: {
    statut: 'porteur de projet', commune: 'Faycelles', naf: '10.71C', stade: 'projet',
    courriel: 'paul.escudie@exemple.test', consentement_partage: 'oui',
  },
  check: ['Transmission'],
};

async function playCoordinator(reader) {
  await reader.page.goto('/');
  await reader.step('1.1', (page) => play(page, 'coordinatrice'));
  await reader.step('1.2', async (page) => {
    await send(page, () => page.locator('.filters a', { hasText: 'Se fera tout seul' }).click());
    assert.ok(await page.locator('tr.by-itself').count() > 0);
    await go(page, 'À faire');
  });
  await reader.step('1.3', (page) => send(page, () => page.locator('tbody.late a').first().click()));
  let address = '';
  await reader.step('2.1', (page) => go(page, 'Nouvelle demande'));
  await reader.step('2.2', async (page) => {
    address = await takeCall(page);
    assert.match(await page.locator('.notice').first().innerText(), /rappelle au plus tard le/);
  });
  await reader.step('3.1', (page) => act(page, 'Qualifier', qualification));
  await reader.step('3.2', (page) => page.locator('#needs summary').first().click());
  await reader.step('3.3', (page) => act(page, 'Confirmer', { about: 'Transmission' }));
  await reader.step('4.1', async (page) => {
    await send(page, () => page.locator('#history a', { hasText: 'Annuler' }).click());
    assert.match(await page.locator('main').innerText(), /Lettres qui ne partiront pas/);
    await send(page, () => page.locator('form.change button').click());
  });
  await reader.step('4.2', (page) => act(page, 'Confirmer', { about: 'Transmission' }));
  await reader.step('5.1', async (page) => {
    await act(page, 'Je prends', { about: partner, fill: { referent: 'Paulette Martin', 'form-channel': { index: 1 } } });
    assert.match(await page.locator('#letters').innerText(), /Vous nous avez (dit|répondu)|répon/i);
  });
  await reader.step('5.2', async (page) => assert.equal(new URL(page.url()).pathname, address));
  await reader.step('6.1', (page) => go(page, 'Réunion des partenaires'));
  await reader.step('6.2', (page) => page.locator('.agenda summary').first().click());
  await reader.step('7.1', async (page) => {
    await go(page, 'Annuaire');
    await go(page, 'Absences de l’équipe');
  });
  await reader.step('7.2', async (page) => {
    await go(page, 'À faire');
    await go(page, 'Ce qui s’est passé en mon absence');
  });
}

const file = '/definition/files/workflows/demande.yaml';

// Without the editor's island the same page is a form; the guide is true of both.
async function write(page, from, to) {
  const area = page.locator('textarea[name=text]');
  const text = await area.inputValue();
  assert.ok(text.includes(from), from);
  await area.fill(text.replace(from, to));
  return send(page, () => page.getByRole('button', { name: 'Enregistrer dans le brouillon' }).click());
}

async function playAdministrator(reader) {
  await reader.page.goto('/');
  await reader.step('8.1', (page) => play(page, 'administrator'));
  await reader.step('8.2', async (page) => {
    await page.goto('/definition');
    await page.locator('a[href="' + file + '"]').first().click();
    await page.waitForURL(`**${file}`);
    assert.equal(new URL(page.url()).pathname, file);
  });
  await reader.step('9.1', async (page) => {
    await write(page, 'due: 2bd}', 'due: 2bx}');
    assert.match(await page.locator('ol.diagnostics').innerText(), /2bx/);
  });
  await reader.step('9.2', (page) => write(page, 'due: 2bx}', 'due: 4bd}'));
  await reader.page.goto('/definition');
  await reader.step('9.3', (page) => go(page, 'Prévoir'));
  await go(reader.page, 'Publier');
  await reader.step('9.4', async (page) => {
    await page.getByLabel('Ce qui change, en une phrase').fill('Quatre jours pour rappeler.');
    await page.getByLabel('Les dossiers en cours finissent sous leur version').check();
    const answer = await send(page, () => page.getByRole('button', { name: 'Publier' }).click());
    assert.equal(answer.status(), 200);
  });
  await reader.step('9.5', async (page) => {
    await page.goto('/definition/history');
    assert.match(await page.locator('ol.timeline').innerText(), /Quatre jours/);
    await send(page, () => page.locator('ol.timeline a').nth(1).click());
  });
  await reader.step('10.1', (page) => go(page, 'Annuaire'));
}



test('the guide’s first day can be lived as it is written', async (t) => {
  const page = await visit(t, await ownDesk(t), { script: false });
  const reader = new Reader(page);
  await playCoordinator(reader);
  await picture(page, 'guide-coordinator');
  await playAdministrator(reader);
  assert.deepEqual([...reader.steps.keys()], [], 'every step of the guide was tried');
  isQuiet(page);
});
