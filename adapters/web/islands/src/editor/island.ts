// A textarea of a definition page turned into an editor. The textarea stays the form's value.
import { setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { Definition, type DeskFile, type Diagnostic, type Names } from '../api/definition.ts';
import { Refusal } from '../../../client/client.ts';
import { showConflict } from '../file/conflict.ts';
import { element, part } from '../page/element.ts';
import { kindOf } from '../feel/places.ts';
import { saveBy, Saving, tokenIn } from '../file/saving.ts';
import { space } from '../page/look.ts';
import { Settled } from '../page/settled.ts';
import { say } from '../page/words.ts';
import { completionFrom } from './completion.ts';
import { Diagram } from './diagram.ts';
import { frame } from './look.ts';
import { offsetAt, spanOf } from './positions.ts';
import { Problems } from '../file/problems.ts';
import { Sample } from './sample.ts';
import { extensionsOf } from './setup.ts';

const checkAfter = 350;  // ms without a key

function shadowOf(area: HTMLTextAreaElement): { host: HTMLElement; root: ShadowRoot; holder: HTMLElement } {
  const host = element('div', { 'data-part': 'editor' });
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(frame);
  root.adoptedStyleSheets = [sheet];
  const holder = element('div');
  root.append(holder, element('p', { id: 'keys', class: 'keys' }, say('keys')));
  area.after(host);
  area.hidden = true;
  return { host, root, holder };
}

// Text and what is wrong with it on one side, the drawing on the other where the window is wide.
function layBeside(editing: HTMLElement, below: HTMLElement, drawing: HTMLElement): void {
  const card = drawing.closest('section') ?? drawing;
  if (card.parentElement !== editing.parentElement) return;  // the page has a layout of its own
  const both = element('div', { class: 'beside' }, element('div', { class: 'stack' }));
  editing.before(both);
  both.firstElementChild?.append(editing, below);
  both.append(card);
}

class Island {
  private readonly path: string;
  private readonly desk: Definition;
  private readonly view: EditorView;
  private readonly saving: Saving;
  private readonly problems: Problems;
  private readonly beside: Diagram | Sample | undefined;
  private readonly checking: Settled;
  private names: Promise<Names> | undefined;

  constructor(private readonly area: HTMLTextAreaElement) {
    this.path = area.dataset.path ?? '';
    this.desk = new Definition(tokenIn(area));
    space();
    const { host, root, holder } = shadowOf(area);
    this.checking = new Settled(checkAfter, (signal) => this.check(signal));
    this.view = new EditorView({ parent: holder, root, state: this.state(area) });
    this.saving = new Saving(this.desk, {
      path: this.path,
      text: () => this.text(),
      saved: (found) => { if (found) this.mark(found); },
      conflict: (theirs) => this.conflict(theirs),
    }, Number(area.dataset.rev ?? 0));
    const form = area.form;
    if (form) saveBy(form, this.saving);
    if (!this.saving.status.isConnected) host.after(this.saving.status);
    const below = part('diagnostics', form ?? host, () => element('section', { class: 'card' }));
    this.problems = new Problems(below, this.path, (to) => this.go(to));
    this.beside = this.shownBeside(form ?? host, below);
    this.checking.ask(0);
    this.goToLine();
  }

  // A path drawn, a letter as it would read.
  private shownBeside(editing: HTMLElement, below: HTMLElement): Diagram | Sample | undefined {
    const kind = kindOf(this.text());
    if (kind === 'workflow') {
      const place = part('diagram', below, () => element('figure', { class: 'chart' }));
      layBeside(editing, below, place);
      return new Diagram(place, this.desk, this.path);
    }
    if (kind !== 'letter') return undefined;
    const place = part('sample', below, () => element('section', { class: 'card' }));
    layBeside(editing, below, place);
    return new Sample(place, this.desk, this.path, () => this.checking.ask());
  }

  private state(area: HTMLTextAreaElement): EditorState {
    const label = area.labels[0]?.textContent?.trim() || area.getAttribute('aria-label') || say('editor', this.path);
    return EditorState.create({
      doc: area.value,
      extensions: extensionsOf({
        path: this.path,
        label,
        describedBy: 'keys',
        complete: completionFrom(() => this.known()),
        save: () => void this.saving.save(),
        changed: () => this.changed(),
      }),
    });
  }

  private text(): string {
    return this.view.state.doc.toString();
  }

  // Asked for once; again after a failure.
  private known(): Promise<Names> {
    this.names ??= this.desk.names().catch((fault: unknown) => {
      this.names = undefined;
      throw fault;
    });
    return this.names;
  }

  private changed(): void {
    this.area.value = this.text();
    this.saving.changed();
    this.checking.ask();
  }

  private async check(signal: AbortSignal): Promise<void> {
    const text = this.text();
    try {
      const found = await this.desk.check(this.path, text, signal);
      if (signal.aborted) return;
      this.mark(found);
      const isWrong = found.some((each) => each.file === this.path && each.severity === 'error');
      if (isWrong) this.beside?.keep();
      else await this.beside?.draw(text, signal);
    } catch (fault) {
      if (signal.aborted) return;
      this.problems.failed(fault instanceof Refusal ? fault.message : say('noAnswer'));
    }
  }

  private mark(found: Diagnostic[]): void {
    const { doc } = this.view.state;
    const marks = found.filter((each) => each.file === this.path).map((each) => ({
      ...spanOf(doc, each),
      severity: each.severity,
      source: each.code,
      message: each.hint ? `${each.message}\n${each.hint}` : each.message,
    }));
    this.view.dispatch(setDiagnostics(this.view.state, marks));
    this.problems.show(found);
  }

  private go(to: { line: number; column: number }): void {
    const at = offsetAt(this.view.state.doc, to.line, to.column);
    this.view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    this.view.focus();
  }

  // ?line=12 of a link out of the diagnostics, or #l12.
  private goToLine(): void {
    const line = new URLSearchParams(window.location.search).get('line')
      ?? /^#l(\d+)$/.exec(window.location.hash)?.[1];
    if (line && /^\d+$/.test(line)) this.go({ line: Number(line), column: 1 });
  }

  private replace(text: string): void {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
  }

  private conflict(theirs: DeskFile): void {
    showConflict(this.area, this.text(), theirs, {
      keepMine: () => {
        this.saving.accept(theirs);
        void this.saving.save();
        this.view.focus();
      },
      takeTheirs: () => {
        this.saving.accept(theirs);
        this.replace(theirs.text ?? '');
        this.saving.tell(say('tookTheirs'));
        this.view.focus();
      },
      goOn: () => this.view.focus(),
    });
  }
}

export function mountEditor(area: HTMLTextAreaElement): void {
  new Island(area);
}
