import type { signInEs } from './sign-in.es.ts';

export const signInEn: { readonly [K in keyof typeof signInEs]: string } = {
  title: 'Sign in to Cuadro',
  email: 'E-mail',
  password: 'Password',
  showPassword: 'Show the password',
  signIn: 'Sign in',
  or: 'or',
  passkey: 'Sign in with a passkey',
  sso: 'Sign in with {{name}}',
  asGuest: 'See the sample company without an account',
  codeTitle: 'Verification code',
  code: 'Six-digit code',
  codeHelp: 'Enter the six-digit code of your authenticator app.',
  needsOwner: 'There is no account yet. The link that makes the first is in the window where Cuadro was started.',
  back: 'Back',
  wrong: 'The e-mail or the password is not right. Check them and try again.',
  wrongCode: 'The code is not right or has expired. Enter the one that your app shows now.',
  noPasskey: 'A passkey could not be used. Sign in with your password and register one in Settings.',
  noSso: 'Your company has not set up signing in with its accounts. Use e-mail and password.',
  unreachable: 'The server does not answer. Check your connection and try again.',
  tooMany: 'Too many attempts. Wait a minute and try again.',
};
