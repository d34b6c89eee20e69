// A decision table of the draft as a grid. The text of the file is the state: every act makes a new
// text, so that comments, tests and all the rest stay as they were, and undoing is the text before.
import { type Column, type Coverage, Definition, type DeskFile, type Diagnostic } from '../api/definition.ts';
import { Refusal } from '../../../client/client.ts';
import { showConflict } from '../file/conflict.ts';
import { Problems } from '../file/problems.ts';
import { button, element, part } from '../page/element.ts';
import { Saving, tokenIn } from '../file/saving.ts';
import { applySheet, space } from '../page/look.ts';
import { Settled } from '../page/settled.ts';
import { say } from '../page/words.ts';
import { showCoverage } from './coverage.ts';
import { gridSheet } from './look.ts';
import { type Cell, Table } from './table.ts';
import { cellText, freshId, type Grid, insertRule, moveRule, readGrid, removeRule, setCell, writeGrid } from './text.ts';
import { rowFor } from './witness.ts';

const checkAfter = 300;  // ms without an act
const mostSteps = 500;   // that can be undone

function parsed(text: string): Grid {
  const reading = readGrid(text);
  if ('grid' in reading) return reading.grid;
  const why = { 'no-block': say('noBlock'), 'from-file': say('fromFile', reading.detail), row: `« ${reading.detail} ».` };
  throw new Error(say('noGrid', why[reading.problem]));
}

function textsOf(grid: Grid): string[][] {
  return grid.rules.map((row) => row.cells.map((_, column) => cellText(row, column)));
}

function idsOf(grid: Grid): string[] {
  return grid.rules.map((row) => cellText(row, 0));
}

// A rule that takes every case, to come after the rule at `like`.
function blankRule(grid: Grid, like: number): string[] {
  const ids = idsOf(grid);
  const id = freshId(ids, ids[like] ?? '');
  return grid.header.cells.map((_, column) => (column === 0 ? id : column < grid.firstOutput ? '-' : ''));
}

// The cell that a place of the file lies in; line and column from 1.
function cellAt(text: string, grid: Grid, line: number, column: number): Cell | undefined {
  const first = text.slice(0, grid.from).split('\n').length;
  const lines = text.slice(grid.from, grid.to).split('\n');
  const here = lines[line - first];
  if (here === undefined || here.trim() === '') return undefined;
  const rows = lines.slice(0, line - first).filter((each) => each.trim() !== '').length - 1;
  const before = [...here].slice(0, column - 1).join('');
  const bars = before.match(/(?<!\\)\|+/g)?.length ?? 0;
  return rows < 0 ? undefined : { row: rows, column: Math.max(0, bars - 1) };
}

class Island {
  private past: string[] = [];
  private future: string[] = [];
  private grid: Grid;
  private inputs: Column[] = [];
  private readonly details = new Map<string, Column>();
  private coverage: Coverage | null = null;
  private faults = new Map<string, string>();
  private readonly table: Table;
  private readonly saving: Saving;
  private readonly problems: Problems;
  private readonly beside: HTMLElement;
  private readonly checking = new Settled(checkAfter, (signal) => this.check(signal));

  constructor(
    private readonly place: HTMLElement, private readonly desk: Definition, private readonly path: string,
    private text: string, rev: number,
  ) {
    space();
    applySheet(gridSheet);
    this.grid = parsed(text);
    this.table = new Table({
      put: (at, texts) => this.put(at, texts),
      insert: (after) => this.insert(after + 1),
      remove: (row) => this.remove(row),
      move: (row, by) => this.move(row, by),
      undo: () => this.travel(this.past, this.future),
      redo: () => this.travel(this.future, this.past),
      save: () => void this.saving.save(),
      say: (sentence) => this.saving.tell(sentence),
    });
    this.saving = new Saving(desk, {
      path,
      text: () => this.text,
      saved: (found) => { if (found) this.mark(found); },
      conflict: (theirs) => this.conflict(theirs),
    }, rev);
    this.beside = part('coverage', place, () => element('section', { class: 'card' }));
    if (!this.beside.hasChildNodes()) {
      this.beside.append(element('h2', {}, say('coverage')), element('p', { class: 'help' }, say('checking')));
    }
    this.problems = new Problems(part('diagnostics', this.beside, () => element('section', { class: 'card' })), path,
      (to) => this.lead(to));
    this.lay();
    this.show();
    this.checking.ask(0);
  }

  private lay(): void {
    const row = () => this.table.row;
    const bar = element('div', { class: 'grid-bar', role: 'group', 'aria-label': say('grid', this.path) },
      button(say('save'), () => void this.saving.save(), 'main'),
      button(say('addRule'), () => this.insert(row() + 1)),
      button(say('removeRule'), () => this.remove(row())),
      button(say('moveUp'), () => this.move(row(), -1)),
      button(say('moveDown'), () => this.move(row(), 1)),
      button(say('undo'), () => this.travel(this.past, this.future)),
      button(say('redo'), () => this.travel(this.future, this.past)));
    const status = this.saving.status.isConnected ? null : this.saving.status;
    this.place.replaceChildren(bar, this.table.place,
      element('p', { class: 'help', id: 'grid-keys' }, say('gridKeys')), status ?? '');
  }

  private show(): void {
    this.table.show({
      title: say('grid', this.path),
      columns: this.grid.header.cells.map((cell) => cell.trim()),
      firstOutput: this.grid.firstOutput,
      rows: textsOf(this.grid),
      details: this.details,
      unreachable: new Set(this.coverage?.unreachable.map((each) => each.rule)),
      overlapping: new Set(this.coverage?.overlaps.flatMap((each) => each.rules)),
      faults: this.faults,
    });
  }

  private change(grid: Grid): void {
    const text = writeGrid(this.text, grid);
    if (text === this.text) {
      this.show();
      return;
    }
    this.past = [...this.past, this.text].slice(-mostSteps);
    this.future = [];
    this.become(text);
  }

  // Of a text that is no grid nothing is taken: the places of the old one are not its own.
  private become(text: string): void {
    this.grid = parsed(text);
    this.text = text;
    this.faults = new Map();
    this.show();
    this.saving.changed();
    this.checking.ask();
  }

  private travel(from: string[], to: string[]): void {
    const text = from.pop();
    if (text === undefined) return;
    to.push(this.text);
    this.become(text);
  }

  private ids(): string[] {
    return idsOf(this.grid);
  }


  private put(at: Cell, texts: string[][]): void {
    let grid = this.grid;
    texts.forEach((cells, row) => {
      if (at.row + row >= grid.rules.length) {
        grid = insertRule(grid, grid.rules.length, blankRule(grid, grid.rules.length - 1));
      }
      cells.slice(0, grid.header.cells.length - at.column).forEach((text, column) => {
        grid = setCell(grid, at.row + row, at.column + column, text);
      });
    });
    this.change(grid);
  }

  private insert(at: number): void {
    const cells = blankRule(this.grid, at - 1);
    this.change(insertRule(this.grid, at, cells));
    this.table.go({ row: at, column: 1 });
    this.saving.tell(say('added', cells[0] ?? ''));
  }

  private insertFor(witness: Record<string, unknown>): void {
    const columns = this.grid.header.cells.map((cell) => cell.trim());
    const cells = rowFor(witness, columns, this.inputs);
    const last = this.grid.rules.length;
    cells[0] = freshId(this.ids(), this.ids()[last - 1] ?? '');
    this.change(insertRule(this.grid, last, cells));
    this.saving.tell(say('added', cells[0]));
    this.table.go({ row: last, column: this.grid.firstOutput }, true);
  }

  private remove(row: number): void {
    const id = this.ids()[row];
    if (id === undefined || this.grid.rules.length < 2) return;
    this.change(removeRule(this.grid, row));
    this.table.go({ row, column: 1 });
    this.saving.tell(say('removed', id));
  }

  private move(row: number, by: number): void {
    const to = row + by;
    const id = this.ids()[row];
    if (id === undefined || to < 0 || to >= this.grid.rules.length) return;
    this.change(moveRule(this.grid, row, to));
    this.table.go({ row: to, column: 1 });
    this.saving.tell(say('moved', id, to + 1));
  }

  private async check(signal: AbortSignal): Promise<void> {
    const { text } = this;
    try {
      const [table, found] = await Promise.all([
        this.desk.grid(this.path, text, signal).catch((fault: unknown) => {
          if (fault instanceof Refusal) return null;  // a text that is no table for now: the check says why
          throw fault;
        }),
        this.desk.check(this.path, text, signal),
      ]);
      if (signal.aborted || text !== this.text) return;
      if (table) {
        this.inputs = table.inputs;
        for (const column of [...table.inputs, ...table.outputs]) this.details.set(column.id, column);
      }
      this.coverage = table?.coverage ?? null;
      showCoverage(this.beside, this.coverage, (witness) => this.insertFor(witness));
      this.mark(found);
    } catch (fault) {
      if (!signal.aborted) this.problems.failed(fault instanceof Refusal ? fault.message : say('noAnswer'));
    }
  }

  private mark(found: Diagnostic[]): void {
    this.faults = new Map();
    for (const each of found) {
      if (each.file !== this.path || each.severity !== 'error') continue;
      const cell = cellAt(this.text, this.grid, each.line, each.column);
      if (cell) this.faults.set(`${cell.row}:${cell.column}`, each.message);
    }
    this.problems.show(found);
    if (!this.table.isEditing()) this.show();
  }

  private lead(to: Diagnostic): void {
    const cell = cellAt(this.text, this.grid, to.line, to.column);
    if (cell) this.table.go(cell);
    else window.location.assign(`/definition/files/${this.path}?line=${to.line}`);
  }

  private conflict(theirs: DeskFile): void {
    showConflict(this.place, this.text, theirs, {
      keepMine: () => {
        this.saving.accept(theirs);
        void this.saving.save();
      },
      takeTheirs: () => {
        const mine = this.text;
        try {
          this.become(theirs.text ?? '');
        } catch (fault) {
          this.saving.tell(fault instanceof Error ? fault.message : say('noAnswer'));
          return;   // nothing is taken, nothing accepted: the next save shows both again
        }
        this.past.push(mine);
        this.saving.accept(theirs);
        this.saving.tell(say('tookTheirs'));
      },
      goOn: () => this.table.go({ row: this.table.row, column: 1 }),
    });
  }
}

export async function mountGrid(place: HTMLElement): Promise<void> {
  const path = place.dataset.path ?? '';
  const desk = new Definition(tokenIn(place));
  try {
    const file = await desk.file(path);
    new Island(place, desk, path, file.text ?? file.published ?? '', file.rev);
  } catch (fault) {
    // The table as the server wrote it stays, with the reason above it.
    const reason = fault instanceof Error ? fault.message : say('noAnswer');
    place.prepend(element('p', { class: 'notice warn', role: 'status' }, reason, ' ',
      element('a', { href: `/definition/files/${path}` }, say('openEditor'))));
  }
}
