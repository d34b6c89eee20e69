// The grid of a decision table as it stands in its file, in the block literal of `rules:`. What is
// not changed is written back as it was, to the byte; the bars of a column stay one below the other.
export interface Row {
  lead: string;    // blanks before the first bar
  cells: string[];  // as written between the bars, blanks included; the first is the rule's id
  tail: string;    // blanks after the last bar
}

export interface Grid {
  from: number;         // of the lines in the file's text
  to: number;
  header: Row;
  rules: Row[];
  blankAfter: number[];  // rules (0: the header) that an empty line follows
  firstOutput: number;
  widths: number[];     // of the columns, in code points
}

export type Reading = { grid: Grid } | { problem: 'no-block' | 'from-file' | 'row'; detail: string };

const length = (text: string): number => [...text].length;

function splitRow(line: string): { row: Row; outputAt: number; double: number } | undefined {
  const found = /^(\s*)\|(.*)\|(\s*)$/.exec(line);
  if (!found || /\\$/.test(found[2] ?? '')) return undefined;
  const cells: string[] = [];
  let outputAt = -1;
  let double = 0;
  for (const piece of (found[2] ?? '').split(/(?<!\\)\|/)) {
    if (piece === '') {
      outputAt = cells.length;
      double += 1;
    } else cells.push(piece);
  }
  return { row: { lead: found[1] ?? '', cells, tail: found[3] ?? '' }, outputAt, double };
}

// What most cells of the column take; the widest of those where several are equally many. Nothing is
// filled up in a last column whose bars stand anyhow.
function usualWidth(rows: Row[], column: number): number {
  const times = new Map<number, number>();
  const isLast = column + 1 === rows[0]?.cells.length;
  if (isLast && rows.some((row) => length(row.cells[column] ?? '') !== length(rows[0]?.cells[column] ?? ''))) return 0;
  for (const row of rows) {
    const width = length(row.cells[column] ?? '');
    times.set(width, (times.get(width) ?? 0) + 1);
  }
  return [...times].sort(([a, often], [b, seldom]) => seldom - often || b - a)[0]?.[0] ?? 2;
}

function blockOf(text: string): { from: number; to: number } | undefined {
  const head = /^rules:[ \t]*\|[+-]?\d?[+-]?[ \t]*(?:#.*)?$/m.exec(text);
  if (!head) return undefined;
  const from = head.index + head[0].length + 1;
  const after = /^[^\s]/m.exec(text.slice(from));
  let to = after ? from + after.index : text.length;
  // Comments at the first level and empty lines before them belong to what follows.
  while (to > from && /\n[ \t]*\n$/.test(text.slice(from, to))) to = text.lastIndexOf('\n', to - 2) + 1;
  return { from: Math.min(from, text.length), to };
}

export function readGrid(text: string): Reading {
  const file = /^rules_from:[ \t]*(\S+)/m.exec(text);
  if (file) return { problem: 'from-file', detail: file[1] ?? '' };
  const block = blockOf(text);
  if (!block) return { problem: 'no-block', detail: '' };
  const lines = text.slice(block.from, block.to).replace(/\n$/, '').split('\n');
  const rows: Row[] = [];
  const blankAfter: number[] = [];
  let firstOutput = -1;
  for (const line of lines) {
    if (line.trim() === '') {
      blankAfter.push(rows.length - 1);
      continue;
    }
    const read = splitRow(line);
    const first = rows[0];
    const fits = read && read.double === 1 && (!first || (read.row.cells.length === first.cells.length && read.outputAt === firstOutput));
    if (!read || !fits) return { problem: 'row', detail: line.trim() };
    if (!first) firstOutput = read.outputAt;
    rows.push(read.row);
  }
  const [header, ...rules] = rows;
  if (!header) return { problem: 'no-block', detail: '' };
  const widths = header.cells.map((_, column) => usualWidth(rows, column));
  return { grid: { ...block, header, rules, blankAfter, firstOutput, widths } };
}

export function cellText(row: Row, column: number): string {
  return (row.cells[column] ?? '').trim().replaceAll('\\|', '|');
}

function written(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/(?<!\\)\|/g, '\\|');
}

function padded(text: string, width: number): string {
  return ` ${text} `.padEnd(width + ` ${text} `.length - length(` ${text} `));
}

// A column in which no cell sticks out grows with its widest cell; one that is ragged stays so.
function grown(grid: Grid, column: number, text: string): Grid {
  const old = grid.widths[column] ?? 2;
  const wanted = length(text) + 2;
  const rows = [grid.header, ...grid.rules];
  const ragged = rows.some((row) => length(row.cells[column] ?? '') > old);
  if (wanted <= old || ragged) return grid;
  const again = (row: Row): Row => (length(row.cells[column] ?? '') !== old
    ? row
    : { ...row, cells: row.cells.map((cell, at) => (at === column ? cell.trimEnd().padEnd(cell.trimEnd().length + wanted - length(cell.trimEnd())) : cell)) });
  return {
    ...grid,
    header: again(grid.header),
    rules: grid.rules.map(again),
    widths: grid.widths.map((width, at) => (at === column ? wanted : width)),
  };
}

export function setCell(grid: Grid, rule: number, column: number, text: string): Grid {
  const put = written(text);
  if (written(cellText(grid.rules[rule] ?? grid.header, column)) === put) return grid;
  const wide = grown(grid, column, put);
  const rules = wide.rules.map((row, at) => (at !== rule
    ? row
    : { ...row, cells: row.cells.map((cell, each) => (each === column ? padded(put, wide.widths[column] ?? 2) : cell)) }));
  return { ...wide, rules };
}

export function insertRule(grid: Grid, at: number, texts: string[]): Grid {
  const like = grid.rules[Math.max(0, at - 1)] ?? grid.header;
  const empty: Row = { lead: like.lead, tail: '', cells: grid.widths.map((width) => padded('', Math.max(width, 3))) };
  let made: Grid = {
    ...grid,
    rules: [...grid.rules.slice(0, at), empty, ...grid.rules.slice(at)],
    blankAfter: grid.blankAfter.map((row) => (row > at ? row + 1 : row)),
  };
  texts.forEach((text, column) => {
    made = setCell(made, at, column, text);
  });
  return made;
}

export function removeRule(grid: Grid, at: number): Grid {
  return {
    ...grid,
    rules: grid.rules.filter((_, each) => each !== at),
    blankAfter: grid.blankAfter.map((row) => (row > at ? row - 1 : row)),
  };
}

export function moveRule(grid: Grid, from: number, to: number): Grid {
  const rules = [...grid.rules];
  const [moved] = rules.splice(from, 1);
  if (moved) rules.splice(to, 0, moved);
  return { ...grid, rules };
}

function rowText(row: Row, firstOutput: number): string {
  const cells = row.cells.map((cell, at) => (at === firstOutput ? `|${cell}` : cell));
  return `${row.lead}|${cells.join('|')}|${row.tail}`;
}

export function writeGrid(text: string, grid: Grid): string {
  const lines: string[] = [];
  const blanks = (row: number) => grid.blankAfter.filter((each) => each === row).forEach(() => lines.push(''));
  blanks(-1);
  [grid.header, ...grid.rules].forEach((row, at) => {
    lines.push(rowText(row, grid.firstOutput));
    blanks(at);
  });
  const before = text.slice(0, grid.from);
  const closing = grid.to < text.length || text.endsWith('\n') ? '\n' : '';
  return `${before}${before.endsWith('\n') ? '' : '\n'}${lines.join('\n')}${closing}${text.slice(grid.to)}`;
}

// An id that no rule has, in the manner of those there are: R3 after R2, R-NEUF-2 after R-NEUF.
export function freshId(taken: string[], like: string): string {
  const numbered = /^(.*?)(\d+)$/.exec(like);
  const stem = numbered ? numbered[1] ?? '' : `${like || 'R'}-`;
  let number = numbered ? Number(numbered[2]) + 1 : 2;
  while (taken.includes(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}
