import { type AuthAnswer, authGet, authPost } from './auth.ts';

/** Why a change to one's own account was refused; each has its words in `words/account`. */
export type Refusal = 'wrong' | 'code' | 'short' | 'long' | 'common' | 'stale' | 'passkey' | 'token' | 'tooMany' | 'unreachable';

export type Outcome<T = null> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: Refusal };

const done: Outcome = { ok: true, value: null };

function refusal({ status, code }: AuthAnswer, otherwise: Refusal): { readonly ok: false; readonly why: Refusal } {
  if (status === 0) return { ok: false, why: 'unreachable' };
  if (status === 429) return { ok: false, why: 'tooMany' };
  if (/password_(too_)?short/.test(code)) return { ok: false, why: 'short' };
  if (/password_(too_)?long/.test(code)) return { ok: false, why: 'long' };
  if (code === 'password_common') return { ok: false, why: 'common' };
  if (code.includes('not_fresh')) return { ok: false, why: 'stale' };
  return { ok: false, why: otherwise };
}

async function plain(asked: Promise<AuthAnswer>, otherwise: Refusal): Promise<Outcome> {
  const answer = await asked;
  return answer.status === 200 ? done : refusal(answer, otherwise);
}

export const changePassword = (currentPassword: string, newPassword: string): Promise<Outcome> =>
  plain(authPost('/change-password', { currentPassword, newPassword, revokeOtherSessions: true }), 'wrong');

export const askReset = (email: string): Promise<Outcome> => plain(authPost('/request-password-reset', { email }), 'unreachable');

export const resetPassword = (token: string, newPassword: string): Promise<Outcome> =>
  plain(authPost('/reset-password', { token, newPassword }), 'token');

/** A second factor that is on once a code of it was given. */
export interface Enrolment {
  /** `otpauth://`, as authenticator applications read it. */
  readonly uri: string;
  readonly backupCodes: readonly string[];
}

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** @param password empty: of an account that has none, since it comes by single sign-on */
const proof = (password: string): Readonly<Record<string, string>> => (password === '' ? {} : { password });

export async function beginSecondFactor(password: string): Promise<Outcome<Enrolment>> {
  const answered = await authPost('/two-factor/enable', proof(password));
  const { totpURI, backupCodes } = answered.answer;
  if (answered.status !== 200 || typeof totpURI !== 'string') return refusal(answered, 'wrong');
  return { ok: true, value: { uri: totpURI, backupCodes: texts(backupCodes) } };
}

export const confirmSecondFactor = (code: string): Promise<Outcome> => plain(authPost('/two-factor/verify-totp', { code }), 'code');

export const endSecondFactor = (password: string): Promise<Outcome> => plain(authPost('/two-factor/disable', proof(password)), 'wrong');

export async function newBackupCodes(password: string): Promise<Outcome<readonly string[]>> {
  const answered = await authPost('/two-factor/generate-backup-codes', proof(password));
  return answered.status === 200 ? { ok: true, value: texts(answered.answer.backupCodes) } : refusal(answered, 'wrong');
}

export interface Passkey {
  readonly id: string;
  readonly name: string | null;
  readonly createdAt: string | null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

export async function passkeys(): Promise<readonly Passkey[]> {
  const { whole } = await authGet('/passkey/list-user-passkeys');
  return (Array.isArray(whole) ? whole : []).filter(isRecord).map(({ id, name, createdAt }) => ({
    id: String(id),
    name: typeof name === 'string' && name !== '' ? name : null,
    createdAt: typeof createdAt === 'string' ? createdAt : null,
  }));
}

export async function addPasskey(name: string): Promise<Outcome> {
  const options = await authGet(`/passkey/generate-register-options?${new URLSearchParams({ name })}`);
  if (options.status !== 200) return refusal(options, 'passkey');
  try {
    // The server's own options, in the form that the browser reads.
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options.whole as PublicKeyCredentialCreationOptionsJSON);
    const credential = await navigator.credentials.create({ publicKey });
    if (!(credential instanceof PublicKeyCredential)) return { ok: false, why: 'passkey' };
    return plain(authPost('/passkey/verify-registration', { response: credential.toJSON(), name }), 'passkey');
  } catch {
    return { ok: false, why: 'passkey' };
  }
}

export const removePasskey = (id: string): Promise<Outcome> => plain(authPost('/passkey/delete-passkey', { id }), 'stale');

/** Passkeys belong to a name: where this page was opened by an address in figures, the same place by its name; null: it has one. */
export function namedPlace({ hostname, protocol, port, pathname, search }: Location = window.location): string | null {
  if (hostname !== '127.0.0.1' && hostname !== '[::1]') return null;
  return `${protocol}//localhost${port === '' ? '' : `:${port}`}${pathname}${search}`;
}
