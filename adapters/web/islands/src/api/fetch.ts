// One call of the JSON API. What the desk refuses comes as a Refusal, in its own words.
export class Refusal extends Error {
  constructor(readonly status: number, readonly reasons: string[]) {
    super(reasons.join(' '));
  }
}

interface Problem {
  title?: string;
  detail?: string;
  reasons?: { code: string; text: string }[];
}

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  rev?: number | undefined;
  token?: string | undefined;
  signal?: AbortSignal | undefined;
}

async function reasons(answer: Response): Promise<string[]> {
  try {
    const problem = (await answer.json()) as Problem;
    const said = problem.reasons?.map((reason) => reason.text) ?? [];
    return said.length > 0 ? said : [problem.title ?? problem.detail ?? answer.statusText];
  } catch {
    return [`${answer.status} ${answer.statusText}`];
  }
}

// Requires: what the address answers is of type Answer; tests/system/islands.sh checks the types
// against the OpenAPI of the build.
export async function call<Answer>(address: string, given: Call = {}): Promise<Answer> {
  const headers = new Headers({ Accept: 'application/json' });
  if (given.body !== undefined) headers.set('Content-Type', 'application/json');
  if (given.rev !== undefined) headers.set('If-Match', `"${given.rev}"`);
  if (given.token) headers.set('X-Guichet-Token', given.token);
  const request: RequestInit = { method: given.method ?? 'GET', headers, credentials: 'same-origin' };
  if (given.body !== undefined) request.body = JSON.stringify(given.body);
  if (given.signal) request.signal = given.signal;
  const answer = await fetch(address, request);
  if (!answer.ok) throw new Refusal(answer.status, await reasons(answer));
  return (await answer.json()) as Answer;
}
