// What the rules cover, beside them: cases that no rule takes, rules in each other's way.
import type { Coverage } from '../api/definition.ts';
import { button, element } from '../page/element.ts';
import { say } from '../page/words.ts';

function list(title: string, items: HTMLElement[]): HTMLElement[] {
  return items.length === 0 ? [] : [element('h3', {}, title), element('ul', {}, ...items)];
}

export function showCoverage(
  place: HTMLElement, coverage: Coverage | null, add: (witness: Record<string, unknown>) => void,
): void {
  const sum = element('p', { role: 'status' });
  const heading = place.querySelector<HTMLElement>('h2') ?? element('h2', {}, say('coverage'));
  const parts: HTMLElement[] = [heading, sum];
  if (coverage) {
    if (coverage.gaps.length > 0) sum.textContent = `${say('gaps')} : ${coverage.gaps.length}`;
    else sum.textContent = coverage.complete ? say('covered') : say('notProved');
    if (!coverage.conclusive) parts.push(element('p', { class: 'help' }, say('inconclusive')));
    parts.push(...list(say('gaps'), coverage.gaps.map((gap) => element('li', {}, `${gap.text} `,
      button(say('addFor'), () => add(gap.witness), 'quiet')))));
    parts.push(...list(say('overlaps'), coverage.overlaps.map((each) => element('li', {}, say('overlap', each.rules.join(', '), each.text)))));
    parts.push(...list(say('unreachable'), coverage.unreachable.map((each) => element('li', {},
      say('shadowed', each.rule, each.by.join(', '))))));
  } else {
    sum.textContent = say('notProved');
  }
  const before = place.querySelector('[role=status]')?.textContent;
  place.replaceChildren(...parts);
  // Said again only where it changed.
  if (before === sum.textContent) sum.removeAttribute('role');
}
