// Two texts line by line.
export interface Line {
  text: string;
  differs: boolean;
}

// The lines that both have in common and in order (Myers is not worth its length for one file;
// what is alike at both ends is cut off first, so that the table below stays small).
export function compare(mine: string, theirs: string): { mine: Line[]; theirs: Line[] } {
  const a = mine.split('\n');
  const b = theirs.split('\n');
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const { first, second } = common(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const told = (lines: string[], kept: Set<number>) => lines.map((text, at) => ({
    text,
    differs: at >= head && at < lines.length - tail && !kept.has(at - head),
  }));
  return { mine: told(a, first), theirs: told(b, second) };
}

const most = 4_000_000;  // cells of the table; beyond, the middle is told to differ whole

function common(a: string[], b: string[]): { first: Set<number>; second: Set<number> } {
  const first = new Set<number>();
  const second = new Set<number>();
  if (a.length * b.length > most) return { first, second };
  const width = b.length + 1;
  const length = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      length[i * width + j] = a[i] === b[j]
        ? (length[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(length[(i + 1) * width + j] ?? 0, length[i * width + j + 1] ?? 0);
    }
  }
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      first.add(i++);
      second.add(j++);
    } else if ((length[(i + 1) * width + j] ?? 0) >= (length[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return { first, second };
}

const around = 3;  // lines alike that stand beside those that differ

// The lines that differ with some around them; in place of longer runs, how many are alike.
export function shortened(lines: Line[]): (Line | number)[] {
  const isNear = (at: number) => lines.slice(Math.max(0, at - around), at + around + 1).some((line) => line.differs);
  const found: (Line | number)[] = [];
  lines.forEach((line, at) => {
    const last = found[found.length - 1];
    if (isNear(at)) found.push(line);
    else if (typeof last === 'number') found[found.length - 1] = last + 1;
    else found.push(1);
  });
  return found;
}
