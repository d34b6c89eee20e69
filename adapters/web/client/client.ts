// The JSON API of a desk, typed by its own description: `schema.d.ts` is made out of what
// `guichet routes --openapi` prints. What the desk refuses is thrown as a Refusal, in its own words.
import type { paths } from './schema.d.ts';

export type { components, paths } from './schema.d.ts';

type Method = 'get' | 'post' | 'put' | 'delete';
type Lower<M extends string> = Lowercase<M> & Method;

export type PathOf<M extends Method> = {
  [Path in keyof paths]: paths[Path] extends Record<M, object> ? Path : never;
}[keyof paths];

type Operation<Path extends keyof paths, M extends Method> = paths[Path] extends Record<M, infer Found> ? Found : never;

type Member<From, Name extends string> = From extends Record<Name, infer Found> ? Found : never;

type Asked<O> = Member<O, 'parameters'>;
export type Params<O> = [Member<Asked<O>, 'path'>] extends [never] ? { params?: undefined } : { params: Member<Asked<O>, 'path'> };
type Query<O> = Asked<O> extends { query?: infer Found } ? Exclude<Found, undefined> : never;
type Body<O> = O extends { requestBody?: { content: { 'application/json': infer Found } } } ? Found : never;
export type Answer<O> = O extends { responses: { 200: { content: { 'application/json': infer Found } } } } ? Found
  : O extends { responses: { 201: { content: { 'application/json': infer Found } } } } ? Found : unknown;

export type Options<O> = Params<O> & {
  query?: Query<O>;
  body?: Body<O>;
  rev?: number | string;   // of what was seen: the desk refuses (412) where it has changed since
  key?: string;            // of idempotency; a change gets one by itself
  signal?: AbortSignal;
};

export interface Reason {
  code: string;
  text: string;
  field?: string;
}

export class Refusal extends Error {
  constructor(readonly status: number, readonly type: string, readonly reasons: Reason[]) {
    super(reasons.map((reason) => reason.text).join(' '));
    this.name = 'Refusal';
  }
}

export interface Reply<Content> {
  status: number;
  etag: string | null;
  data: Content;
}

export interface Settings {
  address?: string;   // 'https://guichet.exemple.fr'; '' for the page's own desk
  apiKey?: string;    // of a partner's tool
  token?: string;     // of a page's forms, where a session stands in a cookie
  language?: 'fr' | 'en';
  fetch?: typeof fetch;
}

function filled(path: string, params: Record<string, unknown> = {}): string {
  return path.replace(/\{(\w+)(\.\.\.)?\}/g, (_, name: string, whole: string | undefined) => {
    const value = String(params[whole ? `${name}...` : name] ?? params[name] ?? '');
    return whole ? value.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(value);
  });
}

function search(query: object = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

// Not randomUUID, which browsers keep from pages that came without TLS.
function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function refusalOf(answer: Response): Promise<Refusal> {
  let problem: { type?: string; title?: string; reasons?: Reason[] } = {};
  try {
    problem = (await answer.json()) as typeof problem;
  } catch {
    // Not from the desk: a proxy's page. The status says what there is to say.
  }
  const reasons = problem.reasons?.length ? problem.reasons
    : [{ code: String(answer.status), text: problem.title ?? `${answer.status} ${answer.statusText}`.trim() }];
  return new Refusal(answer.status, problem.type ?? 'about:blank', reasons);
}

export class Guichet {
  constructor(private readonly settings: Settings = {}) {}

  get<P extends PathOf<'get'>>(path: P, options: Options<Operation<P, 'get'>>): Promise<Reply<Answer<Operation<P, 'get'>>>> {
    return this.send('get', path, options);
  }

  post<P extends PathOf<'post'>>(path: P, options: Options<Operation<P, 'post'>>): Promise<Reply<Answer<Operation<P, 'post'>>>> {
    return this.send('post', path, options);
  }

  put<P extends PathOf<'put'>>(path: P, options: Options<Operation<P, 'put'>>): Promise<Reply<Answer<Operation<P, 'put'>>>> {
    return this.send('put', path, options);
  }

  delete<P extends PathOf<'delete'>>(path: P, options: Options<Operation<P, 'delete'>>): Promise<Reply<Answer<Operation<P, 'delete'>>>> {
    return this.send('delete', path, options);
  }

  // By the plain words of HTTP, for what has no type of its own.
  async send<Content>(method: Lower<string>, path: string, options: Options<unknown> | Record<string, unknown>): Promise<Reply<Content>> {
    const { params, query, body, rev, key, signal } = options as Record<string, never> & { signal?: AbortSignal };
    const headers = new Headers({ Accept: 'application/json' });
    const { address = '', apiKey, token, language } = this.settings;
    if (apiKey) headers.set('Authorization', `Bearer ${apiKey}`);
    if (token) headers.set('X-Guichet-Token', token);
    if (language) headers.set('Accept-Language', language);
    if (rev !== undefined) headers.set('If-Match', `"${String(rev)}"`);
    const request: RequestInit = { method: method.toUpperCase(), headers };
    if (signal) request.signal = signal;
    if (method !== 'get') {
      headers.set('Idempotency-Key', key ?? freshKey());
      if (method !== 'delete' || body !== undefined) {
        headers.set('Content-Type', 'application/json');
        request.body = JSON.stringify(body ?? {});
      }
    }
    const ask = this.settings.fetch ?? fetch;
    const answer = await ask(address + filled(path, params) + search(query), request);
    if (!answer.ok) throw await refusalOf(answer);
    const data = answer.status === 204 ? undefined : await answer.json();
    return { status: answer.status, etag: answer.headers.get('ETag'), data: data as Content };
  }
}
