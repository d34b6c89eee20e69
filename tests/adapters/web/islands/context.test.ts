import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Names } from '../../../../adapters/web/islands/src/api/definition.ts';
import { placeAt, statesOf } from '../../../../adapters/web/islands/src/yaml/context.ts';
import { levelAt } from '../../../../adapters/web/islands/src/yaml/levels.ts';
import { offers } from '../../../../adapters/web/islands/src/yaml/offers.ts';
import { examples } from './examples.ts';

// `^` is the cursor.
function at(marked: string) {
  const position = marked.indexOf('^');
  return placeAt(marked.replace('^', ''), position);
}

const path = `guichet: workflow/1
id: creation
extends: socle
states:
  accueil:
    actions:
      envoyer: {goto: chez_partenaires}
  chez_partenaires:
    initial: attente
    states:
      attente: {}
      relance: {final: true}
`;

const names: Names = {
  fields: [
    { id: 'commune', title: 'Commune', type: 'code' },
    { id: 'theme', title: 'Thème', type: 'choice', values: ['creation', 'formation'] },
  ],
  partners: [{ id: 'cma-46', title: 'Chambre de métiers' }],
  letters: ['accuse-de-reception'],
  workflows: [{ id: 'socle', title: 'Socle', states: ['orientation'] }, { id: 'formation', title: 'Formation', states: ['ailleurs'] }],
  tables: ['eligibilite'], roles: [{ id: 'conseiller', title: 'Conseiller' }], conventions: ['convention-cadre'], calendars: ['france'], referentials: ['communes'], themes: ['creation'],
  functions: [{ name: 'count', signature: 'count(list)', text: 'How many' }],
  keys: { workflow: [{ name: 'timers', text: 'What happens later' }], letter: [{ name: 'subject', text: 'Its subject' }] },
};

const offered = (marked: string) => offers(at(marked), names, marked.replace('^', '')).map((each) => each.name);

test('keys and values of block mappings', () => {
  assert.deepEqual(at(`${path}    ti^`), { kind: 'workflow', above: ['states', 'chez_partenaires'], wants: 'key', from: path.length + 4, word: 'ti' });
  const value = at('guichet: workflow/1\nstates:\n  a:\n    goto: ch^');
  assert.deepEqual([value.above, value.wants, value.word], [['states', 'a', 'goto'], 'value', 'ch']);
  assert.deepEqual(at('guichet: workflow/1\nti^').wants, 'key');
  assert.deepEqual(at('guichet: workflow/1\nti^').above, []);
});

test('keys and values of flow collections', () => {
  const value = at('guichet: workflow/1\nactions:\n  x: {by: c, goto: ch^');
  assert.deepEqual([value.above, value.wants, value.word], [['actions', 'x', 'goto'], 'value', 'ch']);
  const key = at('guichet: workflow/1\nactions:\n  x: {by: c, go^}');
  assert.deepEqual([key.above, key.wants, key.word], [['actions', 'x'], 'key', 'go']);
  const item = at('guichet: workflow/1\nx: {share: [commune, th^]}');
  assert.deepEqual([item.above, item.wants, item.word], [['x', 'share'], 'value', 'th']);
  const after = at('guichet: workflow/1\nx: {a: [1, 2], by: co^}');
  assert.deepEqual([after.above, after.wants], [['x', 'by'], 'value']);
});

test('brackets that stay open over lines', () => {
  const value = at('guichet: workflow/1\nactions:\n  x: {by: c,\n    goto: ch^');
  assert.deepEqual([value.above, value.wants, value.word], [['actions', 'x', 'goto'], 'value', 'ch']);
  const item = at('guichet: workflow/1\nalways:\n  - {when: a,\n     go^');
  assert.deepEqual([item.above, item.wants], [['always'], 'key']);
  const closed = at('guichet: workflow/1\nactions:\n  x: {by: c,\n    goto: a}\n  y^');
  assert.deepEqual([closed.above, closed.wants], [['actions'], 'key']);
});

test('FEEL is wanted after an equals sign, in its keys, in a grid and in braces', () => {
  assert.equal(at('guichet: workflow/1\nx: {when: count(c^').wants, 'feel');
  assert.equal(at('guichet: workflow/1\nx: {set: {a: "= tod^"}}').wants, 'feel');
  assert.equal(at('guichet: workflow/1\nexpr: >-\n  some c in chi^').wants, 'feel');
  assert.equal(at('guichet: decision-table/1\nrules: |\n  | id | a || b |\n  | R1 | nu^').wants, 'feel');
  assert.equal(at('---\nguichet: letter/1\nsubject: x\n---\nBonjour {{ reci^').wants, 'feel');
  assert.equal(at('---\nguichet: letter/1\nsubject: x\n---\nBonjour reci^').wants, 'nothing');
});

test('comments and texts want nothing', () => {
  assert.equal(at('guichet: workflow/1\n# go^').wants, 'nothing');
  assert.equal(at('guichet: workflow/1\ndescription: |\n  some wo^').wants, 'nothing');
});

test('the head of a letter is YAML', () => {
  assert.deepEqual(offered('---\nguichet: letter/1\nsub^\n---\n'), ['subject']);
  assert.equal(at('---\nguichet: letter/1\nsub^\n---\n').from, 22);
});

test('items of lists of mappings', () => {
  const key = at('guichet: workflow/1\nalways:\n  - when: a\n    go^');
  assert.deepEqual([key.above, key.wants], [['always'], 'key']);
  const value = at('guichet: workflow/1\nalways:\n  - when: a\n    goto: or^');
  assert.deepEqual([value.above, value.wants], [['always', 'goto'], 'value']);
  const bare = at('guichet: workflow/1\nfields:\n  - com^');
  assert.deepEqual([bare.above, bare.wants], [['fields'], 'value']);
});

test('after goto: the states of this path and of the one that it extends', () => {
  assert.deepEqual(offered(`${path}x: {goto: ^}`), ['accueil', 'chez_partenaires', 'attente', 'relance', 'orientation']);
});

test('names that exist, by key', () => {
  assert.deepEqual(offered('guichet: workflow/1\nx: {by: ^}'), ['conseiller']);
  assert.deepEqual(offered('guichet: workflow/1\nx: {share: [^]}'), ['commune', 'theme']);
  assert.deepEqual(offered('guichet: workflow/1\nx: {notify: partenaire, letter: ^}'), ['accuse-de-reception']);
  assert.deepEqual(offered('guichet: workflow/1\nx: {set: {theme: ^}}').slice(0, 1), ['creation']);
  assert.deepEqual(offered('guichet: fields/1\nx: {type: code, in: ^}'), ['communes']);
  assert.deepEqual(offered('guichet: workflow/1\nti^'), ['timers']);
  assert.ok(offered('guichet: workflow/1\nwhen: co^').includes('count'));
});

test('a function is completed with its bracket, a key with its colon', () => {
  const find = (marked: string, name: string) => offers(at(marked), names, marked).find((each) => each.name === name)?.follows;
  assert.equal(find('guichet: workflow/1\nwhen: co^', 'count'), '(');
  assert.equal(find('guichet: workflow/1\nti^', 'timers'), ': ');
});

test('the states of a path, nested ones too', () => {
  assert.deepEqual(statesOf(path), ['accueil', 'chez_partenaires', 'attente', 'relance']);
});

test('no place of any example is beyond the text', () => {
  for (const { name, text } of [...examples('.yaml'), ...examples('.md')]) {
    for (let position = 0; position <= text.length; position += 37) {
      const place = placeAt(text, position);
      assert.ok(place.from >= 0 && place.from <= position, `${name} ${position}`);
      assert.equal(text.slice(place.from, position), place.word, `${name} ${position}`);
    }
  }
});

test('the keys that a place may have are those of its level', () => {
  const level = (marked: string) => {
    const place = at(`guichet: workflow/1\n${marked}`);
    return levelAt(place.kind, place.above);
  };
  assert.equal(level('^'), 'workflow');
  assert.equal(level('states:\n  ^'), 'names');
  assert.equal(level('states:\n  a:\n    ^'), 'states');
  assert.equal(level('states:\n  a:\n    states:\n      b: {^}'), 'states');
  assert.equal(level('states:\n  timers:\n    ^'), 'states');
  assert.equal(level('states:\n  a:\n    timers:\n      t: {^}'), 'timers');
  assert.equal(level('states:\n  a:\n    task: {^}'), 'task');
  assert.equal(level('states:\n  a:\n    always:\n      - {wh^}'), 'choose');
  assert.equal(level('actions:\n  x:\n    do: [{^}]'), undefined);
  assert.equal(levelAt('decision-table', ['inputs', 'age']), 'an input');
  assert.equal(levelAt('letter', []), undefined);
});

test('keys of another level are not offered, nor names that the author makes', () => {
  const keys = { workflow: [{ name: 'timers', text: 'states' }, { name: 'retention', text: 'workflow' }, { name: 'after', text: 'timers' }] };
  const found = (marked: string) => offers(at(marked), { ...names, keys }, marked.replace('^', '')).map((each) => each.name);
  assert.deepEqual(found('guichet: workflow/1\nre^'), ['retention']);
  assert.deepEqual(found('guichet: workflow/1\nstates:\n  a:\n    ti^'), ['timers']);
  assert.deepEqual(found('guichet: workflow/1\nstates:\n  a:\n    timers:\n      b: {af^}'), ['after']);
  assert.deepEqual(found('guichet: workflow/1\nstates:\n  n^'), []);
  assert.deepEqual(found('guichet: workflow/1\nactions:\n  x:\n    do: [{s^}]'), ['timers', 'retention', 'after']);
});
