// The case that a gap shows, as cells of a rule that takes it.
import type { Column } from '../api/definition.ts';

const made: Record<string, string> = {
  date: 'date', time: 'time', 'date and time': 'date and time', dateTime: 'date and time',
  'days and time duration': 'duration', 'years and months duration': 'duration', duration: 'duration',
};

export function feelOf(value: unknown, type = ''): string {
  if (value === undefined) return '-';
  if (value === null) return 'null';
  if (typeof value === 'string') {
    const quoted = JSON.stringify(value);
    return made[type] ? `${made[type]}(${quoted})` : quoted;
  }
  if (Array.isArray(value)) return `[${value.map((each) => feelOf(each)).join(', ')}]`;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '-';
}

// Cells of the columns in the order of the grid; those of results are left to the person.
export function rowFor(witness: Record<string, unknown>, columns: string[], inputs: Column[]): string[] {
  return columns.map((name) => {
    const input = inputs.find((each) => each.id === name);
    return input ? feelOf(witness[name], input.type) : '';
  });
}
