// The routes of the definition that the islands use, and what they answer.
import { Guichet } from '../../../client/client.ts';

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

export interface Saved {
  rev: number;
  diagnostics?: Diagnostic[];
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
const fileRoute = `${base}/files/{path...}`;

export class Definition {
  private readonly desk: Guichet;

  constructor(token: string) {
    this.desk = new Guichet({ token });
  }

  async file(path: string): Promise<DeskFile> {
    return (await this.desk.send<DeskFile>('get', fileRoute, { params: { path } })).data;
  }

  async save(path: string, text: string, rev: number): Promise<Saved> {
    return (await this.desk.send<Saved>('put', fileRoute, { params: { path }, body: { text }, rev })).data;
  }

  async names(): Promise<Names> {
    return (await this.desk.send<Names>('get', `${base}/names`, {})).data;
  }

  async check(path: string, text: string, signal: AbortSignal): Promise<Diagnostic[]> {
    return (await this.ask<{ diagnostics: Diagnostic[] }>('check', path, text, signal)).diagnostics;
  }

  async diagram(path: string, text: string, signal: AbortSignal): Promise<string> {
    return (await this.ask<{ svg: string }>('diagram', path, text, signal)).svg;
  }

  grid(path: string, text: string, signal: AbortSignal): Promise<GridAnswer> {
    return this.ask('grid', path, text, signal);
  }

  private async ask<Answer>(what: string, path: string, text: string, signal: AbortSignal): Promise<Answer> {
    return (await this.desk.send<Answer>('post', `${base}/${what}`, { body: { path, text }, signal })).data;
  }
}
