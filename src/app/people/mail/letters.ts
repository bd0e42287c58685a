import { fill } from '../../../i18n/cli.ts';
import { type Language, languageOf } from '../../../i18n/language.ts';
import { type LetterWords, letters } from '../../../i18n/letters.ts';
import type { Host } from '../../host.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { findMember } from '../member.ts';
import { resetHours } from '../sign-in/auth.ts';
import { resetPath } from '../sign-in/reset.ts';
import { sendMail } from './send.ts';

function letter(kind: keyof LetterWords, language: Language, values: Readonly<Record<string, string>>): { subject: string; text: string } {
  const { subject, text } = letters[language][kind];
  return { subject: fill(subject, values), text: fill(text, values) };
}

const asLanguage = (found: string | null, locale: string): Language => (found === 'es' || found === 'en' ? found : languageOf(locale));

/** @returns whether it went out: false where mail is not set up */
export function sendInvitationMail(
  { settings, config }: Workspace,
  { to, by, link }: { readonly to: string; readonly by: string; readonly link: string },
): Promise<boolean> {
  const words = letter('invitation', languageOf(settings.locale), { name: settings.name, by, link });
  return sendMail(config.mail, { to, ...words });
}

/** To people who may sign in only: a closed account gets no link, and nobody learns that it is closed. */
export async function sendResetMail(
  host: Pick<Host, 'store' | 'workspace'>,
  { to, url, token }: { readonly to: { readonly id: string; readonly email: string }; readonly url: string; readonly token: string },
): Promise<void> {
  const { settings, config } = await host.workspace();
  const member = await findMember((await host.store()).db, to.id);
  if (!member?.active) return;
  const link = new URL(resetPath(token), url).href;
  const words = letter('reset', asLanguage(member.language, settings.locale), { name: settings.name, link, hours: String(resetHours) });
  await sendMail(config.mail, { to: to.email, ...words });
}
