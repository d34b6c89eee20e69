// A letter as it would read, beside its text: with made-up values, or those of a case.
import { Refusal } from '../../../client/client.ts';
import type { Definition } from '../api/definition.ts';
import { element } from '../page/element.ts';
import { say } from '../page/words.ts';

export class Sample {
  private readonly subject = element('p', {}, say('checking'));
  private readonly text = element('pre', { class: 'letter', tabindex: '0', role: 'group', 'aria-label': say('letter') });
  private readonly note = element('p', { class: 'help', role: 'status' });
  private readonly number = element('input', { id: 'sample-case', type: 'text', inputmode: 'numeric', autocomplete: 'off' });

  constructor(
    place: HTMLElement, private readonly desk: Definition, private readonly path: string, again: () => void,
  ) {
    this.number.addEventListener('input', again);
    place.replaceChildren(
      element('h2', {}, say('letter')),
      element('div', { class: 'field' }, element('label', { for: 'sample-case' }, say('withCase')), this.number),
      this.note, this.subject, this.text);
  }

  async draw(text: string, signal: AbortSignal): Promise<void> {
    const number = /^\d+$/.test(this.number.value.trim()) ? Number(this.number.value) : undefined;
    try {
      const letter = await this.desk.letter(this.path, text, signal, number);
      this.subject.replaceChildren(element('strong', {}, letter.subject));
      this.text.textContent = letter.text;
      this.note.textContent = '';
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      this.note.textContent = fault.message;
    }
  }

  keep(): void {
    this.note.textContent = say('letterStale');
  }
}
