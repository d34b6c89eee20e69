// Where a cursor stands in a YAML file that is being typed, so that it need not be whole: the keys
// above, whether a key or a value is wanted, and what is typed of it.
export interface Place {
  kind: string;    // workflow, decision-table, ...; '' where the file does not say
  above: string[];  // keys from the file's first level down to the one whose value this is
  wants: 'key' | 'value' | 'feel' | 'nothing';
  from: number;    // where the word begins that a completion replaces
  word: string;
}

interface Level {
  indent: number;
  key: string;
}

const blockKey = /^(\s*)((?:- +)*)(?:"([^"]*)"|'([^']*)'|([^\s#"'{}[\],|>&*!%@`-][^:#"'{}[\]]*?))\s*:(?:\s|$)/;
const feelKeys = new Set(['when', 'expr', 'check']);

function kindOf(text: string): string {
  return /^guichet:\s*([a-z-]+)/m.exec(text.slice(0, 2000))?.[1] ?? '';
}

function keyOf(line: string): Level & { end: number } | undefined {
  const found = blockKey.exec(line);
  if (!found) return undefined;
  const key = found[3] ?? found[4] ?? found[5] ?? '';
  return { indent: (found[1] ?? '').length + (found[2] ?? '').length, key, end: found[0].length };
}

// The block keys that the line at `row` is below, given the column where its content begins.
function keysAbove(lines: string[], row: number, indent: number): string[] {
  const keys: string[] = [];
  let limit = indent;
  for (let at = row - 1; at >= 0 && limit > 0; at -= 1) {
    const line = lines[at] ?? '';
    if (/^\s*(#|$)/.test(line)) continue;
    const level = keyOf(line);
    const start = line.search(/\S/);
    if (level && level.indent < limit) {
      keys.unshift(level.key);
      limit = Math.min(level.indent, start);
      // `- {..}` items and `- key:` belong to the key above, at the dash's column or left of it.
      if (/^\s*-\s/.test(line)) limit = start + 1;
    }
  }
  return keys;
}

interface Flow {
  keys: string[];   // of the brackets that are open
  wants: 'key' | 'value';
  from: number;     // of the last word
  quote: string;    // '"' within a quoted scalar
  depth: number;
}

// Reads `{a: [x, {b: "y` up to its end.
function flowAt(text: string): Flow {
  const open: { bracket: string; key: string }[] = [];
  let key = '';
  let wants: 'key' | 'value' = 'value';
  let from = 0;
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quote) {
      if (sign === '\\' && quote === '"') at += 1;
      else if (sign === quote) quote = '';
      continue;
    }
    if ((sign === '"' || sign === "'") && text.slice(from, at).trim() === '') {
      quote = sign;
      from = at + 1;
    } else if (sign === '{' || sign === '[') {
      open.push({ bracket: sign, key });
      key = '';
      wants = sign === '{' ? 'key' : 'value';
      from = at + 1;
    } else if (sign === '}' || sign === ']') {
      key = open.pop()?.key ?? '';
      from = at + 1;
    } else if (sign === ',' && open.length > 0) {
      wants = open[open.length - 1]?.bracket === '{' ? 'key' : 'value';
      key = wants === 'key' ? '' : key;
      from = at + 1;
    } else if (sign === ':' && wants === 'key' && /\s|$/.test(text[at + 1] ?? '')) {
      key = text.slice(from, at).trim().replace(/^["']|["']$/g, '');
      wants = 'value';
      from = at + 1;
    }
  }
  const keys = open.map((each) => each.key).filter((each) => each !== '');
  if (wants === 'value' && key) keys.push(key);
  return { keys, wants, from, quote, depth: open.length };
}

function isFeelThere(above: string[], written: string): boolean {
  if (/^\s*=/.test(written)) return true;
  const key = above[above.length - 1] ?? '';
  return feelKeys.has(key) || (above.length === 2 && above[0] === 'facts');
}

// The name that ends at the end of `text`, with the dots of a path where `dots`.
function lastWord(text: string, pattern: RegExp): string {
  return pattern.exec(text)?.[0] ?? '';
}
const yamlWord = /[\p{L}\p{N}_./-]*$/u;
const feelWord = /[\p{L}_][\p{L}\p{N}_]*$/u;

function placeOf(kind: string, above: string[], wants: Place['wants'], position: number, written: string): Place {
  const word = lastWord(written, wants === 'feel' ? feelWord : yamlWord);
  return { kind, above, wants, from: position - word.length, word };
}

// Within a block scalar the text is nobody's keys; FEEL keys go on in it.
function blockScalarKey(lines: string[], row: number): string[] | undefined {
  const own = lines[row] ?? '';
  const indent = own.trim() === '' ? own.length : own.search(/\S/);
  for (let at = row - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || line.search(/\S/) >= indent) continue;
    const level = keyOf(line);
    if (!level || !/[|>][+-]?\d?\s*$/.test(line)) return undefined;
    return [...keysAbove(lines, at, level.indent), level.key];
  }
  return undefined;
}

function inBraces(before: string): boolean {
  return before.lastIndexOf('{{') > before.lastIndexOf('}}');
}

// Where a `{` or `[` that an earlier line opened is still open: that line, and what was written since
// its key.
function openFlow(lines: string[], row: number): { row: number; start: string; written: string } | undefined {
  for (let at = row - 1; at >= Math.max(0, row - 60); at -= 1) {
    const line = lines[at] ?? '';
    const level = keyOf(line);
    const lead = /^\s*(?:- +)*/.exec(line)?.[0] ?? '';
    const start = level ? line.slice(0, level.end) : lead;
    const value = line.slice(start.length);
    if (/^\s*[[{]/.test(value)) {
      const written = [value, ...lines.slice(at + 1, row + 1)].join('\n');
      return flowAt(value).depth > 0 && flowAt(written).depth > 0 ? { row: at, start, written } : undefined;
    }
    if (level) return undefined;
  }
  return undefined;
}

function placeInFlow(kind: string, above: string[], written: string, position: number): Place {
  const flow = flowAt(written);
  const keys = [...above, ...flow.keys];
  const scalar = written.slice(flow.from);
  if (flow.wants === 'key' && !flow.quote) return placeOf(kind, keys, 'key', position, scalar);
  return placeOf(kind, keys, isFeelThere(keys, scalar) ? 'feel' : 'value', position, scalar);
}

function placeInYaml(text: string, position: number, kind: string): Place {
  const lines = text.slice(0, position).split('\n');
  const row = lines.length - 1;
  const line = lines[row] ?? '';
  const block = blockScalarKey(lines, row);
  if (block) {
    const wants = isFeelThere(block, '') || inBraces(line) || block.includes('rules') ? 'feel' : 'nothing';
    return placeOf(kind, block, wants, position, line);
  }
  if (inBraces(line) && /\{\{[^}]*$/.test(line) && !/:\s*\{\{/.test(line)) return placeOf(kind, [], 'feel', position, line);
  const open = openFlow(lines, row);
  if (open) {
    const key = keyOf(lines[open.row] ?? '');
    const outer = keysAbove(lines, open.row, key?.indent ?? open.start.length);
    return placeInFlow(kind, [...outer, ...(key ? [key.key] : [])], open.written, position);
  }
  const lead = /^\s*(?:- +)*/.exec(line)?.[0] ?? '';
  const level = keyOf(line);
  const above = keysAbove(lines, row, lead.length);
  if (/(^|\s)#/.test(line.replace(/"[^"]*"|'[^']*'/g, ''))) return placeOf(kind, above, 'nothing', position, line);
  const startsFlow = /^[[{"'=]/.test(line.slice(lead.length));
  if (!level && !startsFlow) {
    // A bare word: an item of a list, or a key whose colon is still to come.
    const isItem = /- +$/.test(lead);
    return placeOf(kind, above, isItem && !line.slice(lead.length).includes(' ') ? 'value' : 'key', position, line);
  }
  const written = level ? line.slice(level.end) : line.slice(lead.length);
  return placeInFlow(kind, [...above, ...(level ? [level.key] : [])], written, position);
}

export function placeAt(text: string, position: number): Place {
  const kind = kindOf(text);
  if (text.startsWith('---\n') && position < 4) return { kind, above: [], wants: 'nothing', from: position, word: '' };
  const front = /^---\n/.test(text) ? text.indexOf('\n---', 4) : -1;
  if (text.startsWith('---\n') && (front < 0 || position <= front)) {
    const inner = placeInYaml(text.slice(4), position - 4, kind);
    return { ...inner, from: inner.from + 4 };
  }
  if (front >= 0) {
    const before = text.slice(front, position);
    return placeOf(kind, [], inBraces(before) ? 'feel' : 'nothing', position, before);
  }
  return placeInYaml(text, position, kind);
}

// The states that a workflow's text declares, nested ones too, in document order.
export function statesOf(text: string): string[] {
  const lines = text.split('\n');
  const found: string[] = [];
  const open: Level[] = [];
  for (const line of lines) {
    const level = keyOf(line);
    if (!level || /^\s*#/.test(line)) continue;
    while (open.length > 0 && (open[open.length - 1]?.indent ?? 0) >= level.indent) open.pop();
    if (open[open.length - 1]?.key === 'states') found.push(level.key);
    open.push(level);
  }
  return [...new Set(found)];
}
