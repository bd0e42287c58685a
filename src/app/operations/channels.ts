import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { fill } from '../../i18n/cli.ts';
import { noticeLetter } from '../../i18n/notices.ts';
import { CuadroError } from '../../model/error.ts';
import { isUniqueConflict } from '../../store/conflict.ts';
import { storedInstant } from '../../store/instant.ts';
import { allChannels, type Channel, channelKinds, openSecret, requireChannel, sealSecret } from '../notices/channel.ts';
import { noticeKinds } from '../notices/notice.ts';
import { outboxOf } from '../notices/outbox.ts';
import { sealOf } from '../notices/sealed.ts';
import { destinationOf } from '../notices/send/destination.ts';
import { keyPrefix } from '../notices/send/signature.ts';
import { NotTaken, postToChannel } from '../notices/send/to-channel.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { countSchema } from '../output/period.ts';
import { canMail } from '../people/mail/send.ts';
import { requirePerson } from '../people/member.ts';
import { noticeKindSchema } from './notices.ts';

const id = z.string().min(1).max(200);

const channelShown = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    kind: z.enum(channelKinds),
    host: z.string().describe('The host of its address; the address itself is not shown again.'),
    language: z.enum(['es', 'en']),
    kinds: z.array(noticeKindSchema).describe('Of what is told to roles, teams and departments, the kinds that it gets.'),
    amounts: z.enum(['shown', 'hidden']),
    active: z.boolean(),
    last_sent_at: z.iso.datetime().nullable(),
    last_error: z.string().nullable().describe('A code, of the last attempt; null: it went well, or there was none.'),
    last_error_at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Channel' });

const shown = ({ sealed: _, lastSentAt, lastError, lastErrorAt, kinds, ...channel }: Channel) => ({
  ...channel,
  kinds: [...kinds],
  last_sent_at: lastSentAt,
  last_error: lastError,
  last_error_at: lastErrorAt,
});

const output = z.strictObject({
  mail: z.boolean().describe('Whether there is a mail server to send by.'),
  outbox: z.strictObject({
    waiting: countSchema.describe('Messages that are still to go out.'),
    waiting_since: z.iso.datetime().nullable(),
    failed: countSchema.describe('Given up after three days, or refused for good.'),
    last_error: z.string().nullable(),
  }),
  channels: z.array(channelShown),
});

export type ChannelsOutput = Frozen<z.output<typeof output>>;

/** The channels outside, and how what goes out is doing. */
export const channelsOperation = defineOperation({
  id: 'channels',
  words: {
    es: 'los canales por los que salen avisos (webhook, Slack, Teams) y cómo va lo que sale',
    en: 'the channels that notices go out by (webhook, Slack, Teams) and how what goes out is doing',
  },
  input: z.strictObject({}),
  output,
  rest: { method: 'GET', path: '/channels' },
  effect: 'read',
  on: 'store',
  permission: 'settings.write',
  run: async ({ store, workspace }): Promise<ChannelsOutput> => {
    const { db } = await store();
    return { mail: canMail(workspace.config.mail), outbox: await outboxOf(db), channels: (await allChannels(db)).map(shown) };
  },
});

/** Sets a channel up, or changes one: what is not given stays. */
export const saveChannelOperation = defineOperation({
  id: 'save_channel',
  words: { es: 'da de alta un canal para avisos, o lo cambia', en: 'set up a channel for notices, or change one' },
  input: z.strictObject({
    channel: id.optional().describe('The id or name of the one to change; without it, a new one.'),
    name: z.string().trim().min(1).max(100).optional(),
    kind: z.enum(channelKinds).optional().describe('Of a new one: webhook unless said.'),
    url: z.string().min(1).max(4_000).optional().describe('Kept encrypted and never shown again.'),
    speaks: z.enum(['es', 'en']).optional().describe('The language it is written to in: Spanish unless said.'),
    kinds: z
      .array(noticeKindSchema)
      .max(noticeKinds.length)
      .optional()
      .describe('alert_firing, alert_recovered and alert_escalated unless said.'),
    amounts: z.enum(['shown', 'hidden']).optional().describe('Whether whoever reads it may see amounts of money: hidden unless said.'),
    active: z.boolean().optional(),
    new_key: z.literal(true).optional().describe('Makes another signing key: the one before ends at once.'),
  }),
  output: z.strictObject({
    channel: channelShown,
    key: z.string().nullable().describe('Of a webhook, when it is made: signs what is posted. Shown this once.'),
  }),
  rest: { method: 'POST', path: '/channels' },
  effect: 'write',
  on: 'store',
  permission: 'settings.write',
  audit: (_, { channel }) => ({ channel: channel.id, kind: channel.kind, active: channel.active }),
  run: async ({ actor, store, workspace, now }, { channel: which, ...given }) => {
    requirePerson(actor);
    const { db } = await store();
    const before = which === undefined ? null : await requireChannel(db, which);
    const seal = await sealOf(workspace);
    const kind = before?.kind ?? given.kind ?? 'webhook';
    const name = given.name ?? before?.name;
    if (name === undefined) throw new CuadroError({ code: 'input_invalid', where: 'name', expected: 'a name' });
    if (before === null && given.url === undefined) throw new CuadroError({ code: 'channel_url_needed', where: 'url' });
    const isNewKey = kind === 'webhook' && (before === null || given.new_key === true);
    const isNewSecret = isNewKey || given.url !== undefined;
    // Where the old one cannot be opened any more, a new address is all that is needed.
    const old = before !== null && isNewSecret && !(given.url !== undefined && isNewKey) ? openSecretOrNull(before, seal) : null;
    const url = given.url ?? old?.url;
    if (isNewSecret && url === undefined) throw new CuadroError({ code: 'channel_sealed', where: 'url' });
    const key = isNewKey || (isNewSecret && old === null) ? `${keyPrefix}${randomBytes(32).toString('base64')}` : (old?.key ?? '');
    const secret =
      isNewSecret && url !== undefined
        ? { secret: sealSecret({ url, key }, seal), host: destinationOf(url, workspace.config.notices.private_hosts).host }
        : {};
    const values = {
      name,
      language: given.speaks ?? before?.language ?? 'es',
      kinds: JSON.stringify(given.kinds ?? before?.kinds ?? ['alert_firing', 'alert_recovered', 'alert_escalated']),
      amounts: given.amounts ?? before?.amounts ?? 'hidden',
      active: (given.active ?? before?.active ?? true) ? 1 : 0,
      made_by: actor.name,
      updated_at: storedInstant(now()),
      // What was wrong with the address before says nothing of this one.
      ...(isNewSecret ? { last_error: null, last_error_at: null } : {}),
    };
    try {
      if (before === null)
        await db
          .insertInto('channel')
          .values({
            id: randomUUID(),
            kind,
            secret: '',
            host: '',
            last_sent_at: null,
            last_error: null,
            last_error_at: null,
            ...values,
            ...secret,
          })
          .execute();
      else
        await db
          .updateTable('channel')
          .set({ ...values, ...secret })
          .where('id', '=', before.id)
          .execute();
    } catch (error) {
      if (isUniqueConflict(error)) throw new CuadroError({ code: 'channel_name_taken', where: 'name', found: name });
      throw error;
    }
    const saved = await requireChannel(db, before?.id ?? name);
    return { channel: shown(saved), key: kind === 'webhook' && isNewSecret && key !== old?.key ? key : null };
  },
});

function openSecretOrNull({ sealed }: Channel, seal: Awaited<ReturnType<typeof sealOf>>) {
  try {
    return openSecret(sealed, seal);
  } catch (error) {
    if (error instanceof CuadroError && error.code === 'channel_sealed') return null;
    throw error;
  }
}

/** Takes a channel away, with what still waits for it. */
export const removeChannelOperation = defineOperation({
  id: 'remove_channel',
  words: { es: 'quita un canal, con lo que aún le quedara por enviar', en: 'remove a channel, with what still waits for it' },
  input: z.strictObject({ channel: id }),
  output: z.strictObject({ removed: z.string().describe('Its name.') }),
  rest: { method: 'DELETE', path: '/channels/{channel}' },
  effect: 'write',
  on: 'store',
  permission: 'settings.write',
  audit: (_, { removed }) => ({ removed }),
  run: async ({ store }, { channel }) => {
    const { db } = await store();
    const found = await requireChannel(db, channel);
    await db.deleteFrom('channel').where('id', '=', found.id).execute();
    return { removed: found.name };
  },
});

/** Posts a test to a channel, now. */
export const testChannelOperation = defineOperation({
  id: 'test_channel',
  words: { es: 'envía una prueba a un canal', en: 'send a test to a channel' },
  input: z.strictObject({ channel: id }),
  output: z.strictObject({ sent: z.string().describe('The name of the channel.') }),
  rest: { method: 'POST', path: '/channels/{channel}/test' },
  effect: 'write',
  on: 'store',
  permission: 'settings.write',
  audit: (_, { sent }) => ({ sent }),
  run: async ({ store, workspace, now, signal }, { channel: which }) => {
    const { db } = await store();
    const channel = await requireChannel(db, which);
    const words = noticeLetter[channel.language];
    const posted = {
      notice: null,
      others: [],
      title: words.test,
      lines: [fill(words.testLine, { name: workspace.settings.name })],
      figures: [],
      link: null,
      language: channel.language,
      company: workspace.settings.name,
    };
    const said = { posted, id: randomUUID(), seal: await sealOf(workspace) };
    const note = (error: string | null) =>
      db
        .updateTable('channel')
        .set(
          error === null
            ? { last_sent_at: storedInstant(now()), last_error: null, last_error_at: null }
            : { last_error: error, last_error_at: storedInstant(now()) },
        )
        .where('id', '=', channel.id)
        .execute();
    try {
      await postToChannel(channel, said, { workspace, now, signal: signal ?? new AbortController().signal });
    } catch (error) {
      const cause = error instanceof NotTaken ? error.cause : error;
      if (!(cause instanceof CuadroError)) throw cause;
      await note(cause.code);
      // Whoever tries it can mend it: it is no trouble of Cuadro's own.
      throw new CuadroError({
        code: cause.code,
        where: channel.name,
        ...(cause.found === null || cause.found === undefined ? {} : { found: cause.found }),
      });
    }
    await note(null);
    return { sent: channel.name };
  },
});
