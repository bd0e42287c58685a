import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import { type Audience, audienceOf } from '../actions/audience.ts';
import { csvLine } from '../csv.ts';
import { openEngine } from '../engine.ts';
import { openSecret, requireChannel } from '../notices/channel.ts';
import { sealOf } from '../notices/sealed.ts';
import { destinationOf } from '../notices/send/destination.ts';
import { post } from '../notices/send/post.ts';
import { signatureHeaders } from '../notices/send/signature.ts';
import { requireTaken } from '../notices/send/taken.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { countSchema } from '../output/period.ts';
import { todayIn } from '../today.ts';

const segment = z.string().min(1).max(200).describe('A saved segment.');

const leftOutSchema = z
  .strictObject({
    unsubscribed: countSchema,
    no_consent: countSchema.describe('Whose consent says no.'),
    no_address: countSchema.describe('Without e-mail and telephone.'),
    repeated: countSchema.describe('The same address again.'),
  })
  .describe('Of the segment, who is not in the audience and why.');

const output = z.strictObject({
  segment: z.string(),
  of: z.enum(['contact', 'lead']),
  people: countSchema,
  left_out: leftOutSchema,
  csv: z.string().describe('RFC 4180, in UTF-8; no cell is taken for a formula.'),
});

export type AudienceOutput = Frozen<z.output<typeof output>>;

const toldLeftOut = ({ unsubscribed, noConsent, noAddress, repeated }: Audience['leftOut']) => ({
  ...{ unsubscribed, repeated },
  no_consent: noConsent,
  no_address: noAddress,
});

const columns = ['source', 'id', 'name', 'email', 'phone', 'account', 'company', 'consent'] as const;

/** Whom to write to: the people of a segment as a file for whatever sends it. */
export const audienceOperation = defineOperation({
  id: 'audience',
  words: {
    es: 'la audiencia de un segmento como CSV, sin quien se ha dado de baja',
    en: 'the audience of a segment as CSV, without those who unsubscribed',
  },
  input: z.strictObject({ segment }),
  output,
  rest: { method: 'POST', path: '/audiences' },
  effect: 'read',
  on: 'warehouse',
  permission: 'export',
  audit: ({ segment: name }, { people }) => ({ segment: name, rows: people }),
  run: async (context, { segment: name }): Promise<AudienceOutput> => {
    const audience = await audienceOf(name, await openEngine(context, {}));
    const lines = audience.members.map((member) => csvLine(columns.map((column) => member[column] ?? '')));
    return {
      segment: name,
      of: audience.of,
      people: audience.members.length,
      left_out: toldLeftOut(audience.leftOut),
      csv: [csvLine(columns), ...lines].join(''),
    };
  },
});

/** People in one message. */
const perMessage = 1_000;
const patienceMs = 15_000;

/** The same people of the same segment on the same day have the same id: what is sent again after it went wrong is known by it, and taken once. */
const idOf = (audience: Audience, on: string, key: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([audience.segment, on, audience.members]))
    .digest('base64url');

/** Sends the people of a segment to a webhook that was set up here, signed, a thousand at a time. Nothing of it is kept. */
export const sendAudienceOperation = defineOperation({
  id: 'send_audience',
  words: {
    es: 'envía la audiencia de un segmento a un webhook, firmada',
    en: 'send the audience of a segment to a webhook, signed',
  },
  input: z.strictObject({ segment, channel: z.string().min(1).max(200).describe('The id or name of a channel that is a webhook.') }),
  output: z.strictObject({ segment: z.string(), people: countSchema, messages: countSchema, left_out: leftOutSchema }),
  rest: { method: 'POST', path: '/audiences/deliveries' },
  effect: 'write',
  on: 'both',
  permission: 'export',
  audit: ({ segment: name }, { people, messages }) => ({ segment: name, rows: people, messages }),
  run: async (context, { segment: name, channel: which }) => {
    const { workspace, now, signal } = context;
    const { db } = await context.store();
    const channel = await requireChannel(db, which);
    if (channel.kind !== 'webhook' || !channel.active)
      throw new CuadroError({ code: 'audience_channel', where: 'channel', found: channel.name });
    const audience = await audienceOf(name, await openEngine(context, {}));
    const { url, key } = openSecret(channel.sealed, await sealOf(workspace));
    const allowed = workspace.config.notices.private_hosts;
    const destination = destinationOf(url, allowed);
    const on = todayIn(context);
    const audienceId = idOf(audience, on, key);
    const parts = Math.max(1, Math.ceil(audience.members.length / perMessage));
    for (let part = 0; part < parts; part++) {
      signal?.throwIfAborted();
      const at = now();
      const people = audience.members.slice(part * perMessage, (part + 1) * perMessage);
      const head = { type: 'audience', audience: audienceId, segment: name, of: audience.of, on, part: part + 1, parts };
      const body = JSON.stringify({ ...head, total: audience.members.length, people });
      const id = `${audienceId}.${part + 1}`;
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Cuadro',
        ...signatureHeaders(key, { id, seconds: Math.floor(at.epochMilliseconds / 1_000), body }),
      };
      const answer = await post(destination, {
        headers,
        body,
        allowed,
        timeoutMs: patienceMs,
        signal: signal ?? new AbortController().signal,
      });
      requireTaken(channel.kind, answer);
    }
    return { segment: name, people: audience.members.length, messages: parts, left_out: toldLeftOut(audience.leftOut) };
  },
});
