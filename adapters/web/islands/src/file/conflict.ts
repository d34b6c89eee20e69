// Two people wrote the same file: both texts side by side, and a choice. Nothing is dropped.
import type { DeskFile } from '../api/definition.ts';
import { compare, type Line, shortened } from './difference.ts';
import { button, element } from '../page/element.ts';
import { say } from '../page/words.ts';

export interface Choices {
  keepMine(): void;
  takeTheirs(): void;
  goOn(): void;
}

function column(title: string, lines: Line[], mark: 'ins' | 'del'): HTMLElement {
  const text = element('pre', { class: 'diff', tabindex: '0', role: 'region', 'aria-label': title });
  for (const piece of shortened(lines)) {
    if (typeof piece === 'number') text.append(element('span', { class: 'soft' }, say('alike', piece)), '\n');
    else text.append(piece.differs ? element(mark, {}, piece.text) : piece.text, '\n');
  }
  return element('section', { class: 'card' }, element('h3', {}, title), text);
}

// Gives what stands on the page until a choice is made.
export function showConflict(anchor: Element, mine: string, theirs: DeskFile, choices: Choices): HTMLElement {
  document.querySelector('[data-part="conflict"]')?.remove();
  const both = compare(mine, theirs.text ?? '');
  const section = element('section', { class: 'refused', role: 'alert', tabindex: '-1', 'data-part': 'conflict' });
  const close = (then: () => void) => () => {
    section.remove();
    then();
  };
  section.append(
    element('h2', {}, say('conflict')),
    element('p', {}, say('conflictWhat')),
    element('div', { class: 'compare' },
      column(say('yours'), both.mine, 'ins'), column(say('theirs'), both.theirs, 'del')),
    element('p', { class: 'buttons' },
      button(say('keepMine'), close(choices.keepMine)),
      button(say('takeTheirs'), close(choices.takeTheirs)),
      button(say('goOn'), close(choices.goOn))),
  );
  anchor.before(section);
  section.focus();
  return section;
}
