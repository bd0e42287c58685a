/*
 * The tables of better-auth, with its own names of columns: only it writes them, but for an account's making, its end and its password.
 * Their shape follows the version in package.json; `test/accounts/schema.test.ts` tells when that asks for more.
 */

/** A person who can sign in. What they may is in `member`, which nothing of better-auth writes. */
export interface AuthUserTable {
  readonly id: string;
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  readonly emailVerified: number;
  readonly image: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly twoFactorEnabled: number | null;
}

export interface AuthSessionTable {
  readonly id: string;
  readonly userId: string;
  readonly token: string;
  readonly expiresAt: string;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A way to sign in: a password (`credential`) or an identity at a provider of single sign-on. */
export interface AuthAccountTable {
  readonly id: string;
  readonly userId: string;
  readonly accountId: string;
  readonly providerId: string;
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
  readonly idToken: string | null;
  readonly accessTokenExpiresAt: string | null;
  readonly refreshTokenExpiresAt: string | null;
  readonly scope: string | null;
  /** Salt and scrypt hash. */
  readonly password: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Short-lived: reset of a password, state of a sign-in elsewhere, challenge of a passkey. Identifiers are hashes. */
export interface AuthVerificationTable {
  readonly id: string;
  readonly identifier: string;
  readonly value: string;
  readonly expiresAt: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Secret and backup codes are encrypted with the workspace's secret. */
export interface AuthTwoFactorTable {
  readonly id: string;
  readonly userId: string;
  readonly secret: string;
  readonly backupCodes: string;
  readonly verified: number | null;
  readonly failedVerificationCount: number | null;
  readonly lockedUntil: string | null;
}

export interface AuthPasskeyTable {
  readonly id: string;
  readonly userId: string;
  readonly name: string | null;
  readonly publicKey: string;
  readonly credentialID: string;
  readonly counter: number;
  readonly deviceType: string;
  readonly backedUp: number;
  readonly transports: string | null;
  readonly aaguid: string | null;
  readonly createdAt: string | null;
}
