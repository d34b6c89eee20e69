import { Text } from '@codemirror/state';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offsetAt, spanOf } from '../../../../adapters/web/islands/src/editor/positions.ts';
import { compare, shortened } from '../../../../adapters/web/islands/src/file/difference.ts';

const text = Text.of(['a: é', '𝒳y: value', '']);

test('columns count code points, the editor counts units', () => {
  assert.equal(offsetAt(text, 1, 4), 3);
  assert.equal(offsetAt(text, 2, 2), 7);   // after the letter of two units
  assert.equal(offsetAt(text, 99, 99), text.length);
  assert.equal(offsetAt(text, 0, 0), 0);
});

test('a place is marked by its word where the end is not told; never by nothing', () => {
  assert.deepEqual(spanOf(text, { line: 2, column: 5, end_line: 2, end_column: 8 }), { from: 10, to: 13 });
  assert.deepEqual(spanOf(text, { line: 2, column: 5, end_line: 2, end_column: 5 }), { from: 10, to: 15 });
  assert.deepEqual(spanOf(text, { line: 2, column: 10, end_line: 2, end_column: 10 }), { from: 14, to: 15 });
});

test('two texts side by side: the lines that differ', () => {
  const both = compare('a\nb\nc\nd', 'a\nx\nc\ny\nd');
  assert.deepEqual(both.mine.map((line) => line.differs), [false, true, false, false]);
  assert.deepEqual(both.theirs.map((line) => line.differs), [false, true, false, true, false]);
  assert.deepEqual(compare('a', 'a').mine, [{ text: 'a', differs: false }]);
  assert.ok(compare('', 'b').theirs[0]?.differs);
});

test('long runs of lines that are alike are told by their number', () => {
  const same = Array.from({ length: 20 }, (_, at) => `line ${at}`).join('\n');
  const told = shortened(compare(same.replace('line 9', 'mine'), same).mine)
    .map((piece) => (typeof piece === 'number' ? piece : piece.text));
  assert.deepEqual(told, [6, 'line 6', 'line 7', 'line 8', 'mine', 'line 10', 'line 11', 'line 12', 7]);
});
