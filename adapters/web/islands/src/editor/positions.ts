// Places as the checker tells them (lines and columns from 1, columns in code points) and as the
// editor counts them (UTF-16 units from the start).
import type { Text } from '@codemirror/state';

export function offsetAt(text: Text, line: number, column: number): number {
  const found = text.line(Math.min(Math.max(line, 1), text.lines));
  let units = 0;
  let points = 1;
  for (const point of found.text) {
    if (points >= column) break;
    points += 1;
    units += point.length;
  }
  return found.from + units;
}

// Never empty where the line has something: a mark of no width is not seen.
export function spanOf(
  text: Text, given: { line: number; column: number; end_line: number; end_column: number },
): { from: number; to: number } {
  const from = offsetAt(text, given.line, given.column);
  const to = given.end_line > 0 ? offsetAt(text, given.end_line, given.end_column) : from;
  if (to > from) return { from, to };
  const line = text.lineAt(from);
  const word = /^\S+/.exec(text.sliceString(from, line.to))?.[0].length ?? 0;
  if (word > 0) return { from, to: from + word };
  return { from: Math.max(line.from, from - 1), to: Math.min(line.to, from + 1) };
}
