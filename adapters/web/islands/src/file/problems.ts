// What the checker found, in words below the editor: each line leads to its place.
import type { Diagnostic } from '../api/definition.ts';
import { element } from '../page/element.ts';
import { count, say } from '../page/words.ts';

function tally(found: Diagnostic[]): string {
  const errors = found.filter((each) => each.severity === 'error').length;
  const warnings = found.filter((each) => each.severity === 'warning').length;
  if (found.length === 0) return say('nothingWrong');
  const parts = [];
  if (errors > 0) parts.push(count(errors, 'oneError', 'errors'));
  if (warnings > 0) parts.push(count(warnings, 'oneWarning', 'warnings'));
  return parts.length > 0 ? parts.join(', ') : say('nothingWrong');
}

function item(each: Diagnostic, isOwn: boolean, go: (to: Diagnostic) => void): HTMLElement {
  const link = element('a', { href: isOwn ? `#l${each.line}` : `/definition/files/${each.file}?line=${each.line}` },
    isOwn ? `${say('line', each.line)}` : `${each.file}:${each.line}`);
  if (isOwn) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      go(each);
    });
  }
  return element('li', { class: each.severity },
    element('strong', {}, say(each.severity)), ' ', link, ' ', each.message,
    each.hint ? element('span', { class: 'soft' }, ' ', each.hint) : null);
}

export class Problems {
  private readonly sum = element('p', { role: 'status', class: 'help' });
  private readonly heading: HTMLElement;

  constructor(
    private readonly place: HTMLElement, private readonly path: string, private readonly go: (to: Diagnostic) => void,
  ) {
    this.heading = place.querySelector<HTMLElement>('h2') ?? element('h2', {}, say('diagnostics'));
    this.sum.textContent = say('checking');
    this.place.replaceChildren(this.heading, this.sum);
  }

  failed(reason: string): void {
    this.sum.textContent = say('notChecked', reason);
  }

  show(found: Diagnostic[]): void {
    const own = found.filter((each) => each.file === this.path);
    const others = found.filter((each) => each.file !== this.path);
    const told = tally(found);
    if (this.sum.textContent !== told) this.sum.textContent = told;
    const lists: HTMLElement[] = [];
    if (own.length > 0) lists.push(element('ol', { class: 'diagnostics' }, ...own.map((each) => item(each, true, this.go))));
    if (others.length > 0) {
      lists.push(element('h3', {}, say('elsewhere')));
      lists.push(element('ol', { class: 'diagnostics' }, ...others.map((each) => item(each, false, this.go))));
    }
    this.place.replaceChildren(this.heading, this.sum, ...lists);
  }
}
