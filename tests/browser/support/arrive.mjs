// Whoever looks at a line of pages.mjs, at the desk that the line names, before the page is asked for.
import { accountsDesk } from './accounts.mjs';
import { visit } from './browser.mjs';
import { demonstration, ownDesk } from './desk.mjs';

async function deskOf(t, each) {
  if (each.desk === 'accounts') return accountsDesk();
  return each.changes ? ownDesk(t) : demonstration();
}

export async function arrive(t, each, options) {
  const desk = await deskOf(t, each);
  const page = await visit(t, desk, { as: each.as, ...options });
  if (each.desk === 'accounts' && each.as) await desk.signIn(page, each.as);
  return page;
}
