import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { CuadroError } from '../../model/error.ts';
import { commonPasswords } from './common-passwords.ts';

/** How passwords are kept. Tests count the calls: an answer must take as long for an address that nobody has. */
export interface Passwords {
  readonly hash: (password: string) => Promise<string>;
  readonly verify: (given: { readonly hash: string; readonly password: string }) => Promise<boolean>;
}

/** scrypt, N = 2^14, r = 16, p = 1, a salt each: 16 MiB and tens of milliseconds a guess. */
export const scryptPasswords: Passwords = { hash: hashPassword, verify: verifyPassword };

export const shortestPassword = 10;
export const longestPassword = 128;

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function isCommon(password: string): boolean {
  const whole = plain(password);
  const word = whole.replace(/[\d\W_]+$/u, '');
  const digits = '0123456789'.repeat(14);
  const backwards = '9876543210'.repeat(14);
  return (
    commonPasswords.has(whole) ||
    commonPasswords.has(word) ||
    new Set(whole).size <= 2 ||
    digits.includes(whole) ||
    backwards.includes(whole) ||
    // A year, a date: all digits and little else to try.
    /^\d{10}$/.test(whole)
  );
}

/**
 * Length, and not one of those that are tried first. No rule on kinds of letters: those make people choose worse ones.
 * @param about what others know of the person: address and name
 * @throws CuadroError `password_short`, `password_long`, `password_common`
 */
export function checkPassword(password: string, about: readonly string[] = []): void {
  const length = [...password].length;
  if (length < shortestPassword) throw new CuadroError({ code: 'password_short', params: { least: shortestPassword } });
  if (password.length > longestPassword) throw new CuadroError({ code: 'password_long', params: { most: longestPassword } });
  const own = about.flatMap((text) => [plain(text), plain(text).split('@')[0] ?? '', plain(text).replaceAll(' ', '')]);
  const word = plain(password).replace(/[\d\W_]+$/u, '');
  if (isCommon(password) || own.includes(plain(password)) || (word !== '' && own.includes(word))) {
    throw new CuadroError({ code: 'password_common' });
  }
}
