// The routes of the definition that the islands use, and what they answer.
import { call } from './fetch.ts';

export interface Diagnostic {
  file: string;
  line: number;  // from 1; columns from 1 in Unicode code points
  column: number;
  end_line: number;
  end_column: number;
  severity: 'error' | 'warning';
  code: string;
  message: string;
  hint?: string;
}

export interface DeskFile {
  path: string;
  kind: string;
  text: string;
  published: string | null;
  rev: number;
}

export interface Explained {
  name: string;
  text: string;
}

export interface Names {
  fields: { id: string; title: string; type: string; values?: string[] }[];
  partners: { id: string; title: string }[];
  letters: string[];
  workflows: { id: string; title: string; states: string[] }[];
  tables: string[];
  roles: string[];
  referentials: string[];
  themes: string[];
  functions: { name: string; signature: string; text: string }[];
  keys: Record<string, Explained[]>;
}

export interface Column {
  id: string;
  label?: string;
  expr?: string;
  type?: string;
  values?: string[];
}

export interface Coverage {
  complete: boolean;
  gaps: { witness: Record<string, unknown>; text: string }[];
  overlaps: Finding[];
  unreachable: Finding[];
}

// Rules that get into each other's way; `text` says it in a sentence.
export type Finding = string | { rule?: string; rules?: string[]; text?: string };

export interface GridAnswer {
  table: string;
  hit_policy: string;
  inputs: Column[];
  outputs: Column[];
  rules: { id: string; line: number; cells: string[] }[];
  coverage: Coverage | null;
}

const base = '/api/definition';

function fileAddress(path: string): string {
  return `${base}/files/${path.split('/').map(encodeURIComponent).join('/')}`;
}

export class Definition {
  constructor(private readonly token: string) {}

  file(path: string): Promise<DeskFile> {
    return call(fileAddress(path));
  }

  save(path: string, text: string, rev: number): Promise<{ rev: number; diagnostics?: Diagnostic[] }> {
    return call(fileAddress(path), { method: 'PUT', body: { text }, rev, token: this.token });
  }

  names(): Promise<Names> {
    return call(`${base}/names`);
  }

  async check(path: string, text: string, signal: AbortSignal): Promise<Diagnostic[]> {
    const answer = await this.ask<{ diagnostics: Diagnostic[] }>('check', path, text, signal);
    return answer.diagnostics;
  }

  async diagram(path: string, text: string, signal: AbortSignal): Promise<string> {
    return (await this.ask<{ svg: string }>('diagram', path, text, signal)).svg;
  }

  grid(path: string, text: string, signal: AbortSignal): Promise<GridAnswer> {
    return this.ask('grid', path, text, signal);
  }

  private ask<Answer>(what: string, path: string, text: string, signal: AbortSignal): Promise<Answer> {
    return call(`${base}/${what}`, { method: 'POST', body: { path, text }, token: this.token, signal });
  }
}
