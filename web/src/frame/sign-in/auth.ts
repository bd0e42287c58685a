import { authGet, authPost as post } from '../../api/auth.ts';

/** What an attempt to sign in came to. */
export type Answer =
  | { readonly ok: true; readonly next: 'in' | 'code' }
  | {
      readonly ok: false;
      readonly why: 'wrong' | 'wrongCode' | 'wrongBackup' | 'noPasskey' | 'noSso' | 'ssoDown' | 'unreachable' | 'tooMany';
    };

const refused = (status: number, why: Extract<Answer, { ok: false }>['why']): Answer => ({
  ok: false,
  why: status === 0 ? 'unreachable' : status === 429 ? 'tooMany' : why,
});

export async function signInWithPassword(email: string, password: string): Promise<Answer> {
  const { status, answer } = await post('/sign-in/email', { email, password });
  if (status !== 200) return refused(status, 'wrong');
  return { ok: true, next: answer.twoFactorRedirect === true ? 'code' : 'in' };
}

/** @param kind `backup`: one of the codes kept for when the application is not there */
export async function verifyCode(code: string, kind: 'totp' | 'backup' = 'totp'): Promise<Answer> {
  const { status } = await post(kind === 'totp' ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code', { code: code.trim() });
  return status === 200 ? { ok: true, next: 'in' } : refused(status, kind === 'totp' ? 'wrongCode' : 'wrongBackup');
}

export async function signOut(): Promise<void> {
  await post('/sign-out', {});
}

/** Asks the browser for a passkey that this site knows. */
export async function signInWithPasskey(): Promise<Answer> {
  try {
    const options = await authGet('/passkey/generate-authenticate-options');
    if (options.status !== 200) return refused(options.status, 'noPasskey');
    // The server's own options, in the form that the browser reads.
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options.whole as PublicKeyCredentialRequestOptionsJSON);
    const credential = await navigator.credentials.get({ publicKey });
    if (!(credential instanceof PublicKeyCredential)) return { ok: false, why: 'noPasskey' };
    const { status } = await post('/passkey/verify-authentication', { response: credential.toJSON() });
    return status === 200 ? { ok: true, next: 'in' } : refused(status, 'noPasskey');
  } catch {
    return { ok: false, why: 'noPasskey' };
  }
}

/** By the company's own identity provider; the browser goes there, and comes back with a session or to this page with an error. */
export async function signInWithSso(): Promise<Answer> {
  const { status, answer } = await post('/sign-in/social', { provider: 'sso', callbackURL: '/', errorCallbackURL: '/sign-in' });
  if (status === 503) return { ok: false, why: 'ssoDown' };
  if (status !== 200 || typeof answer.url !== 'string') return refused(status, 'noSso');
  window.location.assign(answer.url);
  return new Promise(() => undefined);
}
