/** What an attempt to sign in came to. */
export type Answer =
  | { readonly ok: true; readonly next: 'in' | 'code' }
  | { readonly ok: false; readonly why: 'wrong' | 'wrongCode' | 'noPasskey' | 'noSso' | 'unreachable' | 'tooMany' };

const base = '/api/auth';

async function post(path: string, body: unknown): Promise<{ readonly status: number; readonly answer: Readonly<Record<string, unknown>> }> {
  try {
    const response = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json().catch(() => null);
    return { status: response.status, answer: typeof answer === 'object' && answer !== null ? { ...answer } : {} };
  } catch {
    return { status: 0, answer: {} };
  }
}

const refused = (status: number, why: Extract<Answer, { ok: false }>['why']): Answer => ({
  ok: false,
  why: status === 0 ? 'unreachable' : status === 429 ? 'tooMany' : why,
});

export async function signInWithPassword(email: string, password: string): Promise<Answer> {
  const { status, answer } = await post('/sign-in/email', { email, password });
  if (status !== 200) return refused(status, 'wrong');
  return { ok: true, next: answer.twoFactorRedirect === true ? 'code' : 'in' };
}

export async function verifyCode(code: string): Promise<Answer> {
  const { status } = await post('/two-factor/verify-totp', { code });
  return status === 200 ? { ok: true, next: 'in' } : refused(status, 'wrongCode');
}

export async function signOut(): Promise<void> {
  await post('/sign-out', {});
}

/** Asks the browser for a passkey that this site knows. */
export async function signInWithPasskey(): Promise<Answer> {
  try {
    const options = await fetch(`${base}/passkey/generate-authenticate-options`, { credentials: 'same-origin' });
    if (!options.ok) return refused(options.status, 'noPasskey');
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await options.json());
    const credential = await navigator.credentials.get({ publicKey });
    if (!(credential instanceof PublicKeyCredential)) return { ok: false, why: 'noPasskey' };
    const { status } = await post('/passkey/verify-authentication', { response: credential.toJSON() });
    return status === 200 ? { ok: true, next: 'in' } : refused(status, 'noPasskey');
  } catch {
    return { ok: false, why: 'noPasskey' };
  }
}

/** By the company's own identity provider, found by the address's domain; the browser goes there. */
export async function signInWithSso(email: string): Promise<Answer> {
  const { status, answer } = await post('/sign-in/sso', { ...(email === '' ? {} : { email }), callbackURL: '/' });
  if (status !== 200 || typeof answer.url !== 'string') return refused(status, 'noSso');
  window.location.assign(answer.url);
  return new Promise(() => undefined);
}
