// A file of the draft as this page holds it: what was saved last, what is unsaved, and the word to
// the person. Both islands save through it.
import { type Definition, type DeskFile, type Diagnostic } from '../api/definition.ts';
import { Refusal } from '../../../client/client.ts';
import { element } from '../page/element.ts';
import { say } from '../page/words.ts';

export interface Kept {
  path: string;
  text(): string;                       // as it is now
  saved(diagnostics?: Diagnostic[]): void;
  conflict(theirs: DeskFile): void;     // somebody else saved meanwhile
}

export class Saving {
  private stored: string;
  private going = false;
  readonly status: HTMLElement;

  constructor(private readonly desk: Definition, private readonly kept: Kept, private rev: number) {
    this.stored = kept.text();
    this.status = document.querySelector<HTMLElement>('[data-part="status"]')
      ?? element('p', { role: 'status', class: 'help', 'data-part': 'status' });
    window.addEventListener('beforeunload', (event) => {
      if (this.isUnsaved()) event.preventDefault();
    });
  }

  isUnsaved(): boolean {
    return this.kept.text() !== this.stored;
  }

  tell(sentence: string): void {
    if (this.status.textContent !== sentence) this.status.textContent = sentence;
  }

  changed(): void {
    this.tell(this.isUnsaved() ? say('unsaved') : '');
  }

  // What is saved is now this; the next save replaces it.
  accept(theirs: DeskFile): void {
    this.stored = theirs.text ?? '';
    this.edits(theirs.rev);
  }

  // The page's own forms, which take the file out or give up its change, are of this text too.
  private edits(rev: number): void {
    this.rev = rev;
    document.querySelectorAll<HTMLInputElement>('input[name="rev"]').forEach((each) => {
      each.value = String(rev);
    });
  }

  async save(): Promise<void> {
    if (this.going) return;
    this.going = true;
    this.tell(say('saving'));
    const text = this.kept.text();
    try {
      const answer = await this.desk.save(this.kept.path, text, this.rev);
      this.stored = text;
      this.edits(answer.rev);
      this.tell(this.isUnsaved() ? say('unsaved') : say('saved'));
      this.kept.saved(answer.diagnostics);
    } catch (fault) {
      await this.refused(fault);
    } finally {
      this.going = false;
    }
  }

  private async renewed(): Promise<boolean> {
    try {
      return await this.desk.renewToken();
    } catch {
      return false;   // no line: signing in again is tried with the next save
    }
  }

  private async refused(fault: unknown): Promise<void> {
    if (fault instanceof Refusal && (fault.status === 412 || fault.status === 409)) {
      try {
        this.kept.conflict(await this.desk.file(this.kept.path));
        this.tell(say('conflict'));
        return;
      } catch (second) {
        fault = second;
      }
    }
    const isOld = fault instanceof Refusal && fault.reasons[0]?.code === 'no-token';
    if (isOld && await this.renewed()) this.tell(say('notSaved', say('saveAgain')));
    else if (isOld || (fault instanceof Refusal && fault.status === 401)) this.tell(say('notSaved', say('signInAgain')));
    else if (fault instanceof Refusal) this.tell(say('notSaved', fault.message));
    else this.tell(say('notSaved', say('noAnswer')));
  }
}

// Saves instead of sending the form, unless the button that was pressed goes elsewhere.
export function saveBy(form: HTMLFormElement, saving: Saving): void {
  form.addEventListener('submit', (event) => {
    const pressed = event.submitter;
    const elsewhere = pressed instanceof HTMLButtonElement && (pressed.name !== '' || pressed.hasAttribute('formaction'));
    if (elsewhere) return;
    event.preventDefault();
    void saving.save();
  });
}

export function tokenIn(place: HTMLElement): string {
  const form = place.closest('form') ?? document;
  return place.dataset.token ?? form.querySelector<HTMLInputElement>('input[name="form-token"]')?.value ?? '';
}
