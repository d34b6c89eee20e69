// FEEL cut into tokens for colouring and completion. It never refuses a text: what it does not know
// is left out, since the text is being typed.
export type TokenKind =
  'keyword' | 'literal' | 'function' | 'name' | 'number' | 'string' | 'temporal' | 'operator' | 'comment';

export interface Token {
  from: number;
  to: number;
  kind: TokenKind;
}

const keywords = new Set([
  'if', 'then', 'else', 'for', 'in', 'return', 'some', 'every', 'satisfies', 'and', 'or', 'not',
  'between', 'instance', 'of', 'function', 'external',
]);
const literals = new Set(['true', 'false', 'null']);

// Names of functions that hold a space; the longest that fits is taken.
const spaced = [
  'years and months duration', 'date and time', 'day of week', 'day of year', 'month of year', 'week of year',
  'round half down', 'round half up', 'round down', 'round up', 'list contains', 'list replace',
  'string length', 'string join', 'upper case', 'lower case', 'substring before', 'substring after',
  'starts with', 'ends with', 'get value', 'get entries', 'context put', 'context merge',
  'insert before', 'index of', 'distinct values', 'met by', 'overlaps before', 'overlaps after',
  'started by', 'finished by', 'in state', 'is defined',
];

const name = /[\p{L}_][\p{L}\p{N}_]*/uy;
const number = /\d+(\.\d+)?([eE][+-]?\d+)?|\.\d+/y;
const string = /"(?:[^"\\]|\\.)*"?/y;
const temporal = /@"[^"]*"?/y;
const comment = /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/y;
const operator = /\*\*|<=|>=|!=|\.\.|->|[=<>+\-*/]/y;

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

function isCalled(text: string, at: number): boolean {
  return /^\s*\(/.test(text.slice(at, at + 8));
}

function wordAt(text: string, at: number, length: number): Token {
  const isMember = text[at - 1] === '.' && text[at - 2] !== '.';
  if (!isMember) {
    const long = spaced.find((each) => text.startsWith(each, at) && isCalled(text, at + each.length));
    if (long) return { from: at, to: at + long.length, kind: 'function' };
  }
  const to = at + length;
  const word = text.slice(at, to);
  if (!isMember && literals.has(word)) return { from: at, to, kind: 'literal' };
  if (!isMember && keywords.has(word)) return { from: at, to, kind: 'keyword' };
  return { from: at, to, kind: isCalled(text, to) ? 'function' : 'name' };
}

const plain: [RegExp, TokenKind][] = [
  [comment, 'comment'], [temporal, 'temporal'], [string, 'string'], [number, 'number'], [operator, 'operator'],
];

export function feelTokens(text: string): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < text.length;) {
    const word = lengthAt(name, text, at);
    let token = word > 0 ? wordAt(text, at, word) : undefined;
    for (const [pattern, kind] of token ? [] : plain) {
      const length = lengthAt(pattern, text, at);
      if (length === 0) continue;
      token = { from: at, to: at + length, kind };
      break;
    }
    if (token) found.push(token);
    at = token ? token.to : at + 1;
  }
  return found;
}
