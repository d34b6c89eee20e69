// Every page and state that a person can be shown. A line here gives it axe, both colour schemes,
// a phone, 200 % zoom, wider text, a walk by keyboard and screenshots.
//
// name: of the screenshots. desk: 'accounts' for the one of support/accounts.mjs, on which `as` names
// one of its people, nobody where it is left out. as: who looks. status, where it is not 200. prepare(page): what is done
// there to bring the state about; it may return the answer that counts. changes: it changes the
// desk, which is then its own.
export const pages = [
  { name: 'work', path: '/' },
  { name: 'work-of-one', path: '/?owner=coordinatrice' },
  { name: 'cases', path: '/cases?all=1' },
  { name: 'cases-none', path: '/cases?text=personne-de-ce-nom' },
  { name: 'case', path: '/cases/102' },
  { name: 'case-all-open', path: '/cases/104', prepare: unfold },
  { name: 'case-for-secretary', path: '/cases/102', as: 'secretaire' },
  { name: 'case-absent', path: '/cases/999999', status: 404 },
  { name: 'case-menu', path: '/cases/102', prepare: openMenu },
  { name: 'case-print', path: '/cases/102/print' },
  { name: 'change-consent', path: '/cases/102/consent' },
  { name: 'change-consent-refused', path: '/cases/102/consent', prepare: sendChange, status: 422, changes: true },
  { name: 'change-need', path: '/cases/102/need' },
  { name: 'change-note', path: '/cases/102/note' },
  { name: 'change-merge', path: '/cases/102/merge' },
  { name: 'change-correct', path: '/cases/102/correct' },
  { name: 'change-assign', path: '/cases/102/assign' },
  { name: 'change-move', path: '/cases/102/move' },
  { name: 'change-none', path: '/cases/102/unmerge', status: 404 },
  { name: 'work-late', path: '/?when=late&owner=coordinatrice' },
  { name: 'work-none', path: '/?text=personne-de-ce-nom' },
  { name: 'agenda', path: '/agenda' },
  { name: 'agenda-deciding', path: '/agenda', prepare: decide },
  { name: 'cases-bulk-refused', path: '/cases', prepare: assignNothing, status: 422, changes: true },
  { name: 'meanwhile', path: '/meanwhile?who=coordinatrice' },
  { name: 'request', path: '/requests/new' },
  { name: 'directory', path: '/directory' },
  { name: 'partner', path: '/directory/cma-46' },
  { name: 'partner-all-open', path: '/directory/cma-46', prepare: unfold },
  { name: 'partner-refused', path: '/directory/cma-46', prepare: sendLast, status: 422 },
  { name: 'partner-absent', path: '/directory/personne', status: 404 },
  { name: 'partner-for-administrator', desk: 'accounts', as: 'administratrice', path: '/directory/cma-46' },
  { name: 'hand-over', path: '/directory/cma-46/advisers/a-martin' },
  { name: 'hand-over-refused', path: '/directory/cma-46/advisers/a-martin', prepare: sendForm, status: 422 },
  { name: 'staff-absences', path: '/directory/staff' },
  { name: 'staff-absences-refused', path: '/directory/staff', prepare: sendForm, status: 422 },
  { name: 'definition', path: '/definition' },
  { name: 'definition-file', path: '/definition/files/workflows/creation.yaml' },
  { name: 'definition-letter', path: '/definition/letters?path=letters/demande-partenaire.md' },
  { name: 'definition-table', path: '/definition/tables?path=rules/eligibilite.yaml' },
  { name: 'definition-scenarios', path: '/definition/scenarios' },
  { name: 'definition-scenario-played', path: '/definition/scenarios?run=1&path=tests/pause.yaml', prepare: unfold },
  { name: 'definition-check', path: '/definition/check' },
  { name: 'definition-preview', path: '/definition/preview?replay=3' },
  { name: 'definition-publish', path: '/definition/publish' },
  { name: 'definition-history', path: '/definition/history' },
  { name: 'definition-file-absent', path: '/definition/files/rien.yaml', status: 404 },
  { name: 'request-whole', path: '/requests/new', prepare: unfold },
  { name: 'ask', path: '/ask' },
  { name: 'ask-refused', path: '/ask', prepare: askEmpty, status: 422 },
  { name: 'request-refused', path: '/requests/new', prepare: sendEmpty, status: 422 },
  { name: 'clock-moved', path: '/', prepare: moveClock, changes: true },
  { name: 'reply-link', path: `/r/1-2-${'0'.repeat(32)}` },
  { name: 'reply-link-code', path: `/r/1-2-${'0'.repeat(32)}/code` },
  { name: 'reply-link-cut', path: '/r/1-2-00', status: 404 },
  { name: 'absent', path: '/nowhere', status: 404 },
  { name: 'sign-in', desk: 'accounts', path: '/sign-in' },
  { name: 'sign-in-refused', desk: 'accounts', path: '/sign-in', prepare: signInWrongly, status: 401 },
  { name: 'sign-in-code', desk: 'accounts', path: '/sign-in/code' },
  { name: 'sign-in-proof', desk: 'accounts', as: 'coordinatrice', path: '/sign-in/proof' },
  { name: 'second-factor', desk: 'accounts', as: 'partenaire', path: '/sign-in/second-factor' },
  { name: 'second-factor-key', desk: 'accounts', as: 'partenaire', path: '/sign-in/second-factor', prepare: sendForm },
  { name: 'invitation-gone', desk: 'accounts', path: `/invitation/${'0'.repeat(64)}`, status: 404 },
  { name: 'results', path: '/results' },
  { name: 'results-all-open', path: '/results?period=2009', prepare: unfold },
  { name: 'results-three-years', path: '/results?period=2007-2009' },
  { name: 'results-for-official', desk: 'accounts', as: 'elu', path: '/results' },
  { name: 'commitments-whose', path: '/commitments' },
  { name: 'commitments', path: '/partners/cma-46/commitments?year=2009' },
  { name: 'commitments-none', path: '/partners/cma-46/commitments?year=2001' },
  { name: 'commitments-absent', path: '/partners/nobody/commitments', status: 404 },
  { name: 'inbox-empty', desk: 'accounts', as: 'partenaire', path: '/inbox' },
  { name: 'inbox-ended-search', desk: 'accounts', as: 'partenaire', path: '/inbox?list=ended' },
  { name: 'commitments-own', desk: 'accounts', as: 'partenaire', path: '/commitments' },
  { name: 'account', desk: 'accounts', as: 'coordinatrice', path: '/account' },
  { name: 'account-refused', desk: 'accounts', as: 'coordinatrice', path: '/account', prepare: changeBadly, status: 422 },
  { name: 'account-of-partner', desk: 'accounts', as: 'partenaire', path: '/account' },
  { name: 'accounts', desk: 'accounts', as: 'administratrice', path: '/accounts' },
  { name: 'account-new', desk: 'accounts', as: 'administratrice', path: '/accounts/new' },
  { name: 'account-new-refused', desk: 'accounts', as: 'administratrice', path: '/accounts/new', prepare: sendForm, status: 422 },
  { name: 'account-kept', desk: 'accounts', as: 'administratrice', path: '/accounts', prepare: firstAccount },
  { name: 'keys', desk: 'accounts', as: 'administratrice', path: '/keys' },
  { name: 'key-made', desk: 'accounts', as: 'administratrice', path: '/keys', prepare: makeKey },
  { name: 'case-with-reason', desk: 'accounts', as: 'administratrice', path: '/cases/1/open-with-reason' },
  { name: 'case-with-reason-refused', desk: 'accounts', as: 'administratrice', path: '/cases/1/open-with-reason', prepare: sendForm, status: 422 },
  { name: 'audit', desk: 'accounts', as: 'auditrice', path: '/audit' },
  { name: 'audit-none', desk: 'accounts', as: 'auditrice', path: '/audit?object=case+999999' },
  { name: 'audit-refused', desk: 'accounts', as: 'auditrice', path: '/audit?from=hier', status: 422 },
];

async function unfold(page) {
  await page.evaluate(() => document.querySelectorAll('details').forEach((each) => { each.open = true; }));
}

async function sendLast(page) {
  await unfold(page);
  return sendForm(page);
}

async function sendEmpty(page) {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.locator('form.intake button.main').click(),
  ]);
  await page.waitForLoadState();
  return answer;
}

async function askEmpty(page) {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.locator('form.ask button.main').click(),
  ]);
  await page.waitForLoadState();
  return answer;
}

async function moveClock(page) {
  await page.locator('form.clock button[value=week]').click();
  await page.locator('details summary').first().click();
}

async function openMenu(page) {
  await page.locator('details.menu summary').click();
}

async function sendChange(page) {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.locator('form.change button.main').click(),
  ]);
  await page.waitForLoadState();
  return answer;
}

async function decide(page) {
  await page.locator('.agenda summary').first().click();
  await page.locator('.agenda details details summary').first().click();
}

async function assignNothing(page) {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.locator('.bulk button').click(),
  ]);
  await page.waitForLoadState();
  return answer;
}

// Presses the page's own button, as it stands or after `fill`; the answer to it.
async function sendForm(page, fill = {}) {
  for (const [selector, text] of Object.entries(fill)) await page.locator(selector).fill(text);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.locator('main form button').last().click(),
  ]);
  await page.waitForLoadState();
  return answer;
}

function signInWrongly(page) {
  return sendForm(page, { '#email': 'personne@exemple.test', '#password': 'ce n’est pas cela' });
}

async function firstAccount(page) {
  const [answer] = await Promise.all([page.waitForNavigation(), page.locator('td a').first().click()]);
  return answer;
}

async function makeKey(page) {
  await page.locator('#label').fill('Logiciel de suivi <b>');
  const [answer] = await Promise.all([page.waitForNavigation(), page.locator('main form button.main').click()]);
  return answer;
}

async function changeBadly(page) {
  await page.locator('#present').fill('rien de tel');
  await page.locator('#password').fill('azerty');
  const [answer] = await Promise.all([page.waitForNavigation(), page.locator('form button.main').first().click()]);
  return answer;
}
