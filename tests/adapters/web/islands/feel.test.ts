import { parser } from '@lezer/yaml';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bracePlaces, feelPlaces } from '../../../../adapters/web/islands/src/feel/places.ts';
import { feelTokens } from '../../../../adapters/web/islands/src/feel/tokens.ts';
import { examples } from './examples.ts';

const told = (text: string) => feelTokens(text).map((token) => `${token.kind}:${text.slice(token.from, token.to)}`);
const places = (text: string) => feelPlaces(parser.parse(text), text).map(({ from, to }) => text.slice(from, to).trim());

test('FEEL is cut into tokens', () => {
  assert.deepEqual(told('if a.b >= 1.5e3 then "é" else null'),
    ['keyword:if', 'name:a', 'name:b', 'operator:>=', 'number:1.5e3', 'keyword:then', 'string:"é"', 'keyword:else', 'literal:null']);
  assert.deepEqual(told('every c in children satisfies c.outcome in ("declined", "silent")'), [
    'keyword:every', 'name:c', 'keyword:in', 'name:children', 'keyword:satisfies', 'name:c', 'name:outcome',
    'keyword:in', 'string:"declined"', 'string:"silent"']);
});

test('functions whose names hold spaces are one token, and only where they are called', () => {
  assert.deepEqual(told('list contains(x, 1)'), ['function:list contains', 'name:x', 'number:1']);
  assert.deepEqual(told('years and months duration(a, b)')[0], 'function:years and months duration');
  assert.deepEqual(told('index of'), ['name:index', 'keyword:of']);
});

test('dates, comments and texts that are not closed', () => {
  assert.deepEqual(told('@"P9D" // why'), ['temporal:@"P9D"', 'comment:// why']);
  assert.deepEqual(told('"open'), ['string:"open']);
  assert.deepEqual(told('/* open'), ['comment:/* open']);
  assert.deepEqual(told('a.if + date.count'), ['name:a', 'name:if', 'operator:+', 'name:date', 'name:count']);
});

test('FEEL stands where docs/format.md says, and nowhere else', () => {
  assert.deepEqual(places(`guichet: workflow/1
title: when a = b
states:
  a:
    always: [{when: "x > 1", goto: b}]
    timers: {t: {at: date_fin, set: {x: "= today()"}, after: 5bd}}
`), ['x > 1', 'date_fin', 'today()']);
  assert.deepEqual(places(`guichet: convention/1
facts: {zone: case.commune, age: {expr: 1 + 1, title: now}}
partners:
  a: {status: member, scope: [{article: art-4, effectif: "[0..20)", naf: {in: [C]}}]}
`), ['case.commune', '1 + 1', '[0..20)']);
  assert.deepEqual(places(`guichet: scenario/1
steps: [{until: 2009-02-04, at: x}]
`), []);
});

test('the cells of a grid are FEEL, its heading and its ids are not', () => {
  assert.deepEqual(places('guichet: decision-table/1\nrules: |\n  | id | a || b |\n  | R1 | "x\\|y", - || z |\n'),
    ['"x\\|y", -', 'z']);
});

test('braces of a letter', () => {
  const text = 'Bonjour {{ recipient.name }}, {{ if a then "b" else "c" }} {{ open';
  assert.deepEqual(bracePlaces(text).map(({ from, to }) => text.slice(from, to).trim()),
    ['recipient.name', 'if a then "b" else "c"', 'open']);
});

test('in every example, places lie in order and within the text, and tokens within their place', () => {
  for (const { name, text } of examples('.yaml')) {
    let last = 0;
    for (const { from, to } of feelPlaces(parser.parse(text), text)) {
      assert.ok(from >= last && to >= from && to <= text.length, `${name} ${from}`);
      last = to;
      let end = 0;
      const piece = text.slice(from, to);
      for (const token of feelTokens(piece)) {
        assert.ok(token.from >= end && token.to > token.from && token.to <= piece.length, `${name}: ${piece}`);
        end = token.to;
      }
    }
  }
});

test('every « when » of the examples is FEEL', () => {
  for (const { name, text } of examples('.yaml', 'workflow')) {
    const found = new Set(feelPlaces(parser.parse(text), text).map((place) => text.slice(0, place.from).split('\n').length));
    text.split('\n').forEach((line, row) => {
      if (/^\s*-?\s*when: [^>|]/.test(line)) assert.ok(found.has(row + 1), `${name}:${row + 1}: ${line}`);
    });
  }
});
