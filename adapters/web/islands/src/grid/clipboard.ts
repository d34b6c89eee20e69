// What spreadsheets put on the clipboard: tabs between cells, a line a row, quotes around a cell that
// holds a tab, a line end or a quote at its start.
export function toTsv(rows: string[][]): string {
  const cell = (text: string) => (/[\t\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}

export function fromTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const put = (cell: string) => rows[rows.length - 1]?.push(cell);
  const source = text.replaceAll('\r\n', '\n').replace(/\n$/, '');
  for (let at = 0; at <= source.length;) {
    let cell = '';
    const quoted = /"((?:[^"]|"")*)"(?=\t|\n|$)/y;
    quoted.lastIndex = at;
    const found = source[at] === '"' ? quoted.exec(source) : null;
    if (found) {
      cell = (found[1] ?? '').replaceAll('""', '"');
      at += found[0].length;
    } else {
      const end = source.slice(at).search(/[\t\n]/);
      cell = end < 0 ? source.slice(at) : source.slice(at, at + end);
      at += cell.length;
    }
    put(cell);
    if (source[at] === '\n') rows.push([]);
    at += 1;
  }
  return rows;
}
