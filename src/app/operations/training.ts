import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import { defineOperation } from '../operation.ts';
import { requireMember } from '../people/member.ts';

const record = z.strictObject({
  id: z.string(),
  member: z.string(),
  email: z.string(),
  kind: z.string(),
  passed_at: z.string(),
  expires_at: z.string(),
  recorded_by: z.string(),
});

/** Who passed which training, and until when it counts. */
export const trainingOperation = defineOperation({
  id: 'training',
  words: {
    es: 'quién tiene qué formación y hasta cuándo vale',
    en: 'who passed which training, and until when it counts',
  },
  input: z.strictObject({}),
  output: z.strictObject({ required_for: z.array(z.string()), records: z.array(record) }),
  rest: { method: 'GET', path: '/training' },
  effect: 'read',
  on: 'store',
  permission: 'people.read',
  audit: (_, { records }) => ({ rows: records.length }),
  run: async ({ store, workspace: { config } }) => {
    const { db } = await store();
    const rows = await db
      .selectFrom('training')
      .innerJoin('auth_user', 'auth_user.id', 'training.user_id')
      .selectAll('training')
      .select('auth_user.email')
      .orderBy('training.passed_at', 'desc')
      .execute();
    const records = rows.map(({ user_id, ...row }) => ({ ...row, member: user_id }));
    return { required_for: config.rights.training.required_for, records };
  },
});

/** Writes down that somebody passed a training: nobody does it for themselves but an owner. */
export const recordTrainingOperation = defineOperation({
  id: 'record_training',
  words: {
    es: 'anota que alguien ha superado una formación',
    en: 'write down that somebody passed a training',
  },
  input: z.strictObject({
    /** An id or an e-mail address. */
    member: z.string().min(1),
    kind: z.string().trim().min(1).max(100).default('data_protection'),
    /** Default: today. */
    passed_on: z.iso.date().optional(),
    /** Default: as `rights.training` says. */
    valid_days: z.int().min(1).max(3_650).optional(),
  }),
  output: record,
  rest: { method: 'POST', path: '/training' },
  effect: 'write',
  on: 'store',
  permission: 'people.write',
  audit: (_, { id, member, kind, expires_at }) => ({ training: id, member, kind, expires_at }),
  run: async ({ store, actor, now, workspace: { config } }, input) => {
    const { db } = await store();
    const member = await requireMember(db, input.member);
    if (member.id === actor.id && actor.role !== 'owner') throw new CuadroError({ code: 'training_own', where: 'member' });
    const at = now();
    const passed = input.passed_on === undefined ? at : Temporal.Instant.from(`${input.passed_on}T00:00Z`);
    if (Temporal.Instant.compare(passed, at) > 0)
      throw new CuadroError({ code: 'training_future', where: 'passed_on', found: input.passed_on ?? '' });
    const text = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: 'millisecond' });
    const row = {
      id: randomUUID(),
      user_id: member.id,
      kind: input.kind,
      passed_at: text(passed),
      expires_at: text(passed.add({ hours: 24 * (input.valid_days ?? config.rights.training.valid_days) })),
      recorded_by: actor.name,
    };
    await db.insertInto('training').values(row).execute();
    const { user_id, ...rest } = row;
    return { ...rest, member: user_id, email: member.email };
  },
});
