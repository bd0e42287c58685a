import type { OperationId, OperationInput, OperationOutput } from '../../../src/app/api/client-types.ts';
import { ApiError, apiErrorOf } from './error.ts';
import { queryString } from './query-string.ts';
import { routes } from './routes.ts';

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Of the answer's words. Default: the browser's. */
  readonly language?: 'es' | 'en';
  /** For tests. */
  readonly fetch?: typeof fetch;
}

const base = '/api/v1';

/** Method, address and body of a call; fields in the path do not stand in the rest. */
export function requestOf<Id extends OperationId>(id: Id, input: OperationInput<Id>): { method: string; url: string; body: string | null } {
  const { method, path } = routes[id];
  const rest = new Map<string, unknown>(Object.entries(input));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return encodeURIComponent(String(value));
  });
  const fields = Object.fromEntries(rest);
  if (method === 'DELETE' && rest.size === 0) return { method, url: `${base}${filled}`, body: null };
  if (method !== 'GET') return { method, url: `${base}${filled}`, body: JSON.stringify(fields) };
  const search = queryString(fields);
  return { method, url: `${base}${filled}${search === '' ? '' : `?${search}`}`, body: null };
}

/**
 * Runs an operation on the server.
 * @throws ApiError with the server's problem details; `unreachable` when it does not answer; an AbortError when `signal` fires
 */
export async function call<Id extends OperationId>(
  id: Id,
  input: OperationInput<Id>,
  { signal, language, fetch: send = fetch }: CallOptions = {},
): Promise<OperationOutput<Id>> {
  const { method, url, body } = requestOf(id, input);
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== null) headers['content-type'] = 'application/json';
  if (language) headers['accept-language'] = language;
  let response: Response;
  try {
    response = await send(url, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === null ? {} : { body }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, 'unreachable', null, error);
  }
  const answer: unknown = await response.json().catch((error: unknown) => {
    if (signal?.aborted) throw error;
    return null;
  });
  if (!response.ok) throw apiErrorOf(response.status, answer);
  // The server's answer is held to this type by its own tests: running every operation against its schema.
  return answer as OperationOutput<Id>;
}
