// What the rules cover, beside them: cases that no rule takes, rules in each other's way.
import type { Coverage, Finding } from '../api/definition.ts';
import { button, element } from '../page/element.ts';
import { say } from '../page/words.ts';

export function rulesOf(found: Finding): string[] {
  if (typeof found === 'string') return [found];
  return found.rules ?? (found.rule ? [found.rule] : []);
}

function sentence(found: Finding): string {
  return typeof found === 'string' ? found : found.text ?? rulesOf(found).join(', ');
}

function list(title: string, items: HTMLElement[]): HTMLElement[] {
  return items.length === 0 ? [] : [element('h3', {}, title), element('ul', {}, ...items)];
}

export function showCoverage(
  place: HTMLElement, coverage: Coverage | null, add: (witness: Record<string, unknown>) => void,
): void {
  const sum = element('p', { role: 'status' });
  const parts: HTMLElement[] = [element('h2', {}, say('coverage')), sum];
  if (coverage) {
    if (coverage.gaps.length === 0 && coverage.complete) sum.textContent = say('covered');
    else sum.textContent = coverage.gaps.length > 0 ? `${say('gaps')} : ${coverage.gaps.length}` : say('notProved');
    parts.push(...list(say('gaps'), coverage.gaps.map((gap) => element('li', {}, `${gap.text} `,
      button(say('addFor'), () => add(gap.witness), 'quiet')))));
    parts.push(...list(say('overlaps'), coverage.overlaps.map((each) => element('li', {}, sentence(each)))));
    parts.push(...list(say('unreachable'), coverage.unreachable.map((each) => element('li', {}, sentence(each)))));
  } else {
    sum.textContent = say('notProved');
  }
  const before = place.querySelector('[role=status]')?.textContent;
  place.replaceChildren(...parts);
  // Said again only where it changed.
  if (before === sum.textContent) sum.removeAttribute('role');
}
