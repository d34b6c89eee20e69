// Every file of the example desks.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = process.env.GUICHET_ROOT ?? '.';

function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    return entry.isDirectory() ? below(name) : [name];
  });
}

export interface Example {
  name: string;
  text: string;
}

export function examples(ending: string, kind = ''): Example[] {
  const found = below(path.join(root, 'examples')).filter((name) => name.endsWith(ending))
    .map((name) => ({ name: path.relative(root, name), text: readFileSync(name, 'utf8') }))
    .filter((each) => kind === '' || each.text.startsWith(`guichet: ${kind}/`));
  if (found.length === 0) throw new Error(`no example ends in ${ending} and is of kind ${kind}`);
  return found;
}
