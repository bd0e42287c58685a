import { z } from 'zod';
import { nextReview, type ReviewState, reviewState } from '../../insights/reviews/standing.ts';
import type { Kpi } from '../../kpis/kpi.ts';
import { missingFields, needsOf } from '../../kpis/resolve.ts';
import { CuadroError } from '../../model/error.ts';
import { storedInstant } from '../../store/instant.ts';
import type { ReviewTable } from '../../store/tables/review.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { areaSchema } from '../output/kpi.ts';
import { countSchema } from '../output/period.ts';
import { schemaOf } from '../output/schema-of.ts';
import { authorOf, namesOf } from '../people/author.ts';
import { requireMember } from '../people/member.ts';
import { newId } from '../people/token.ts';
import { noteDefinitions } from '../reviews/definition.ts';
import { kpisOnBoards } from '../reviews/followed.ts';
import { insteadOf } from '../reviews/instead.ts';
import { requirePermission } from '../rights/actor.ts';
import { readTargets } from '../targets/rows.ts';
import { todayIn } from '../today.ts';

const day = z.iso.date();
const decisions = ['keep', 'change', 'retire', 'revive'] as const;
const decisionSchema = z.enum(decisions).describe('revive: a retired one is in use again.');

const reviewSchema = z
  .strictObject({
    kpi: z.string(),
    name: z.string(),
    area: areaSchema,
    state: schemaOf<ReviewState>()(z.enum(['due', 'coming', 'unused', 'quiet', 'retired'])).describe(
      'unused: nobody follows or looks at it, so that it may go; quiet: nobody follows it, and it is too early to say.',
    ),
    owner: z.strictObject({ id: z.string().nullable(), name: z.string() }).nullable(),
    mine: z.boolean().describe('Whether whoever asks may decide about it.'),
    next_on: day.describe('When it is looked at again.'),
    retired_on: day.nullable(),
    replaced_by: z.strictObject({ id: z.string(), name: z.string() }).nullable().describe('What to look at instead of a retired one.'),
    followed: z.array(z.enum(['target', 'board', 'owner'])).describe('What holds it: a target, a board for all, somebody whose it is.'),
    looks: z.strictObject({
      people: countSchema.describe('How many members looked at it in the last so many days.'),
      days: countSchema.describe('On how many days.'),
      last: day.nullable(),
    }),
    decisions: z
      .array(
        z.strictObject({
          decision: decisionSchema,
          reason: z.string(),
          on: day,
          by: z.string().nullable(),
        }),
      )
      .describe('The latest first.'),
  })
  .meta({ id: 'KpiReview' });

const output = z.strictObject({
  today: day,
  every_months: countSchema.describe('How many months lie between two reviews.'),
  unused_days: countSchema.describe('After so many days without a look a KPI is proposed for retirement.'),
  counted_since: day.nullable().describe('Since when looks are counted; null: nobody who is signed in has looked yet.'),
  reviews: z.array(reviewSchema).describe('Those due first, then those that may go, then the others by day.'),
  due: countSchema,
  members: z
    .strictObject({ active: countSchema.describe('Who looked at a KPI in the last 30 days.'), all: countSchema })
    .describe('Adoption of Cuadro itself: kept apart from that of the CRM, which its own KPIs tell.'),
});

export type ReviewsOutput = Frozen<z.output<typeof output>>;

const order: readonly ReviewState[] = ['due', 'unused', 'coming', 'quiet', 'retired'];
const adoptionDays = 30;

/** Which KPIs are to be looked at again, whose they are, what was decided, and who looks at what. */
export const reviewsOperation = defineOperation({
  id: 'reviews',
  words: {
    es: 'qué indicadores toca revisar, de quién son, qué se decidió y cuánto se miran',
    en: 'which KPIs are due for review, whose they are, what was decided and how much they are looked at',
  },
  input: z.strictObject({
    kpi: z.string().min(1).max(100).optional().describe('Only this one.'),
    all: z.boolean().default(false).describe('Also those that nobody follows and of which it is too early to say more.'),
    language: z.enum(['es', 'en']),
  }),
  output,
  rest: { method: 'GET', path: '/reviews' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { kpi, all, language }): Promise<ReviewsOutput> => {
    const { actor, now, workspace } = context;
    const { every_months: everyMonths, unused_days: unusedDays } = workspace.config.reviews;
    const { db } = await context.store();
    const catalogue = await catalogueOf(workspace);
    const today = todayIn(context);
    await noteDefinitions(db, catalogue, workspace.settings, { now: now(), today });
    const opened = await openEngine(context, {});
    const chosen = kpi === undefined ? null : catalogue.find(kpi).id;
    const rows = new Map((await db.selectFrom('review').selectAll().execute()).map((row) => [row.kpi, row]));
    const decided = Map.groupBy(
      await db.selectFrom('review_decision').selectAll().orderBy('created_at', 'desc').orderBy('id').execute(),
      (row) => row.kpi,
    );
    const watched = new Map(
      (
        await db
          .selectFrom('definition')
          .select(({ fn }) => ['kpi', fn.min('from_day').as('day')])
          .groupBy('kpi')
          .execute()
      ).map((row) => [row.kpi, row.day]),
    );
    const since = Temporal.PlainDate.from(today).subtract({ days: unusedDays }).toString();
    const looks = await db.selectFrom('usage').selectAll().where('day', '>', since).execute();
    const looked = Map.groupBy(looks, (row) => row.kpi);
    const last = new Map(
      (
        await db
          .selectFrom('usage')
          .select(({ fn }) => ['kpi', fn.max('day').as('day')])
          .groupBy('kpi')
          .execute()
      ).map((row) => [row.kpi, row.day]),
    );
    const counted =
      (
        await db
          .selectFrom('usage')
          .select(({ fn }) => fn.min('day').as('day'))
          .executeTakeFirst()
      )?.day ?? null;
    const aimed = new Set((await readTargets(opened)).map((target) => target.kpi));
    const boards = await kpisOnBoards(db);
    const names = await namesOf(db, [
      ...[...rows.values()].map(({ owner_id }) => owner_id),
      ...[...decided.values()].flat().map(({ author_id }) => author_id),
    ]);
    const isComputable = (one: Kpi): boolean =>
      one.defaults.some((name) => missingFields(needsOf(one, one.variants[name], workspace.settings), opened.catalog).length === 0);
    const reviews = [...catalogue.kpis.values()].flatMap((one): ReviewsOutput['reviews'][number][] => {
      if (chosen !== null && one.id !== chosen) return [];
      const row = rows.get(one.id);
      const owner = ownerOf(row, names);
      const told = decided.get(one.id) ?? [];
      const followed = [
        ...(aimed.has(one.id) ? (['target'] as const) : []),
        ...(boards.has(one.id) ? (['board'] as const) : []),
        ...(owner ? (['owner'] as const) : []),
      ];
      const reviewed = {
        nextOn: row?.next_on ?? null,
        since: told[0]?.decided_on ?? watched.get(one.id) ?? today,
        retiredOn: row?.retired_on ?? null,
        isFollowed: followed.length > 0,
        lastLooked: last.get(one.id) ?? null,
      };
      const state = reviewState(reviewed, { everyMonths, unusedDays }, today, counted);
      if (chosen === null && !all && state === 'quiet') return [];
      // What cannot be computed is in nobody's way.
      if (chosen === null && state === 'unused' && !isComputable(one)) return [];
      const own = looked.get(one.id) ?? [];
      return [
        {
          kpi: one.id,
          name: one.texts[language].name,
          area: one.area,
          state,
          owner,
          mine: actor.permissions.has('catalogue.write') || (row?.owner_id != null && row.owner_id === actor.id),
          next_on: nextReview(reviewed, { everyMonths, unusedDays }),
          retired_on: row?.retired_on ?? null,
          replaced_by: row?.retired_on == null ? null : insteadOf(row.replaced_by, catalogue, language),
          followed,
          looks: {
            people: new Set(own.map(({ member_id }) => member_id)).size,
            days: new Set(own.map((look) => look.day)).size,
            last: last.get(one.id) ?? null,
          },
          decisions: told.slice(0, chosen === null ? 1 : 20).map((decision) => ({
            decision: decisions.find((known) => known === decision.decision) ?? 'keep',
            reason: decision.reason,
            on: decision.decided_on,
            by: authorOf(decision, names),
          })),
        },
      ];
    });
    const recently = Temporal.PlainDate.from(today).subtract({ days: adoptionDays }).toString();
    const { all: members } = await db
      .selectFrom('member')
      .select(({ fn }) => fn.countAll().as('all'))
      .where('active', '=', 1)
      .executeTakeFirstOrThrow();
    return {
      today,
      every_months: everyMonths,
      unused_days: unusedDays,
      counted_since: counted,
      reviews: reviews.toSorted(
        (one, other) =>
          order.indexOf(one.state) - order.indexOf(other.state) || (one.next_on < other.next_on ? -1 : one.next_on > other.next_on ? 1 : 0),
      ),
      due: reviews.filter(({ state }) => state === 'due').length,
      members: {
        active: new Set(looks.filter((look) => look.day > recently).map(({ member_id }) => member_id)).size,
        all: Number(members),
      },
    };
  },
});

const ownerOf = (row: ReviewTable | undefined, names: ReadonlyMap<string, string>): { id: string | null; name: string } | null => {
  if (!row) return null;
  const name = row.owner_id === null ? row.owner_name : names.get(row.owner_id);
  return name == null ? null : { id: row.owner_id, name };
};

/** Decides about a KPI: it stays, is to be changed, or is retired, with a reason. Whose it is may, and whoever may write the catalogue. */
export const reviewKpiOperation = defineOperation({
  id: 'review_kpi',
  words: {
    es: 'revisa un indicador: se mantiene, se cambia o se retira, con su motivo',
    en: 'review a KPI: keep, change or retire it, with a reason',
  },
  input: z.strictObject({
    kpi: z.string().min(1).max(100),
    decision: decisionSchema,
    reason: z.string().trim().min(1).max(2000),
    next_on: day.nullable().default(null).describe('When to look again. Null: after the usual time.'),
    replaced_by: z.string().min(1).max(100).nullable().default(null).describe('Of one that is retired: the KPI to look at instead.'),
  }),
  output: z.strictObject({ kpi: z.string(), decision: decisionSchema, next_on: day.nullable().describe('Null: it is retired.') }),
  rest: { method: 'POST', path: '/reviews' },
  effect: 'write',
  on: 'store',
  permission: 'self',
  audit: ({ decision, next_on }, { kpi }) => ({ kpi, decision, next_on }),
  run: async (context, { kpi, decision, reason, next_on, replaced_by }) => {
    const { actor, now, workspace } = context;
    const { db } = await context.store();
    const catalogue = await catalogueOf(workspace);
    const { id } = catalogue.find(kpi);
    const instead = replaced_by === null ? null : catalogue.find(replaced_by, 'replaced_by').id;
    if (instead === id) throw new CuadroError({ code: 'review_replaces_itself', where: id });
    const before = await db.selectFrom('review').selectAll().where('kpi', '=', id).executeTakeFirst();
    if (before?.owner_id == null || before.owner_id !== actor.id) requirePermission(actor, 'catalogue.write');
    const today = todayIn(context);
    const isRetired = decision === 'retire';
    if (decision === 'revive' && before?.retired_on == null) throw new CuadroError({ code: 'review_not_retired', where: id });
    const next = isRetired
      ? null
      : (next_on ?? Temporal.PlainDate.from(today).add({ months: workspace.config.reviews.every_months }).toString());
    const row: ReviewTable = {
      kpi: id,
      owner_id: before?.owner_id ?? null,
      owner_name: before?.owner_name ?? null,
      next_on: next,
      retired_on: isRetired ? (before?.retired_on ?? today) : null,
      replaced_by: isRetired ? instead : null,
    };
    await db.transaction().execute(async (transaction) => {
      if (before) await transaction.updateTable('review').set(row).where('kpi', '=', id).execute();
      else await transaction.insertInto('review').values(row).execute();
      await transaction
        .insertInto('review_decision')
        .values({
          id: newId(),
          kpi: id,
          decision,
          reason,
          author_id: actor.id,
          author_name: null,
          decided_on: today,
          next_on: next,
          created_at: storedInstant(now()),
        })
        .execute();
    });
    return { kpi: id, decision, next_on: next };
  },
});

/** Says whose a KPI is, or when it is looked at next. */
export const assignKpiOperation = defineOperation({
  id: 'assign_kpi',
  words: { es: 'dice de quién es un indicador y cuándo se revisa', en: 'say whose a KPI is and when it is reviewed' },
  input: z.strictObject({
    kpi: z.string().min(1).max(100),
    owner: z
      .string()
      .min(1)
      .max(200)
      .nullable()
      .optional()
      .describe('A member, by id or e-mail address; null: nobody. Left out: as it is.'),
    next_on: day.nullable().optional().describe('Null: when the usual time is over. Left out: as it is.'),
  }),
  output: z.strictObject({ kpi: z.string(), owner: z.string().nullable().describe('The name.'), next_on: day.nullable() }),
  rest: { method: 'POST', path: '/reviews/assignment' },
  effect: 'write',
  on: 'store',
  permission: 'catalogue.write',
  audit: (_, { kpi, next_on }) => ({ kpi, next_on }),
  run: async (context, { kpi, owner, next_on }) => {
    const { db } = await context.store();
    const { id } = (await catalogueOf(context.workspace)).find(kpi);
    const member = owner == null ? null : await requireMember(db, owner);
    const before = await db.selectFrom('review').selectAll().where('kpi', '=', id).executeTakeFirst();
    const usual = Temporal.PlainDate.from(todayIn(context)).add({ months: context.workspace.config.reviews.every_months }).toString();
    const row: ReviewTable = {
      kpi: id,
      owner_id: owner === undefined ? (before?.owner_id ?? null) : (member?.id ?? null),
      owner_name: owner === undefined ? (before?.owner_name ?? null) : null,
      // Whoever takes a KPI up is reminded of it.
      next_on: next_on === undefined ? (before?.next_on ?? (member ? usual : null)) : next_on,
      retired_on: before?.retired_on ?? null,
      replaced_by: before?.replaced_by ?? null,
    };
    if (before) await db.updateTable('review').set(row).where('kpi', '=', id).execute();
    else await db.insertInto('review').values(row).execute();
    const names = await namesOf(db, [row.owner_id]);
    return { kpi: id, owner: ownerOf(row, names)?.name ?? null, next_on: row.next_on };
  },
});
