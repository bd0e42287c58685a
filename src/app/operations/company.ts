import { z } from 'zod';
import { sampleName } from '../../sample/settings.ts';
import { answerableOf, pageQuestions } from '../answerable.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { lastDayOf, ratesOf } from '../told-in.ts';
import { version } from '../version.ts';

/** What every page says or needs of the company: formats, time zone, what there is to filter by. */
const output = z.strictObject({
  name: z.string(),
  locale: z.string().describe('BCP 47: es-ES.'),
  currency: z.string(),
  timezone: z.string(),
  week_starts_on: z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
  sample: z.boolean().describe('Whether this is the made-up company that comes with Cuadro.'),
  last_day: z.iso.date().nullable().describe('The last day that the data cover to its end; null: there are none yet.'),
  teams: z.array(z.string()),
  offices: z.array(z.string()),
  departments: z.array(z.string()),
  owners: z.array(z.string()).describe('Names of users of the CRM; none for whoever may not see names.'),
  segments: z.array(z.string()).describe('Names of saved segments.'),
  currencies: z
    .array(z.strictObject({ code: z.string(), rate: z.number().describe('What one of it is worth in the currency of the company.') }))
    .describe('Other currencies of which a rate is known on the last day.'),
  answers: z.array(z.enum(pageQuestions)).describe('Of what pages ask as a whole, what there are data for.'),
  version: z.string(),
});

export type CompanyOutput = Frozen<z.output<typeof output>>;

/** So many names fit a list that is searched by typing. */
const ownerLimit = 500;

/** The company as the page frame needs it. */
export const companyOperation = defineOperation({
  id: 'company',
  words: {
    es: 'la empresa: nombre, calendario, moneda y hasta cuándo hay datos',
    en: 'the company: name, calendar, currency and up to when there are data',
  },
  input: z.strictObject({}),
  output,
  rest: { method: 'GET', path: '/company' },
  effect: 'read',
  on: 'warehouse',
  permission: 'kpi.read',
  run: async (context): Promise<CompanyOutput> => {
    const { settings } = context.workspace;
    const engine = await openEngine(context, {});
    const { catalog, dialect, run } = engine;
    const valuesOf = async (field: string): Promise<readonly string[]> => {
      const column = dialect.identifier(field);
      const rows = await run(
        `select distinct ${column} as name from ${catalog.relation('user')} where ${column} is not null order by name limit ${ownerLimit}`,
      );
      return rows.map(({ name }) => String(name));
    };
    return {
      name: settings.name,
      locale: settings.locale,
      currency: settings.currency,
      timezone: settings.timezone,
      week_starts_on: settings.week_starts_on,
      sample: settings.name === sampleName,
      last_day: lastDayOf(engine),
      teams: await valuesOf('team'),
      offices: await valuesOf('office'),
      departments: await valuesOf('department'),
      owners: context.actor.personal === 'shown' || context.workspace.config.rights.colleagues === 'shown' ? await valuesOf('name') : [],
      segments: Object.keys(settings.segments),
      currencies: await ratesOf(engine),
      answers: [...answerableOf(engine)],
      version,
    };
  },
});
