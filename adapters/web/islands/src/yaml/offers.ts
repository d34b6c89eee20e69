// What may stand at a place of a file, given the names of the desk.
import type { Names } from '../api/definition.ts';
import { type Place, statesOf } from './context.ts';
import { levelAt } from './levels.ts';

export interface Offer {
  name: string;
  detail: string;
  text: string;
  follows: string;  // typed after the name: `: ` after a key
  boost: number;    // higher comes first
}

function offer(name: string, detail = '', text = '', follows = '', boost = 0): Offer {
  return { name, detail, text, follows, boost };
}

type Give = (names: Names, text: string) => Offer[];

const states: Give = (names, text) => {
  const own = statesOf(text);
  const inherited = /^extends:\s*(\S+)/m.exec(text)?.[1];
  const id = /^id:\s*(\S+)/m.exec(text)?.[1];
  const others = names.workflows.filter((each) => each.id === inherited || each.id === id);
  const all = new Set([...own, ...others.flatMap((each) => each.states)]);
  return [...all].map((each) => offer(each, own.includes(each) ? '' : inherited ?? ''));
};
const fields: Give = (names) => names.fields.map((each) => offer(each.id, each.type, each.title));
const partners: Give = (names) => names.partners.map((each) => offer(each.id, '', each.title));
const roles: Give = (names) => names.roles.map((each) => offer(each.id, '', each.title));
const conventions: Give = (names) => names.conventions.map((each) => offer(each));
const calendars: Give = (names) => names.calendars.map((each) => offer(each));
const letters: Give = (names) => names.letters.map((each) => offer(each));
const tables: Give = (names) => names.tables.map((each) => offer(each));
const workflows: Give = (names) => names.workflows.map((each) => offer(each.id, '', each.title));
const referentials: Give = (names) => names.referentials.map((each) => offer(each));
const themes: Give = (names) => names.themes.map((each) => offer(each));

const byKey: Record<string, Give> = {
  goto: states, then_goto: states,
  by: roles, confirm: roles, as: roles, notify: roles, remind: roles, escalate: roles, owner: roles, to: roles,
  letter: letters, letters, sent: letters,
  workflow: workflows, extends: workflows, paths: workflows, need: workflows,
  table: tables, eligibility: tables, decide: tables, priority: tables,
  fields, share: fields, require: fields, set: fields, with: fields, given: fields, required: fields,
  field: fields, columns: fields,
  convention: conventions, calendar: calendars,
  partner: partners, partners, from: partners,
  themes, theme: themes,
  in: referentials,
};

function valuesOf(names: Names, key: string): Offer[] {
  const values = names.fields.find((each) => each.id === key)?.values ?? [];
  return values.map((each) => offer(each, key));
}

const words = [
  'if', 'then', 'else', 'for', 'in', 'return', 'some', 'every', 'satisfies', 'and', 'or', 'not', 'between',
  'true', 'false', 'null',
];
const roots = ['case', 'firm', 'person', 'request', 'need', 'parent', 'children', 'event', 'actor', 'article', 'link', 'due', 'desk', 'recipient', 'shared'];

function feel(names: Names): Offer[] {
  return [
    ...names.fields.map((each) => offer(each.id, each.type, each.title, '', 2)),
    ...names.functions.map((each) => offer(each.name, each.signature.replace(each.name, ''), each.text, '(', 1)),
    ...roots.filter((each) => !names.fields.some((field) => field.id === each)).map((each) => offer(each)),
    ...words.map((each) => offer(each, '', '', '', -1)),
  ];
}

function keys(place: Place, names: Names): Offer[] {
  const key = place.above[place.above.length - 1] ?? '';
  if (['set', 'with', 'given', 'expect'].includes(key)) {
    return fields(names, '').map((each) => ({ ...each, follows: ': ' }));
  }
  const known = names.keys[place.kind] ?? [];
  const level = levelAt(place.kind, place.above);
  if (level === 'names') return [];
  const here = known.filter((each) => each.text === level);
  const all = new Map(known.map((each) => [each.name, each]));
  return (here.length > 0 ? here : [...all.values()]).map((each) => offer(each.name, '', '', ': '));
}

export function offers(place: Place, names: Names, text: string): Offer[] {
  if (place.wants === 'feel') return feel(names);
  if (place.wants === 'key') return keys(place, names);
  if (place.wants === 'nothing') return [];
  const [key = '', above = ''] = [...place.above].reverse();
  const known = byKey[key] ?? (['paths', 'letters', 'goto'].includes(above) ? byKey[above] : undefined);
  const found = known?.(names, text) ?? [];
  return found.length > 0 ? found : valuesOf(names, key);
}
