import { z } from 'zod';
import { tellSimulation } from '../../i18n/alerts.ts';
import { ruleGrains, testsOf } from '../../insights/alerts/rule.ts';
import { simulate } from '../../insights/alerts/simulate.ts';
import { chanceAmong, testsAMonth } from '../../insights/alerts/together.ts';
import { CuadroError } from '../../model/error.ts';
import { unitOf } from '../alerts/of-alert.ts';
import { ruleOf, ruleSchema } from '../alerts/rule.ts';
import { readRules } from '../alerts/rules.ts';
import { toldRule } from '../alerts/told.ts';
import { grainOf, watchesOf } from '../alerts/watches.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { unitSchema } from '../output/kpi.ts';
import { countSchema, periodSchema } from '../output/period.ts';
import { mayKnowOf } from '../subject/about.ts';
import { requireKnown } from '../subject/require.ts';
import { readPeople } from '../subject/visible.ts';
import { readTargets } from '../targets/rows.ts';
import { todayIn } from '../today.ts';

const number = z.number().nullable();

const output = z.strictObject({
  rule_says: z.string(),
  unit: unitSchema,
  grain: z.enum(ruleGrains),
  says: z.string().describe('How often it would have fired, and how often for something that lasted.'),
  judged: countSchema.describe('Periods that could be judged, of all scopes.'),
  fired: countSchema,
  real: countSchema.describe('That the next period still showed.'),
  fleeting: countSchema.describe('That the next period did not show any more.'),
  per_year: z.number(),
  limit: z.number().describe('The chance below which it tells, as one of all the rules there are.'),
  episodes: z.array(
    z.strictObject({
      scope: z.string().nullable(),
      fired: periodSchema,
      value: number,
      expected: number,
      chance: number,
      until: periodSchema.nullable().describe('The last period of it; null: it goes on.'),
      periods: countSchema,
      real: z.boolean().nullable().describe('Whether the next period still showed it; null: not known yet.'),
    }),
  ),
});

export type SimulateAlertOutput = Frozen<z.output<typeof output>>;

/** Three years at most. */
const back = { day: 90, week: 104, month: 36, quarter: 16 } as const;

/** What a rule would have done with the past, before it is saved: each period judged by what came before it alone. */
export const simulateAlertOperation = defineOperation({
  id: 'simulate_alert',
  words: {
    es: 'prueba una regla con la historia: cuántas veces habría avisado, cuándo y si fue de verdad',
    en: 'try a rule on history: how often it would have told, when, and whether it was real',
  },
  input: z.strictObject({ rule: ruleSchema, language: z.enum(['es', 'en']) }),
  output,
  rest: { method: 'POST', path: '/alerts/simulation' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { rule: given, language }): Promise<SimulateAlertOutput> => {
    const { about, catalogue, opened } = await requireKnown(context, { kpi: given.kpi, scope: given.scope, customer: null });
    const text = { ...given, kpi: about.kpi ?? given.kpi };
    const rule = ruleOf('simulated', text);
    const { db } = await context.store();
    const others = (await readRules(db)).filter(({ isActive }) => isActive);
    const people = opened.catalog.sight ? await readPeople(opened) : [];
    const { watched: all, unwatched } = await watchesOf([rule], {
      catalogue,
      opened,
      people,
      targets: await readTargets(opened),
      to: undefined,
      today: todayIn(context),
      signal: context.signal,
    });
    const why = unwatched.get(rule.id);
    if (why !== undefined) throw new CuadroError({ code: 'alert_rule_unfit', where: text.kpi, found: why });
    const known = await mayKnowOf(
      all.map(({ scope }) => ({ kpi: text.kpi, scope, customer: null })),
      { opened, catalogue },
    );
    const watched = all.filter((_, index) => known[index]);
    // A rule for each member of a dimension is as many tests as have been judged.
    const judgedOf = new Map(
      (
        await db
          .selectFrom('alert')
          .select(({ fn }) => ['rule_id', fn.countAll().as('scopes')])
          .groupBy('rule_id')
          .execute()
      ).map(({ rule_id, scopes }) => [rule_id, Number(scopes)]),
    );
    const beside = others.reduce(
      (sum, { id, rule: other }) =>
        sum + Math.max(1, judgedOf.get(id) ?? 0) * testsOf(other, grainOf(other, catalogue.kpis.get(other.kpi))),
      0,
    );
    const limit = chanceAmong(beside + testsAMonth(watched));
    const runs = watched.map((watch) => ({
      scope: watch.scope,
      // The members are tests of one another's month too.
      ...simulate(watch, { others: beside + testsAMonth(watched) - watch.perMonth, back: back[watch.grain] }),
    }));
    const episodes = runs
      .flatMap(({ scope, episodes: own }) => own.map((one) => ({ scope, ...one })))
      .toSorted((one, other) => (one.fired.start < other.fired.start ? 1 : -1));
    const real = episodes.filter(({ isConfirmed }) => isConfirmed === true).length;
    const fleeting = episodes.filter(({ isConfirmed }) => isConfirmed === false).length;
    const perYear = runs.reduce((sum, one) => sum + one.perYear, 0);
    const judged = runs.reduce((sum, one) => sum + one.judged, 0);
    const kept = { id: '', rule, text, name: null, ownerId: null, isShared: false, isDefault: false, isActive: true };
    const telling = { catalogue, settings: context.workspace.settings };
    return {
      rule_says: toldRule(kept, context.actor, telling, language, undefined).says,
      unit: unitSchema.parse(unitOf(rule.condition, catalogue.kpis.get(text.kpi)?.unit ?? 'count')),
      grain: watched[0]?.grain ?? 'month',
      says: tellSimulation({ fired: episodes.length, real, fleeting, judged, perYear }, language),
      judged,
      fired: episodes.length,
      real,
      fleeting,
      per_year: perYear,
      limit,
      episodes: episodes.map(({ scope, fired, value, expected, p, until, periods, isConfirmed }) => ({
        scope,
        fired,
        value,
        expected,
        chance: p,
        until,
        periods,
        real: isConfirmed,
      })),
    };
  },
});
