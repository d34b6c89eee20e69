import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  cellText, freshId, type Grid, insertRule, moveRule, readGrid, removeRule, setCell, writeGrid,
} from '../../../../adapters/web/islands/src/grid/text.ts';
import { examples } from './examples.ts';

function gridOf(text: string): Grid {
  const reading = readGrid(text);
  assert.ok('grid' in reading, JSON.stringify(reading));
  return reading.grid;
}

const table = `guichet: decision-table/1
id: t
rules: |
  | id | a     | b    || out |
  | R1 | "é"   | -    || x   |
  | R2 | < 10  | null || y   |
# a comment that stays
tests:
  - {given: {a: "|"}}
`;

test('a grid that nobody changes comes back to the byte, in every table of the examples', () => {
  const tables = examples('.yaml', 'decision-table');
  for (const { name, text } of tables) assert.equal(writeGrid(text, gridOf(text)), text, name);
  assert.ok(tables.length >= 10, `only ${tables.length} tables`);
});

test('in every table of the examples, each cell changed and changed back leaves the rest as it was', () => {
  for (const { name, text } of examples('.yaml', 'decision-table')) {
    const grid = gridOf(text);
    grid.rules.forEach((row, rule) => row.cells.forEach((_, column) => {
      const before = cellText(row, column);
      const there = gridOf(writeGrid(text, setCell(grid, rule, column, '-')));
      assert.equal(cellText(there.rules[rule]!, column), '-', `${name} ${rule}:${column}`);
      const back = writeGrid(text, setCell(setCell(grid, rule, column, '-'), rule, column, before));
      const tight = (each: string) => each.replace(/[ ]+(?=\|)/g, ' ');
      assert.equal(tight(back), tight(text), `${name} ${rule}:${column}`);
    }));
  }
});

test('a cell that fits changes its own line only', () => {
  const made = writeGrid(table, setCell(gridOf(table), 1, 1, '>= 10'));
  assert.equal(made, table.replace('| < 10  |', '| >= 10 |'.replace('>= 10 ', '>= 10 ')));
});

test('a wider cell moves the bars of all rows together', () => {
  const made = writeGrid(table, setCell(gridOf(table), 0, 1, 'not("été")'));
  assert.match(made, /\| id \| a          \| b    \|\| out \|\n  \| R1 \| not\("été"\) \| -    \|\| x   \|\n  \| R2 \| < 10       \| null \|\| y   \|\n# a comment/);
});

test('a ragged column stays ragged: other rows are not touched', () => {
  const ragged = table.replace('|| x   |', '|| "a long sentence" |');
  const made = writeGrid(ragged, setCell(gridOf(ragged), 1, 3, '"another long sentence"'));
  assert.equal(made, ragged.replace('|| y   |', '|| "another long sentence" |'));
});

test('a bar in a cell is escaped in the file and shown as a bar', () => {
  const made = writeGrid(table, setCell(gridOf(table), 0, 1, '"a|b"'));
  assert.match(made, /"a\\\|b"/);
  assert.equal(cellText(gridOf(made).rules[0]!, 1), '"a|b"');
});

test('what is pasted over several lines becomes one line', () => {
  const made = gridOf(writeGrid(table, setCell(gridOf(table), 0, 1, ' "a",\n "b" ')));
  assert.equal(cellText(made.rules[0]!, 1), '"a", "b"');
});

test('a rule is inserted, moved and removed; what surrounds the grid stays', () => {
  const grid = gridOf(table);
  const more = writeGrid(table, insertRule(grid, 1, ['R3', '>= 5', '-', 'z']));
  assert.deepEqual(gridOf(more).rules.map((row) => cellText(row, 0)), ['R1', 'R3', 'R2']);
  const moved = moveRule(gridOf(more), 1, 2);
  assert.deepEqual(moved.rules.map((row) => cellText(row, 0)), ['R1', 'R2', 'R3']);
  const less = gridOf(more);
  const gone = writeGrid(more, removeRule(less, 1));
  assert.equal(gone, table);
});

test('empty lines of a grid stay where they are', () => {
  const spaced = table.replace('  | R2', '\n  | R2');
  assert.equal(writeGrid(spaced, gridOf(spaced)), spaced);
  const made = writeGrid(spaced, insertRule(gridOf(spaced), 0, ['R0', '-', '-', 'z']));
  assert.match(made, /\| R1 .*\n\n {2}\| R2/);
});

test('a file that ends with the grid, with or without a line end', () => {
  for (const end of ['', '\n']) {
    const last = table.slice(0, table.indexOf('\n# a comment')) + end;
    assert.equal(writeGrid(last, gridOf(last)), last);
  }
});

test('what is no grid is told, not guessed', () => {
  assert.deepEqual(readGrid('guichet: decision-table/1\n'), { problem: 'no-block', detail: '' });
  assert.deepEqual(readGrid('rules_from: r.csv\n'), { problem: 'from-file', detail: 'r.csv' });
  const short = table.replace('| R2 | < 10  |', '| R2 |');
  assert.equal((readGrid(short) as { problem: string }).problem, 'row');
  const otherSide = table.replace('| null || y   |', '|| null | y   |');
  assert.equal((readGrid(otherSide) as { problem: string }).problem, 'row');
});

test('new ids follow the manner of those there are', () => {
  assert.equal(freshId(['R1', 'R2'], 'R2'), 'R3');
  assert.equal(freshId(['R1', 'R2', 'R3'], 'R1'), 'R4');
  assert.equal(freshId(['R-20'], 'R-20'), 'R-21');
  assert.equal(freshId(['R-HORS'], 'R-HORS'), 'R-HORS-2');
  assert.equal(freshId([], ''), 'R-2');
});
