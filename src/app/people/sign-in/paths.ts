/**
 * What of better-auth is open to browsers. It brings more (sign-up, change of address, deletion, tokens of providers): whatever is not named
 * here does not exist, also when a new version brings it.
 */
const open: readonly (readonly [method: 'GET' | 'POST', path: string])[] = [
  ['POST', '/sign-in/email'],
  ['POST', '/sign-in/social'],
  ['GET', '/callback/sso'],
  ['POST', '/sign-out'],
  ['GET', '/get-session'],
  ['POST', '/request-password-reset'],
  ['POST', '/reset-password'],
  ['POST', '/change-password'],
  ['POST', '/two-factor/enable'],
  ['POST', '/two-factor/disable'],
  ['POST', '/two-factor/verify-totp'],
  ['POST', '/two-factor/verify-backup-code'],
  ['POST', '/two-factor/generate-backup-codes'],
  ['GET', '/passkey/generate-register-options'],
  ['GET', '/passkey/generate-authenticate-options'],
  ['POST', '/passkey/verify-registration'],
  ['POST', '/passkey/verify-authentication'],
  ['GET', '/passkey/list-user-passkeys'],
  ['POST', '/passkey/delete-passkey'],
  ['POST', '/passkey/update-passkey'],
];

export const authBase = '/api/auth';

const known = new Set(open.map(([method, path]) => `${method} ${authBase}${path}`));

/** @param path without its query */
export const isOpenPath = (method: string, path: string): boolean => known.has(`${method} ${path}`);
