/** Sign-in and what belongs to it, below /api/auth: the only part of the server that is no operation. */
const base = '/api/auth';

export interface AuthAnswer {
  /** 0: the server did not answer. */
  readonly status: number;
  /** Of what went wrong, in small letters. */
  readonly code: string;
  readonly answer: Readonly<Record<string, unknown>>;
  /** As it came, for what is no object. */
  readonly whole: unknown;
}

async function ask(path: string, init: RequestInit): Promise<AuthAnswer> {
  try {
    const response = await fetch(`${base}${path}`, { credentials: 'same-origin', ...init });
    const whole: unknown = await response.json().catch(() => null);
    const answer: Record<string, unknown> = typeof whole === 'object' && whole !== null ? { ...whole } : {};
    return { status: response.status, code: String(answer.code ?? '').toLowerCase(), answer, whole };
  } catch {
    return { status: 0, code: 'unreachable', answer: {}, whole: null };
  }
}

export const authPost = (path: string, body: unknown): Promise<AuthAnswer> =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

export const authGet = (path: string): Promise<AuthAnswer> => ask(path, {});
