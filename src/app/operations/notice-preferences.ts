import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import { storedInstant } from '../../store/instant.ts';
import { digestTimes, type Preference, preferencesOf, setPreference, usualPreference } from '../notices/preference.ts';
import { readUnsubscribeToken } from '../notices/unsubscribe.ts';
import { defineOperation, type Frozen, type OperationContext } from '../operation.ts';
import { canMail } from '../people/mail/send.ts';
import { findMember } from '../people/member.ts';
import { noticeKindSchema } from './notices.ts';

const mail = z.array(noticeKindSchema).describe('The kinds that also come by e-mail; the inbox has all.');
const digest = z.enum(digestTimes);
const digestDay = z.int().min(1).max(28).describe('Of the week (1 is Monday) or of the month.');
const digestHour = z.int().min(0).max(23).describe("In the company's time zone.");

const output = z.strictObject({
  mail,
  digest,
  digest_day: digestDay,
  digest_hour: digestHour,
  can_mail: z.boolean().describe('Whether there is a mail server to send by.'),
  timezone: z.string(),
});

export type NoticePreferencesOutput = Frozen<z.output<typeof output>>;

const shown = (preference: Preference, { config, settings }: OperationContext['workspace']): NoticePreferencesOutput => ({
  mail: [...preference.mail],
  digest: preference.digest,
  digest_day: preference.digestDay,
  digest_hour: preference.digestHour,
  can_mail: canMail(config.mail),
  timezone: settings.timezone,
});

/** One's own, or the installation's where nothing was chosen. */
async function ownOf({ actor, store, workspace }: OperationContext): Promise<Preference> {
  const usual = usualPreference(workspace.config);
  if (actor.id === null) return usual;
  return (await preferencesOf((await store()).db, [actor.id])).get(actor.id) ?? usual;
}

/** What one gets by e-mail, and when the digest comes. */
export const noticePreferencesOperation = defineOperation({
  id: 'notice_preferences',
  words: { es: 'qué avisos se reciben por correo y cuándo llega el resumen', en: 'which notices come by e-mail and when the digest comes' },
  input: z.strictObject({}),
  output,
  rest: { method: 'GET', path: '/notices/preferences' },
  effect: 'read',
  on: 'store',
  permission: 'self',
  run: async (context): Promise<NoticePreferencesOutput> => shown(await ownOf(context), context.workspace),
});

/** Chooses them: what is not given stays. */
export const setNoticePreferencesOperation = defineOperation({
  id: 'set_notice_preferences',
  words: {
    es: 'elige qué avisos se reciben por correo y cuándo llega el resumen',
    en: 'choose which notices come by e-mail and when the digest comes',
  },
  input: z.strictObject({
    mail: mail.optional(),
    digest: digest.optional(),
    digest_day: digestDay.optional(),
    digest_hour: digestHour.optional(),
  }),
  output,
  rest: { method: 'PATCH', path: '/notices/preferences' },
  effect: 'write',
  on: 'store',
  permission: 'self',
  run: async (context, given): Promise<NoticePreferencesOutput> => {
    const { actor, store, now, workspace } = context;
    if (actor.id === null) throw new CuadroError({ code: 'member_needed', where: 'member' });
    const before = await ownOf(context);
    const preference: Preference = {
      mail: given.mail ?? before.mail,
      digest: given.digest ?? before.digest,
      digestDay: given.digest_day ?? before.digestDay,
      digestHour: given.digest_hour ?? before.digestHour,
    };
    await setPreference((await store()).db, actor.id, preference, storedInstant(now()));
    return shown(preference, workspace);
  },
});

/** Ends what a message is part of, by the link in it, without signing in. */
export const unsubscribeOperation = defineOperation({
  id: 'unsubscribe',
  words: {
    es: 'deja de enviar avisos o resúmenes por correo, con el enlace del propio correo',
    en: 'end notices or digests by e-mail, by the link in the message',
  },
  input: z.strictObject({ token: z.string().min(10).max(500) }),
  output: z.strictObject({ ended: z.enum(['mail', 'digest']).describe('mail: notices by e-mail; digest: the digest.') }),
  rest: { method: 'POST', path: '/notices/unsubscribe' },
  effect: 'write',
  on: 'store',
  permission: 'public',
  run: async ({ store, workspace, now }, { token }) => {
    const read = await readUnsubscribeToken(workspace, token);
    if (read === null) throw new CuadroError({ code: 'unsubscribe_invalid', where: 'token' });
    const { member, what } = read;
    const { db } = await store();
    // Of whoever has left there is nothing to end; the link is as good as ever.
    if (await findMember(db, member)) {
      const before = (await preferencesOf(db, [member])).get(member) ?? usualPreference(workspace.config);
      await setPreference(db, member, what === 'mail' ? { ...before, mail: [] } : { ...before, digest: 'never' }, storedInstant(now()));
    }
    return { ended: what };
  },
});
