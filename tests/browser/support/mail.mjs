// Letters as they leave: the maildir of a served desk, read as a mail program does.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

function decoded(body) {
  const bytes = body.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi,
    (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function read(file) {
  const raw = readFileSync(file, 'latin1').replace(/\r\n/g, '\n');
  const head = raw.slice(0, raw.indexOf('\n\n')).replace(/\n[ \t]+/g, ' ');
  const to = /^To:.*?([\w.+-]+@[\w.-]+)/m.exec(head)?.[1] ?? '';
  const [, part = ''] = /Content-Type: text\/plain[^\0]*?\n\n([^\0]*?)\n--=_/.exec(raw) ?? [];
  return { to, head, text: decoded(part) };
}

// Waits for a letter in which `wanted` is found; gives the newest one and what was found.
export async function letter(desk, wanted, { to } = {}) {
  const folders = [path.join('build', 'demo-mail'), 'mail'].map((each) => path.join(desk.place, each, 'new'));
  for (let tries = 0; tries < 100; tries += 1) {
    const files = folders.filter((each) => existsSync(each))
      .flatMap((each) => readdirSync(each).map((name) => path.join(each, name)))
      .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
    for (const file of files) {
      const mail = read(file);
      const found = wanted.exec(mail.text);
      if (found && (!to || mail.to === to)) return { ...mail, found: found[1] ?? found[0] };
    }
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  return assert.fail(`no letter with ${wanted} in ${folders}`);
}

export const link = /(\/r\/\d+-\d+-[0-9a-f]{32})/;
export const code = /^\s+([A-Z2-9]{4}-[A-Z2-9]{4})\s*$/m;
