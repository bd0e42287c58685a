import { z } from 'zod';
import { unitSchema } from '../output/kpi.ts';
import { memberRoles } from '../people/grant.ts';
import { aboutSchema } from '../subject/about.ts';

const words = z.strictObject({ es: z.string().min(1).max(2_000), en: z.string().min(1).max(2_000) });

/** Where a notice leads: a page of the web with its state, below its own address and nowhere else. */
const path = z
  .string()
  .max(2_000)
  .regex(/^\/(?![/\\])/)
  .nullable();

/** What people have written about it: shown as it is, cut where it is long. */
const written = z.string().min(1).max(4_000);

const alert = z.strictObject({
  /** The event, by which its notices belong together. */
  alert: z.string().min(1).max(200),
  rule: written.nullable().describe('As whoever made the rule has called it; null: as its KPI.'),
  says: words.nullable().describe('What has happened, in a sentence. Null: value and limit say it.'),
  value: z.number().nullable(),
  limit: z.number().nullable(),
  unit: unitSchema.nullable(),
  day: z.iso.date().nullable().describe('The last day of what was looked at.'),
  why: words.nullable().describe('What of the change is due to what.'),
  path,
});

/** What each kind of notice is made of. Words come of it in the reader's language, once it is known that they may know of it. */
export const noticeFacts = {
  alert_firing: alert,
  alert_recovered: alert,
  alert_escalated: alert,
  mention: z.strictObject({ by: written, text: written, path }),
  assigned: z.strictObject({ by: written, title: written, due: z.iso.date().nullable(), path }),
  action_due: z.strictObject({ title: written, due: z.iso.date(), path }),
  review_due: z.strictObject({ due: z.iso.date(), path }),
  decision_due: z.strictObject({ title: written, due: z.iso.date(), path }),
  kudos: z.strictObject({ by: written, text: written, path }),
} as const;

export type NoticeKind = keyof typeof noticeFacts;

export const noticeKinds = Object.keys(noticeFacts) as readonly NoticeKind[];

/** Whom a notice is for. Groups are looked up when it is delivered; a channel by its id. */
export const audienceSchema = z
  .array(
    z.union([
      z.string().min(1).max(200),
      z.strictObject({ role: z.enum(memberRoles) }),
      z.strictObject({ team: z.string().min(1).max(200) }),
      z.strictObject({ department: z.string().min(1).max(200) }),
      z.strictObject({ channel: z.string().min(1).max(200) }),
    ]),
  )
  .max(1_000);

const kind = <Kind extends NoticeKind, More extends z.ZodRawShape>(id: Kind, more: More) =>
  z.strictObject({ ...more, kind: z.literal(id), facts: noticeFacts[id] });

const kindsWith = <More extends z.ZodRawShape>(more: More) =>
  z.discriminatedUnion('kind', [
    kind('alert_firing', more),
    kind('alert_recovered', more),
    kind('alert_escalated', more),
    kind('mention', more),
    kind('assigned', more),
    kind('action_due', more),
    kind('review_due', more),
    kind('decision_due', more),
    kind('kudos', more),
  ]);

export const noticeSchema = kindsWith({
  key: z.string().min(1).max(500),
  to: audienceSchema,
  about: aboutSchema,
  /** What is told in the same transaction of one cause, and which of it is the most telling: each reader gets one notice of all that is for them. */
  together: z
    .strictObject({ cause: z.string().min(1).max(100), place: z.int().min(0) })
    .nullable()
    .default(null),
});

/** What of a notice its words are made of. */
export const factsSchema = kindsWith({});

/** Something that people are to be told. */
export type Notice = z.input<typeof noticeSchema>;
