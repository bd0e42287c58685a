import { formatDay, writerFor } from '../../../i18n/format.ts';
import type { Language } from '../../../i18n/language.ts';
import type { JobContext } from '../../jobs/kind.ts';
import type { DigestOutput } from '../../operations/digest.ts';
import { sendMail } from '../../people/mail/send.ts';
import type { Member } from '../../people/member.ts';
import { preferencesOf, usualPreference } from '../preference.ts';
import { memberActor } from '../reader.ts';
import { unlessRefused } from '../refused.ts';
import { digestMail } from '../send/digest-mail.ts';
import { noteTold, toldTo } from './told.ts';

/**
 * Sends somebody their digest, with figures as they may see them now; nothing where nothing has changed since the last.
 * @throws as `sendMail`
 */
export async function sendDigest(
  { store, workspace, callAs, now }: Pick<JobContext, 'store' | 'workspace' | 'callAs' | 'now'>,
  { member, language, id }: { readonly member: Member; readonly language: Language; readonly id: string },
): Promise<'sent' | 'withheld'> {
  const { db } = store;
  const { settings, config } = workspace;
  const preference = (await preferencesOf(db, [member.id])).get(member.id) ?? usualPreference(config);
  // They may have ended it while it waited.
  if (preference.digest === 'never') return 'withheld';
  const before = await toldTo(db, member.id);
  const input = { told: before.marks, language, ...(before.until === null ? {} : { since: before.until }) };
  // The operation's own output, by way of a call that knows it by name only.
  const digest = (await unlessRefused(callAs(memberActor(member), 'digest', input))) as DigestOutput | null;
  if (!digest?.changed) return 'withheld';
  const writer = writerFor(language, settings);
  const day =
    before.sentAt === null ? null : Temporal.Instant.from(before.sentAt).toZonedDateTimeISO(settings.timezone).toPlainDate().toString();
  const since = day === null ? null : formatDay(day, writer);
  await sendMail(config.mail, await digestMail(workspace, { member, digest, language, id, since }));
  await noteTold(db, member.id, before, { marks: digest.marks, until: digest.notices.until }, now());
  return 'sent';
}
