import { z } from 'zod';
import { ranksOf } from '../../insights/leaderboard/ranks.ts';
import { resolveKpi } from '../../kpis/resolve.ts';
import { answer, watermarkOf } from '../../metrics/engine.ts';
import { querySchema } from '../../metrics/query.ts';
import { CuadroError } from '../../model/error.ts';
import { storedInstant } from '../../store/instant.ts';
import { catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import { tell } from '../notices/tell.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { countSchema } from '../output/period.ts';
import { authorOf, namesOf } from '../people/author.ts';
import { allMembers } from '../people/member.ts';
import { newId } from '../people/token.ts';
import { columnShown } from '../rights/seen.ts';
import { openTotals } from '../rights/totals.ts';

const day = z.iso.date();
const jobs = { sales: 'default', service: 'service', marketing: 'marketing' } as const;
const jobSchema = z.enum(['sales', 'service', 'marketing']).describe('Deals won; satisfied customers; qualified leads of their campaigns.');

/** The KPI of what people achieve, each job by a variant of its own. */
const kpiId = 'rep_performance';
/** What is compared over: in fewer months chance hides everything. */
const usualMonths = 12;

const interval = z.tuple([z.number(), z.number()]).nullable();

const kudosSchema = z.strictObject({
  id: z.string(),
  person: z.string().describe('The name.'),
  from: z.string().nullable(),
  text: z.string(),
  at: z.string(),
});

const output = z.strictObject({
  job: jobSchema,
  name: z.string().describe('What is counted.'),
  period: z.strictObject({ start: day, end: day }).nullable().describe('Null: there are no data.'),
  people: z
    .array(
      z.strictObject({
        name: z.string(),
        value: z.number().describe('Their share, drawn towards everybody’s by the number of their cases.'),
        interval: interval.describe('95 %.'),
        raw: z.number().nullable().describe('As it was counted.'),
        n: countSchema,
        place: countSchema,
        best: countSchema.describe('The best place that chance leaves open.'),
        worst: countSchema,
        verdict: z
          .enum(['within', 'above', 'far_above', 'below', 'far_below'])
          .nullable()
          .describe('Beyond what chance explains of a difference from everybody; null: too few cases or too few people.'),
      }),
    )
    .describe('The first one first.'),
  hidden: countSchema.describe('People with too few cases to be shown.'),
  kudos: z.array(kudosSchema).describe('Thanks of the last months, the latest first.'),
});

export type LeaderboardOutput = Frozen<z.output<typeof output>>;

const verdicts = ['within', 'above', 'far_above', 'below', 'far_below'] as const;
const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Who achieves most of what counts, with how sure the order is: places that chance leaves open stand beside it. */
export const leaderboardOperation = defineOperation({
  id: 'leaderboard',
  words: {
    es: 'quién consigue más en su puesto, con lo seguro que es el orden, y los reconocimientos',
    en: 'who achieves most in their job, with how sure the order is, and the thanks given',
  },
  input: z.strictObject({
    job: jobSchema.default('sales'),
    from: day.optional().describe('Default: a year before `to`.'),
    to: day.optional().describe('Default: the last day that the data cover.'),
    where: querySchema.shape.where,
    language: z.enum(['es', 'en']),
  }),
  output,
  rest: { method: 'POST', path: '/leaderboard' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context, { job, from, to, where, language }): Promise<LeaderboardOutput> => {
    const kpi = (await catalogueOf(context.workspace)).find(kpiId);
    const variant = jobs[job];
    const opened = await openEngine(context, {});
    const asked = resolveKpi(kpi, opened.catalog, { variant, by: ['owner.name'], where });
    const name = kpi.variants[variant]?.label[language] ?? kpi.texts[language].name;
    const complete = asked.missing.length > 0 ? null : (watermarkOf(asked.metric, opened.catalog)?.lastCompleteDay ?? null);
    const { db } = await context.store();
    const isNamed = columnShown('user', 'name', opened.catalog) === 'whole';
    const kudos = isNamed ? await kudosOf() : [];
    if (complete === null) return { job, name, period: null, people: [], hidden: 0, kudos };
    const end = to !== undefined && to < complete ? to : complete;
    const start = from ?? Temporal.PlainDate.from(end).add({ days: 1 }).subtract({ months: usualMonths }).toString();
    const question = querySchema.parse({
      kpis: [kpiId],
      variant,
      from: start,
      to: end,
      grain: 'total',
      by: ['owner.name'],
      where,
      periods: 'partial',
    });
    const engine = openTotals(opened, { ...question, metrics: [asked.metric] });
    const { cells } = await answer(question, [asked], engine);
    const found = cells.flatMap(({ group, value, n, ci, detail, reasons }) => {
      const who = group['owner.name'];
      if (who == null || value === null || n === 0) return [];
      const verdict = verdicts.find((one) => one === detail?.verdict) ?? null;
      return [
        {
          name: who,
          value,
          interval: ci ? ([ci[0], ci[1]] as [number, number]) : null,
          raw: numberIn(detail?.raw),
          n,
          verdict: reasons.includes('small_sample') ? null : verdict,
        },
      ];
    });
    const ranks = ranksOf(found, true);
    return {
      job,
      name,
      period: { start, end },
      people: found
        .flatMap((one, index) => {
          const rank = ranks[index];
          return rank ? [{ ...one, ...rank }] : [];
        })
        .toSorted((one, other) => one.place - other.place || one.name.localeCompare(other.name)),
      hidden: cells.filter(({ reasons }) => reasons.includes('small_group')).length,
      kudos,
    };

    async function kudosOf(): Promise<LeaderboardOutput['kudos']> {
      const since = storedInstant(context.now().subtract({ hours: 24 * 366 }));
      const rows = await db
        .selectFrom('kudos')
        .selectAll()
        .where('created_at', '>', since)
        .orderBy('created_at', 'desc')
        .limit(50)
        .execute();
      if (rows.length === 0 || opened.catalog.rows('user') === 0) return [];
      const users = await opened.run(`select _source, id, name from ${opened.catalog.relation('user')}`);
      const called = new Map(users.map((user) => [JSON.stringify([user._source, user.id]), String(user.name ?? '')]));
      const givers = await namesOf(
        db,
        rows.map(({ from_id }) => from_id),
      );
      return rows.flatMap((row) => {
        const person = called.get(JSON.stringify([row.person_source, row.person_id]));
        if (person === undefined) return [];
        return [
          {
            id: row.id,
            person,
            from: authorOf({ author_id: row.from_id, author_name: row.from_name }, givers),
            text: row.text,
            at: row.created_at,
          },
        ];
      });
    }
  },
});

/** Thanks someone of the company: all may read it, and whoever has an account is told. */
export const giveKudosOperation = defineOperation({
  id: 'give_kudos',
  words: { es: 'reconoce el trabajo de alguien', en: "recognise someone's work" },
  input: z.strictObject({
    person: z.string().trim().min(1).max(200).describe('The name of a user of the CRM.'),
    text: z.string().trim().min(1).max(500),
  }),
  output: z.strictObject({ id: z.string(), person: z.string(), told: z.boolean().describe('Whether they have an account, and are told.') }),
  rest: { method: 'POST', path: '/kudos' },
  effect: 'write',
  on: 'both',
  permission: 'self',
  audit: (_, { id, told }) => ({ kudos: id, told }),
  run: async (context, { person, text }) => {
    const { actor, now, workspace } = context;
    const { catalog, dialect, run } = await openEngine(context, {});
    const isNamed = columnShown('user', 'name', catalog) === 'whole';
    const [user, another] =
      !isNamed || catalog.rows('user') === 0
        ? []
        : await run(
            `select _source, id, name from ${catalog.relation('user')} where name = ${dialect.text(person)} order by _source, id limit 2`,
          );
    if (!user || another) throw new CuadroError({ code: 'kudos_person', where: 'person', found: person });
    const { db } = await context.store();
    const [source, id] = [String(user._source), String(user.id)];
    const member = (await allMembers(db)).find(
      ({ active, grant: { crmUser } }) => active && crmUser?.source === source && crmUser.id === id,
    );
    const own = newId();
    const by = (await namesOf(db, [actor.id])).get(actor.id ?? '') ?? workspace.settings.name;
    await db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('kudos')
        .values({
          id: own,
          from_id: actor.id,
          from_name: null,
          person_source: source,
          person_id: id,
          kpi: null,
          from_day: null,
          to_day: null,
          text,
          created_at: storedInstant(now()),
        })
        .execute();
      if (member) {
        const about = { kpi: null, scope: null, customer: null };
        await tell(
          transaction,
          { key: `kudos:${own}`, kind: 'kudos', to: [member.id], about, facts: { by, text, path: '/people' } },
          now(),
        );
      }
    });
    return { id: own, person, told: member !== undefined };
  },
});
