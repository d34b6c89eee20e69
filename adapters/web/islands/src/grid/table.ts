// The rules as an ARIA grid: one cell has the keyboard, arrows move it, Enter edits. It knows nothing
// of files; what is to be changed goes to `acts`.
import type { Column } from '../api/definition.ts';
import { element } from '../page/element.ts';
import { say } from '../page/words.ts';
import { fromTsv, toTsv } from './clipboard.ts';

export interface Cell {
  row: number;
  column: number;
}

export interface Shown {
  title: string;
  columns: string[];       // the first is the rule's id
  firstOutput: number;
  rows: string[][];
  details: Map<string, Column>;
  unreachable: Set<string>;  // rules, by id
  overlapping: Set<string>;
  faults: Map<string, string>;  // "row:column" to a sentence
}

export interface Acts {
  put(at: Cell, texts: string[][]): void;
  insert(after: number): void;
  remove(row: number): void;
  move(row: number, by: number): void;
  undo(): void;
  redo(): void;
  save(): void;
  say(sentence: string): void;
}

const jump = 10;

export class Table {
  readonly place = element('div', { class: 'scroll', role: 'region', tabindex: '0' });
  private readonly body = element('tbody');
  private readonly lists = element('div');
  private at: Cell = { row: 0, column: 1 };
  private anchor: Cell = this.at;
  private shown: Shown | undefined;
  private input: HTMLInputElement | undefined;

  constructor(private readonly acts: Acts) {
    this.body.addEventListener('keydown', (event) => this.key(event));
    this.body.addEventListener('mousedown', (event) => this.pointed(event));
    this.body.addEventListener('dblclick', () => this.edit());
    this.body.addEventListener('copy', (event) => this.copy(event, false));
    this.body.addEventListener('cut', (event) => this.copy(event, true));
    this.body.addEventListener('paste', (event) => this.paste(event));
  }

  get row(): number {
    return this.at.row;
  }

  isEditing(): boolean {
    return this.input !== undefined;
  }

  show(shown: Shown): void {
    const had = this.body.contains(document.activeElement);
    if (!this.shown) this.frame(shown);
    this.shown = shown;
    this.at = this.within(this.at);
    this.anchor = this.within(this.anchor);
    this.head(shown);
    this.body.replaceChildren(...shown.rows.map((cells, row) => this.line(shown, cells, row)));
    this.select(false);
    if (had) this.cell(this.at)?.focus();
  }

  go(to: Cell, edits = false): void {
    this.at = this.anchor = this.within(to);
    this.select(true);
    if (edits) this.edit();
  }

  private frame(shown: Shown): void {
    const table = element('table', { class: 'grid-table rules', role: 'grid', 'aria-describedby': 'grid-keys' },
      element('caption', { class: 'visually-hidden' }, shown.title), element('thead'), this.body);
    this.place.setAttribute('aria-label', shown.title);
    this.place.replaceChildren(table, this.lists);
  }

  private head(shown: Shown): void {
    const row = element('tr');
    shown.columns.forEach((name, column) => {
      if (column === 0) {
        row.append(element('th', { scope: 'col' }, say('rule')));
        return;
      }
      const known = shown.details.get(name);
      const kind = column >= shown.firstOutput ? say('result') : say('condition');
      const expr = known?.expr && known.expr !== name ? known.expr : '';
      row.append(element('th', { scope: 'col', class: this.kind(shown, column) },
        known?.label || name, element('small', {}, [kind, known?.type, expr].filter(Boolean).join(' · '))));
    });
    this.place.querySelector('thead')?.replaceChildren(row);
    this.place.querySelector('table')?.setAttribute('aria-rowcount', String(shown.rows.length + 1));
    this.lists.replaceChildren(...shown.columns.map((name, column) => this.list(shown, name, column)));
  }

  // What the column allows, offered while its cells are edited.
  private list(shown: Shown, name: string, column: number): HTMLElement {
    const values = shown.details.get(name)?.values ?? [];
    const all = column > 0 && column < shown.firstOutput ? [...values, '-', 'null'] : values;
    return element('datalist', { id: `values-${column}` }, ...all.map((value) => element('option', { value })));
  }

  private kind(shown: Shown, column: number): string {
    if (column < shown.firstOutput) return 'input';
    return column === shown.firstOutput ? 'output first-output' : 'output';
  }

  private line(shown: Shown, cells: string[], row: number): HTMLElement {
    const id = cells[0] ?? '';
    const line = element('tr', {});
    if (shown.unreachable.has(id)) line.classList.add('unreachable');
    line.append(...cells.map((text, column) => {
      const fault = shown.faults.get(`${row}:${column}`);
      const name = column === 0 ? 'th' : 'td';
      const cell = element(name, {
        role: column === 0 ? 'rowheader' : 'gridcell', tabindex: '-1', 'aria-selected': 'false',
        ...(column === 0 ? { scope: 'row' } : { class: this.kind(shown, column) }),
        ...(fault ? { 'aria-invalid': 'true', title: fault } : {}),
      }, text, text === '' ? element('span', { class: 'visually-hidden' }, say('emptyCell')) : null,
      fault ? element('span', { class: 'visually-hidden' }, ' ', say('wrongCell', fault)) : null);
      if (column === 0) cell.append(...this.tags(shown, id));
      return cell;
    }));
    return line;
  }

  private tags(shown: Shown, id: string): HTMLElement[] {
    const found: HTMLElement[] = [];
    if (shown.unreachable.has(id)) found.push(element('span', { class: 'tag late' }, say('unreachableRule')));
    if (shown.overlapping.has(id)) found.push(element('span', { class: 'tag soon' }, say('overlappingRule')));
    return found;
  }

  private within(cell: Cell): Cell {
    const rows = this.shown?.rows.length ?? 1;
    const columns = this.shown?.columns.length ?? 1;
    return {
      row: Math.max(0, Math.min(cell.row, rows - 1)),
      column: Math.max(0, Math.min(cell.column, columns - 1)),
    };
  }

  private cell(at: Cell): HTMLElement | undefined {
    return this.body.rows[at.row]?.cells[at.column];
  }

  private range(): { rows: [number, number]; columns: [number, number] } {
    const order = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a]);
    return { rows: order(this.at.row, this.anchor.row), columns: order(this.at.column, this.anchor.column) };
  }

  private select(focuses: boolean): void {
    const { rows, columns } = this.range();
    for (const each of this.body.querySelectorAll('[tabindex="0"], [aria-selected="true"]')) {
      each.setAttribute('tabindex', '-1');
      each.setAttribute('aria-selected', 'false');
    }
    for (let row = rows[0]; row <= rows[1]; row += 1) {
      for (let column = columns[0]; column <= columns[1]; column += 1) {
        this.cell({ row, column })?.setAttribute('aria-selected', 'true');
      }
    }
    const cell = this.cell(this.at);
    cell?.setAttribute('tabindex', '0');
    if (focuses) cell?.focus();
  }

  private step(rows: number, columns: number, extends_ = false): void {
    this.at = this.within({ row: this.at.row + rows, column: this.at.column + columns });
    if (!extends_) this.anchor = this.at;
    this.select(true);
  }

  private key(event: KeyboardEvent): void {
    if (this.input) {
      this.keyInCell(event);
      return;
    }
    const done = event.ctrlKey || event.metaKey || event.altKey ? this.command(event) : this.movement(event);
    if (done) event.preventDefault();
  }

  private command(event: KeyboardEvent): boolean {
    const last = (this.shown?.rows.length ?? 1) - 1;
    const act: Record<string, () => void> = event.altKey
      ? { ArrowUp: () => this.acts.move(this.at.row, -1), ArrowDown: () => this.acts.move(this.at.row, 1) }
      : {
          Enter: () => this.acts.insert(this.at.row),
          Delete: () => this.acts.remove(this.at.row),
          Home: () => this.go({ row: 0, column: 0 }),
          End: () => this.go({ row: last, column: Infinity }),
          z: () => (event.shiftKey ? this.acts.redo() : this.acts.undo()),
          y: () => this.acts.redo(),
          s: () => this.acts.save(),
        };
    const found = act[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    found?.();
    return found !== undefined;
  }

  private movement(event: KeyboardEvent): boolean {
    const steps: Record<string, [number, number]> = {
      ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
      Home: [0, -Infinity], End: [0, Infinity], PageUp: [-jump, 0], PageDown: [jump, 0],
    };
    const step = steps[event.key];
    if (step) this.step(step[0], step[1], event.shiftKey);
    else if (event.key === 'Enter' || event.key === 'F2') this.edit();
    else if (event.key === 'Delete' || event.key === 'Backspace') this.clear();
    else if (event.key.length === 1 && event.key !== ' ') this.edit(event.key);
    else return false;
    return true;
  }

  private empty(column: number): string {
    return column > 0 && column < (this.shown?.firstOutput ?? 0) ? '-' : '';
  }

  private clear(): void {
    const { rows, columns } = this.range();
    const texts: string[][] = [];
    for (let row = rows[0]; row <= rows[1]; row += 1) {
      texts.push([]);
      for (let column = columns[0]; column <= columns[1]; column += 1) {
        texts[texts.length - 1]?.push(column === 0 ? this.shown?.rows[row]?.[0] ?? '' : this.empty(column));
      }
    }
    this.acts.put({ row: rows[0], column: columns[0] }, texts);
  }

  private edit(typed?: string): void {
    const cell = this.cell(this.at);
    if (!cell || this.input || !this.shown) return;
    const { row, column } = this.at;
    const name = this.shown.columns[column] ?? '';
    const input = element('input', {
      type: 'text', list: `values-${column}`, autocomplete: 'off', spellcheck: 'false',
      'aria-label': `${this.shown.details.get(name)?.label || name}, ${say('rule')} ${this.shown.rows[row]?.[0] ?? ''}`,
    });
    input.value = typed ?? this.shown.rows[row]?.[column] ?? '';
    cell.classList.add('editing');
    cell.replaceChildren(input);
    this.input = input;
    input.focus();
    if (typed === undefined) input.select();
    input.addEventListener('blur', () => this.leave(true));
  }

  private leave(keeps: boolean): void {
    const input = this.input;
    if (!input || !this.shown) return;
    this.input = undefined;
    const { row, column } = this.at;
    const text = input.value.trim() === '' ? this.empty(column) : input.value.trim();
    if (keeps && text !== this.shown.rows[row]?.[column]) this.acts.put(this.at, [[text]]);
    else this.show(this.shown);
  }

  private keyInCell(event: KeyboardEvent): void {
    const steps: Record<string, [number, number]> = {
      Enter: [event.shiftKey ? -1 : 1, 0], Tab: [0, event.shiftKey ? -1 : 1], Escape: [0, 0],
    };
    const step = steps[event.key];
    const saves = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's';
    if (!step && !saves) return;
    event.preventDefault();
    event.stopPropagation();
    this.leave(event.key !== 'Escape');
    this.step(step?.[0] ?? 0, step?.[1] ?? 0);
    if (saves) this.acts.save();
  }

  private pointed(event: MouseEvent): void {
    if (this.input?.contains(event.target as Node)) return;
    const cell = (event.target as Element).closest<HTMLTableCellElement>('td, th');
    const line = cell?.parentElement as HTMLTableRowElement | undefined;
    if (!cell || !line) return;
    event.preventDefault();
    const to = { row: line.sectionRowIndex, column: cell.cellIndex };
    this.leave(true);
    if (!event.shiftKey) this.anchor = to;
    this.at = to;
    this.select(true);
  }

  private copy(event: ClipboardEvent, cuts: boolean): void {
    if (this.input || !this.shown) return;
    const { rows, columns } = this.range();
    const texts = this.shown.rows.slice(rows[0], rows[1] + 1).map((row) => row.slice(columns[0], columns[1] + 1));
    event.clipboardData?.setData('text/plain', toTsv(texts));
    event.preventDefault();
    this.acts.say(say('copied', texts.flat().length));
    if (cuts) this.clear();
  }

  private paste(event: ClipboardEvent): void {
    if (this.input) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    event.preventDefault();
    if (text === '') return;
    const texts = fromTsv(text);
    const { rows, columns } = this.range();
    this.acts.put({ row: rows[0], column: columns[0] }, texts);
    this.acts.say(say('pasted', texts.flat().length));
  }
}
