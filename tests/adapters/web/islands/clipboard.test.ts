import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromTsv, toTsv } from '../../../../adapters/web/islands/src/grid/clipboard.ts';
import { feelOf, rowFor } from '../../../../adapters/web/islands/src/grid/witness.ts';

test('cells go to the clipboard and come back', () => {
  for (const rows of [[['a']], [['a', 'b'], ['c', 'd']], [['"idée"', 'x\ty'], ['', 'a\nb']], [['"', '""']]]) {
    assert.deepEqual(fromTsv(toTsv(rows)), rows);
  }
});

test('what a spreadsheet copies is read: carriage returns, quotes, a last line end', () => {
  assert.deepEqual(fromTsv('a\tb\r\nc\td\r\n'), [['a', 'b'], ['c', 'd']]);
  assert.deepEqual(fromTsv('"a\nb"\t"say ""x"""'), [['a\nb', 'say "x"']]);
  assert.deepEqual(fromTsv('"idée", "projet"'), [['"idée", "projet"']]);
});

test('a case becomes the cells that take it', () => {
  assert.equal(feelOf('idée'), '"idée"');
  assert.equal(feelOf(12.5), '12.5');
  assert.equal(feelOf(null), 'null');
  assert.equal(feelOf('2009-02-04', 'date'), 'date("2009-02-04")');
  assert.equal(feelOf(undefined), '-');
  const inputs = [{ id: 'a', type: 'string' }, { id: 'b', type: 'number' }];
  assert.deepEqual(rowFor({ b: 3, a: 'x' }, ['id', 'a', 'b', 'out'], inputs), ['', '"x"', '3', '']);
});
