// Where FEEL stands in a YAML file of a desk, as docs/format.md has it: values of some keys, scalars
// that begin with `=`, cells of a grid, and `{{ }}` in texts.
import { type SyntaxNode, type Tree } from '@lezer/common';

export interface Span {
  from: number;
  to: number;
}

const always = new Set(['when', 'expr', 'check']);
// Words that are FEEL in some kinds of file and not in others.
const inKind: Record<string, Set<string>> = {
  workflow: new Set(['at', 'until', 'values']),
  'decision-table': new Set(['values']),
  'decision-model': new Set(['values', 'literal', 'body']),
  fields: new Set(['values']),
  convention: new Set(),
};
const criteria = new Set(['scope', 'filters', 'defaults', 'any_of']);
const notCriteria = new Set([
  'article', 'id', 'title', 'missing', 'status', 'queue', 'themes', 'in', 'not', 'zones', 'zone',
]);

export function kindOf(text: string): string {
  return /^guichet:\s*([a-z-]+)/m.exec(text.slice(0, 2000))?.[1] ?? '';
}

function keyText(pair: SyntaxNode, text: string): string {
  const key = pair.getChild('Key');
  return key ? text.slice(key.from, key.to).replace(/^["']|["']$/g, '') : '';
}

// Keys from the scalar outwards: ['expr', 'effectif', 'inputs'].
export function keysAbove(node: SyntaxNode, text: string): string[] {
  const keys: string[] = [];
  for (let at = node.parent; at; at = at.parent) {
    if (at.name === 'Pair') keys.push(keyText(at, text));
  }
  return keys;
}

function isFeel(keys: string[], kind: string, inList: boolean): boolean {
  const [key = '', above = ''] = keys;
  if (always.has(key) || (!inList && inKind[kind]?.has(key))) return true;
  if (above === 'facts' && kind === 'convention' && keys.length === 2) return true;
  return kind === 'convention' && !inList && !notCriteria.has(key) && keys.slice(1).some((each) => criteria.has(each));
}

function inside(node: SyntaxNode, text: string): Span {
  const { from, to } = node;
  if (node.name !== 'QuotedLiteral') return { from, to };
  const quote = text[from];
  const closed = to > from + 1 && text[to - 1] === quote;
  return { from: from + 1, to: closed ? to - 1 : to };
}

// The cells right of the rule's id, line by line: `| R1 | -, >= 2 || "x" |`.
function gridCells(block: SyntaxNode, text: string): Span[] {
  const found: Span[] = [];
  let header = true;
  for (const line of text.slice(block.from, block.to).matchAll(/[^\n]+/g)) {
    if (!line[0].trimStart().startsWith('|')) continue;
    const start = block.from + line.index;
    const bars = [...line[0].matchAll(/(?<!\\)\|/g)].map((bar) => bar.index);
    if (!header) {
      for (let each = 1; each + 1 < bars.length; each += 1) {
        const from = (bars[each] ?? 0) + 1;
        const to = bars[each + 1] ?? from;
        if (to > from) found.push({ from: start + from, to: start + to });
      }
    }
    header = false;
  }
  return found;
}

function braces(from: number, to: number, text: string): Span[] {
  return [...text.slice(from, to).matchAll(/\{\{([^]*?)(?:\}\}|$)/g)]
    .map((found) => ({ from: from + found.index + 2, to: from + found.index + 2 + (found[1] ?? '').length }));
}

// Within [from, to) of a YAML text whose tree this is.
export function feelPlaces(tree: Tree, text: string, from = 0, to = text.length): Span[] {
  const kind = kindOf(text);
  const found: Span[] = [];
  tree.iterate({
    from,
    to,
    enter(cursor) {
      const { name } = cursor;
      if (name === 'Key') return false;
      if (name !== 'Literal' && name !== 'QuotedLiteral' && name !== 'BlockLiteralContent') return true;
      const node = cursor.node;
      const keys = keysAbove(node, text);
      const span = inside(node, text);
      const content = text.slice(span.from, span.to);
      const lead = /^\s*=/.exec(content)?.[0].length ?? 0;
      if (name === 'BlockLiteralContent' && keys[0] === 'rules' && kind === 'decision-table') {
        found.push(...gridCells(node, text));
      } else if (lead > 0 && keys.length > 0 && !always.has(keys[0] ?? '')) {
        found.push({ from: span.from + lead, to: span.to });
      } else if (isFeel(keys, kind, node.parent?.name === 'Item')) {
        found.push(span);
      } else {
        found.push(...braces(span.from, span.to, text));
      }
      return false;
    },
  });
  return found;
}

// `{{ }}` of a letter's body, and of its front matter.
export function bracePlaces(text: string, from = 0, to = text.length): Span[] {
  return braces(from, to, text);
}
