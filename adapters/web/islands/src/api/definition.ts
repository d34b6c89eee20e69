// The routes of the definition that the islands use, and what they answer.
import { type components, Guichet } from '../../../client/client.ts';

type Schemas = components['schemas'];

// Lines from 1; columns from 1 in Unicode code points.
export type Diagnostic = Omit<Schemas['Diagnostic'], 'severity'> & { severity: 'error' | 'warning' | 'info' };
export type DeskFile = Schemas['DefinitionFile'];
export interface Saved {
  rev: number;
  diagnostics: Diagnostic[];
}
export type Column = Schemas['GridColumn'];
export type GridAnswer = Schemas['Grid'];
export type Letter = Schemas['LetterSample'];
export type Coverage = GridAnswer['coverage'];

// The keys of a kind of file are a map, which the description leaves open.
export type Names = Omit<Schemas['Names'], 'keys'> & { keys: Record<string, { name: string; text: string }[]> };

const base = '/api/definition';
const fileRoute = `${base}/files/{path...}` as const;

// A severity that this script does not know yet is shown as a warning rather than not at all.
function known(found: Schemas['Diagnostic'][]): Diagnostic[] {
  return found.map((each) => {
    const severity = each.severity === 'error' || each.severity === 'info' ? each.severity : 'warning';
    return { ...each, severity };
  });
}

export class Definition {
  private desk: Guichet;

  constructor(token: string) {
    this.desk = new Guichet({ token });
  }

  // After signing in anew the page's token is the session's before. This page, asked for once more,
  // has the one of now; its own forms take it too. False where nobody is signed in.
  async renewToken(): Promise<boolean> {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return false;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const token = page.querySelector<HTMLInputElement>('input[name="form-token"]')?.value;
    if (!token) return false;
    this.desk = new Guichet({ token });
    document.querySelectorAll<HTMLInputElement>('input[name="form-token"]').forEach((each) => {
      each.value = token;
    });
    return true;
  }

  async file(path: string): Promise<DeskFile> {
    return (await this.desk.get(fileRoute, { params: { 'path...': path } })).data;
  }

  async save(path: string, text: string, rev: number): Promise<Saved> {
    const { data } = await this.desk.put(fileRoute, { params: { 'path...': path }, body: { text }, rev });
    return { rev: data.rev, diagnostics: known(data.diagnostics) };
  }

  async names(): Promise<Names> {
    return (await this.desk.get(`${base}/names`, {})).data as Names;
  }

  async check(path: string, text: string, signal: AbortSignal): Promise<Diagnostic[]> {
    return known((await this.desk.post(`${base}/check`, { body: { path, text }, signal })).data.diagnostics);
  }

  async diagram(path: string, text: string, signal: AbortSignal): Promise<string> {
    return (await this.desk.post(`${base}/diagram`, { body: { path, text }, signal })).data.svg;
  }

  async letter(path: string, text: string, signal: AbortSignal, number?: number): Promise<Letter> {
    const body = number === undefined ? { path, text } : { path, text, case: number };
    return (await this.desk.post(`${base}/letter`, { body, signal })).data;
  }

  async grid(path: string, text: string, signal: AbortSignal): Promise<GridAnswer> {
    return (await this.desk.post(`${base}/grid`, { body: { path, text }, signal })).data;
  }
}
