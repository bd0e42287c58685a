import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import { storedInstant } from '../../store/instant.ts';
import type { DecisionTable } from '../../store/tables/decision.ts';
import { catalogueOf } from '../catalogue.ts';
import { aboutColumns, aboutIn, saidOf, saidOfSchema } from '../comments/about.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { answeredShape } from '../output/answered.ts';
import { countSchema } from '../output/period.ts';
import { authorOf, mayChange, namesOf } from '../people/author.ts';
import { newId } from '../people/token.ts';
import { mayKnowOf } from '../subject/about.ts';
import { requireKnown } from '../subject/require.ts';
import { todayIn } from '../today.ts';

const day = z.iso.date();

const decisionSchema = z
  .strictObject({
    id: z.string(),
    about: z.strictObject(answeredShape(saidOfSchema.shape)),
    name: z.string().nullable().describe('Of the KPI.'),
    what: z.string(),
    why: z.string(),
    decided_by: z.string().nullable(),
    decided_on: day,
    next_look: day.nullable().describe('The day to look at it again.'),
    due: z.boolean().describe('That day has come, and nobody has said what came of it.'),
    outcome: z.string().nullable().describe('What came of it.'),
    closed_at: z.string().nullable(),
    author: z.string().nullable().describe('Who wrote it down.'),
    editable: z.boolean(),
  })
  .meta({ id: 'Decision' });

const output = z.strictObject({
  decisions: z.array(decisionSchema).describe('Those due first, then the latest.'),
  due: countSchema,
});

export type DecisionsOutput = Frozen<z.output<typeof output>>;

/** What was decided about figures: what, why, by whom, when, and when to look again. */
export const decisionsOperation = defineOperation({
  id: 'decisions',
  words: {
    es: 'las decisiones: qué, por qué, quién, cuándo y cuándo se revisan',
    en: 'the decisions: what, why, who, when, and when to look again',
  },
  input: z.strictObject({
    kpi: z.string().min(1).max(100).optional(),
    due: z.boolean().default(false).describe('Only those whose day to look again has come.'),
    limit: z.int().min(1).max(200).default(50),
    language: z.enum(['es', 'en']),
  }),
  output,
  rest: { method: 'POST', path: '/decisions/search' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { kpi, due, limit, language }): Promise<DecisionsOutput> => {
    const { db } = await context.store();
    const catalogue = await catalogueOf(context.workspace);
    let found = db.selectFrom('decision').selectAll();
    if (kpi !== undefined) found = found.where('kpi', '=', catalogue.find(kpi).id);
    const rows = await found.orderBy('decided_on', 'desc').orderBy('id').execute();
    if (rows.length === 0) return { decisions: [], due: 0 };
    const today = todayIn(context);
    const isDue = ({ next_look, closed_at }: DecisionTable): boolean => next_look !== null && next_look <= today && closed_at === null;
    const known = await mayKnowOf(rows.map(aboutIn), { opened: await openEngine(context, {}), catalogue });
    const mine = rows.filter((row, index) => known[index] && (!due || isDue(row)));
    const names = await namesOf(
      db,
      mine.map(({ author_id }) => author_id),
    );
    const ordered = mine.toSorted((one, other) => Number(isDue(other)) - Number(isDue(one)));
    return {
      decisions: ordered.slice(0, limit).map((row) => ({
        id: row.id,
        about: saidOf(row),
        name: row.kpi === null ? null : (catalogue.kpis.get(row.kpi)?.texts[language].name ?? row.kpi),
        what: row.what,
        why: row.why,
        decided_by: row.decided_by,
        decided_on: row.decided_on,
        next_look: row.next_look,
        due: isDue(row),
        outcome: row.outcome,
        closed_at: row.closed_at,
        author: authorOf(row, names),
        editable: mayChange(context.actor, row),
      })),
      due: ordered.filter(isDue).length,
    };
  },
});

/** Writes down what was decided, or changes it. */
export const decideOperation = defineOperation({
  id: 'decide',
  words: { es: 'deja constancia de una decisión', en: 'write down a decision' },
  input: z.strictObject({
    id: z.string().min(1).max(100).nullable().default(null).describe('Null: a new one.'),
    ...saidOfSchema.shape,
    what: z.string().trim().min(1).max(1000),
    why: z.string().trim().min(1).max(2000),
    decided_by: z.string().trim().min(1).max(200).nullable().default(null).describe('Null: whoever writes it down.'),
    decided_on: day.nullable().default(null).describe('Null: today.'),
    next_look: day.nullable().default(null).describe('When to look again at what came of it.'),
  }),
  output: z.strictObject({ id: z.string(), decided_on: day }),
  rest: { method: 'POST', path: '/decisions' },
  effect: 'write',
  on: 'both',
  permission: 'self',
  audit: ({ scope, next_look }, { id }) => ({ decision: id, scoped: scope !== null, next_look }),
  run: async (context, { id, what, why, decided_by, decided_on, next_look, ...wanted }) => {
    const { actor, now } = context;
    const { db } = await context.store();
    const before = id === null ? null : await requireDecision(context, id);
    const { about } = await requireKnown(
      context,
      before ? aboutIn(before) : { kpi: wanted.kpi, scope: wanted.scope, customer: wanted.customer },
    );
    const on = decided_on ?? before?.decided_on ?? todayIn(context);
    const by = decided_by ?? before?.decided_by ?? (await namesOf(db, [actor.id])).get(actor.id ?? '') ?? null;
    const told = { what, why, decided_by: by, decided_on: on, next_look };
    const own = before?.id ?? newId();
    if (before) await db.updateTable('decision').set(told).where('id', '=', own).execute();
    else {
      const row = { id: own, author_id: actor.id, author_name: null, ...aboutColumns({ ...wanted, ...about }), ...told };
      await db
        .insertInto('decision')
        .values({ ...row, outcome: null, closed_at: null, created_at: storedInstant(now()) })
        .execute();
    }
    return { id: own, decided_on: on };
  },
});

/** Says what came of a decision: it is not due any more. */
export const closeDecisionOperation = defineOperation({
  id: 'close_decision',
  words: { es: 'dice en qué quedó una decisión', en: 'say what came of a decision' },
  input: z.strictObject({ decision: z.string().min(1).max(100), outcome: z.string().trim().min(1).max(2000) }),
  output: z.strictObject({ id: z.string() }),
  rest: { method: 'POST', path: '/decisions/{decision}/outcome' },
  effect: 'write',
  on: 'both',
  permission: 'self',
  audit: ({ decision }) => ({ decision }),
  run: async (context, { decision, outcome }) => {
    const found = await requireDecision(context, decision);
    const { db } = await context.store();
    await db
      .updateTable('decision')
      .set({ outcome, closed_at: storedInstant(context.now()) })
      .where('id', '=', found.id)
      .execute();
    return { id: found.id };
  },
});

/** @throws CuadroError `decision_unknown` also where they may not know of it; `not_yours` */
async function requireDecision(context: Parameters<typeof requireKnown>[0], id: string): Promise<DecisionTable> {
  const { db } = await context.store();
  const found = await db.selectFrom('decision').selectAll().where('id', '=', id).executeTakeFirst();
  const unknown = new CuadroError({ code: 'decision_unknown', where: 'decision', found: id });
  if (!found) throw unknown;
  const [mayKnow = false] = await mayKnowOf([aboutIn(found)], {
    opened: await openEngine(context, {}),
    catalogue: await catalogueOf(context.workspace),
  });
  if (!mayKnow) throw unknown;
  if (!mayChange(context.actor, found)) throw new CuadroError({ code: 'not_yours' });
  return found;
}
