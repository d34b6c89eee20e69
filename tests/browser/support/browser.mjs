// Debian's Chromium, once for all tests; a visit is one fresh browser context with one page.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { after } from 'node:test';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

// $CHROMIUM, or the first of the known names on the path.
export function findChromium() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = [
    process.env.CHROMIUM,
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
  ];
  for (const candidate of candidates.filter(Boolean)) {
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // looked for in the next folder
    }
  }
  throw new Error(`no Chromium: ${names.join(', ')} is not on the path; apt install chromium`);
}

let launched;
export function browser() {
  // Chromium's own sandbox does not work for root, nor in most containers. Only our pages are shown.
  launched ??= chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--lang=fr-FR'] });
  return launched;
}
after(async () => (await launched)?.close());

// What went wrong in the page without anybody asking: errors of scripts, what the CSP blocked,
// what could not be loaded. The status of the page itself is the test's own business.
function listen(page) {
  const problems = [];
  const documents = new Set();  // pages that were asked for; their status comes before they do
  page.on('request', (request) => {
    if (request.isNavigationRequest()) documents.add(request.url().replace(/#.*/, ''));
  });
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('console', (message) => {
    const own = documents.has(message.location().url) && /Failed to load resource/.test(message.text());
    if (message.type() === 'error' && !own) problems.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    // A page that is left breaks off what it was loading.
    const reason = request.failure()?.errorText;
    if (reason !== 'net::ERR_ABORTED') problems.push(`${request.url()}: ${reason}`);
  });
  return problems;
}

/**
 * A page of a served desk, closed at the end of test `t`.
 * as: whom the demonstration's visitor plays; lang, scheme, width; zoom: 2 is 200 %; script: false
 * for a browser without JavaScript.
 */
export async function visit(t, desk, options = {}) {
  const { as = 'coordinatrice', lang = 'fr', scheme = 'light', width = 1200, zoom = 1 } = options;
  const context = await (await browser()).newContext({
    baseURL: desk.address,
    viewport: { width: Math.round(width / zoom), height: Math.round(900 / zoom) },
    deviceScaleFactor: zoom,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: lang === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: 'Europe/Paris',
    javaScriptEnabled: options.script !== false,
    forcedColors: options.forcedColors ?? 'none',
  });
  t.after(() => context.close());
  context.setDefaultTimeout(10_000);
  const cookie = (name, value) => ({ name, value, url: desk.address });
  await context.addCookies([cookie('guichet-lang', lang), cookie('guichet-role', as)]);
  const page = await context.newPage();
  page.problems = listen(page);
  page.scripts = options.script !== false;
  return page;
}
