// Every page and state that a person can be shown. A line here gives it axe, both colour schemes,
// a phone, 200 % zoom, wider text, a walk by keyboard and screenshots.
//
// name: of the screenshots. as: who looks. status, where it is not 200. prepare(page): what is done
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
  { name: 'agenda-deciding', path: '/agenda?first=25', prepare: decide },
  { name: 'cases-bulk-refused', path: '/cases', prepare: assignNothing, status: 422, changes: true },
  { name: 'meanwhile', path: '/meanwhile?who=coordinatrice' },
  { name: 'request', path: '/requests/new' },
  { name: 'request-whole', path: '/requests/new', prepare: unfold },
  { name: 'ask', path: '/ask' },
  { name: 'ask-refused', path: '/ask', prepare: askEmpty, status: 422 },
  { name: 'request-refused', path: '/requests/new', prepare: sendEmpty, status: 422 },
  { name: 'clock-moved', path: '/', prepare: moveClock, changes: true },
  { name: 'reply-link', path: `/r/1-2-${'0'.repeat(32)}` },
  { name: 'reply-link-code', path: `/r/1-2-${'0'.repeat(32)}/code` },
  { name: 'reply-link-cut', path: '/r/1-2-00', status: 404 },
  { name: 'absent', path: '/nowhere', status: 404 },
];

async function unfold(page) {
  await page.evaluate(() => document.querySelectorAll('details').forEach((each) => { each.open = true; }));
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
