// A served desk with accounts, and people who are signed in there: once each, their cookie shared
// by every visit, since a one-time password serves once.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { serve } from './desk.mjs';
import { totp } from './totp.mjs';

export const password = 'tilleul brouette magnesium ourlet';
export const people = {
  administratrice: { email: 'paule@exemple.test', name: 'Paule Admin', role: 'administrator' },
  coordinatrice: { email: 'claire@exemple.test', name: 'Claire Vernhes', role: 'coordinator', member: 'coordinatrice' },
  auditrice: { email: 'anne@exemple.test', name: 'Anne Registre', role: 'auditor' },
  partenaire: { email: 'albert@exemple.test', name: 'Albert Roux', role: 'partner', partner: 'cma-46' },
  elu: { email: 'elu@exemple.test', name: 'Élise Maire', role: 'official' },
};
const owesFactor = (role) => ['administrator', 'coordinator', 'auditor'].includes(role);
const proofLasts = 4 * 60_000;

// One person's session with a desk, kept proven.
class SignedIn {
  constructor(desk, person) {
    this.desk = desk;
    this.person = person;
    this.cookies = new Map();
    this.secret = desk.factors[person.email];
  }

  async post(address, body) {
    const answer = await fetch(this.desk.address + address, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Origin: this.desk.address,
        Cookie: [...this.cookies].map((each) => each.join('=')).join('; '),
        ...(this.token ? { 'X-Guichet-Token': this.token } : {}),
      },
      body: JSON.stringify(body),
    });
    for (const each of answer.headers.getSetCookie()) {
      const [name, value] = each.split(';')[0].split('=');
      this.cookies.set(name, value);
    }
    const said = await answer.json();
    assert.equal(answer.status, 200, `${address}: ${JSON.stringify(said)}`);
    if (said.token) this.token = said.token;
    return said;
  }

  // A one-time password that has not been used yet; the clocks of both sides may differ a little.
  async code() {
    let step = Math.floor(Date.now() / 30_000);
    while (step <= (this.usedStep ?? 0)) {
      await new Promise((resolve) => { setTimeout(resolve, 500); });
      step = Math.floor(Date.now() / 30_000);
    }
    this.usedStep = step;
    return totp(this.secret, step * 30_000);
  }

  async prove() {
    if (!this.token) {
      const entry = await this.post('/api/login', { email: this.person.email, password });
      if (entry.stage === 'awaiting_code') await this.post('/api/login/code', { code: await this.code() });
    } else if (Date.now() - this.provenAt > proofLasts) {
      await this.post('/api/account/proof', { proof: this.secret ? await this.code() : password });
    } else {
      return;
    }
    this.provenAt = Date.now();
  }
}

/** A desk that is served with accounts: `signIn(page, who)` makes the page's browser `people[who]`'s. */
export async function serveWithAccounts(options = {}) {
  const desk = await serve({ demo: false, accounts: Object.values(people).map((each) => ({ ...each, password, totp: owesFactor(each.role) })), ...options });
  const sessions = new Map();
  desk.signIn = async (page, who) => {
    if (!sessions.has(who)) sessions.set(who, new SignedIn(desk, people[who]));
    const session = sessions.get(who);
    await session.prove();
    await page.context().addCookies(
      [...session.cookies].filter(([, value]) => value !== '').map(([name, value]) => ({ name, value, url: desk.address })));
  };
  return desk;
}

let shown;
// One for all tests that only look.
export function accountsDesk() {
  shown ??= serveWithAccounts();
  return shown;
}
after(async () => (await shown)?.stop());
