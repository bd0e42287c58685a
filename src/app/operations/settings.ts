import { resolve, sep } from 'node:path';
import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import { meanings } from '../../model/glossary.ts';
import { settingsSchema } from '../../model/settings.ts';
import { cron } from '../config/parts/cron.ts';
import { defineOperation, type Frozen, type OperationContext } from '../operation.ts';
import { noteDefinitionsNow } from '../reviews/note.ts';
import { requirePermission } from '../rights/actor.ts';
import { readSettings, readSettingsText } from '../workspace/settings-file.ts';
import { type SettingsChange, settingsDigest, writeSettings } from '../workspace/write-settings.ts';

const { name, locale, timezone, currency, week_starts_on, fiscal_year_starts_in, business_hours } = settingsSchema.shape;

const output = z.strictObject({
  digest: z.string().describe('Of cuadro.yaml as it was read: to be given back with a change.'),
  name: z.string(),
  locale: z.string().describe('BCP 47: es-ES.'),
  timezone: z.string(),
  currency: z.string(),
  week_starts_on: z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
  fiscal_year_starts_in: z.int().describe('Month, 1 to 12.'),
  business_hours: z
    .record(z.string(), z.string())
    .nullable()
    .describe('Hours by day or days: { "mon-fri": "09:00-18:00" }; null: all time counts.'),
  holidays: z.array(z.string()),
  active_days: z.int().describe('Without contracts, days without an order after which a customer counts as lost.'),
  glossary: z.record(z.string(), z.string()).describe('What contested words mean; `glossary` tells what else they may.'),
  backups: z
    .strictObject({ folder: z.string().nullable(), every: z.string().describe('Cron, in the time zone of the workspace.'), keep: z.int() })
    .nullable()
    .describe('null: only for who has the installation.'),
});

export type SettingsOutput = Frozen<z.output<typeof output>>;

async function settingsNow({ workspace: { folder, settings, config }, actor }: Pick<OperationContext, 'workspace' | 'actor'>) {
  const { text } = await readSettingsText(folder);
  const { backups } = config;
  return {
    digest: settingsDigest(text),
    name: settings.name,
    locale: settings.locale,
    timezone: settings.timezone,
    currency: settings.currency,
    week_starts_on: settings.week_starts_on,
    fiscal_year_starts_in: settings.fiscal_year_starts_in,
    business_hours: settings.business_hours ?? null,
    holidays: settings.holidays,
    active_days: settings.customer.active_days,
    glossary: settings.glossary,
    backups: actor.permissions.has('installation') ? { folder: backups.folder, every: backups.every, keep: backups.keep } : null,
  };
}

/** What a day, a week, a year, a customer mean in this company. */
export const settingsOperation = defineOperation({
  id: 'settings',
  words: {
    es: 'los ajustes de la empresa: calendario, moneda, horario y significado de las palabras',
    en: "the company's settings: calendar, currency, working hours and what words mean",
  },
  input: z.strictObject({}),
  output,
  rest: { method: 'GET', path: '/settings' },
  effect: 'read',
  on: 'store',
  permission: 'kpi.read',
  run: async (context): Promise<SettingsOutput> => settingsNow(context),
});

const day = z.iso.date();
const meaning = <Term extends keyof typeof meanings>(term: Term) => z.enum(meanings[term]).optional();

const input = z.strictObject({
  /** Of the settings that were seen: refused when they are others by now. Default: whichever they are. */
  digest: z.string().min(1).max(64).nullable().default(null),
  name: name.unwrap().trim().max(200).optional(),
  locale: locale.unwrap().optional(),
  timezone: timezone.unwrap().optional(),
  currency: currency.unwrap().optional(),
  week_starts_on: week_starts_on.unwrap().optional(),
  fiscal_year_starts_in: fiscal_year_starts_in.unwrap().optional(),
  /** Null: all time counts. */
  business_hours: business_hours.unwrap().nullable().optional(),
  holidays: z.array(day).max(1_000).optional(),
  active_days: z.int().min(1).max(36_500).optional(),
  glossary: z
    .strictObject({
      lead: meaning('lead'),
      prospect: meaning('prospect'),
      qualified: meaning('qualified'),
      acquired: meaning('acquired'),
      converted: meaning('converted'),
      customer: meaning('customer'),
      churn_date: meaning('churn_date'),
    })
    .optional(),
  /** Only for who has the installation. */
  backups: z
    .strictObject({
      folder: z.string().trim().min(1).max(1_000).nullable().optional(),
      every: cron.optional(),
      keep: z.int().min(1).max(1_000).optional(),
    })
    .optional(),
});

/** What to write where. */
function changesOf({
  glossary = {},
  backups = {},
  active_days,
  business_hours: hours,
  holidays,
  digest: _,
  ...plain
}: z.output<typeof input>) {
  const changes: SettingsChange[] = [];
  const set = (path: SettingsChange['path'], value: SettingsChange['value'] | undefined): void => {
    if (value !== undefined) changes.push({ path, value });
  };
  for (const [key, value] of Object.entries(plain)) set([key], value);
  set(['business_hours'], hours !== null && hours !== undefined && Object.keys(hours).length === 0 ? null : hours);
  set(['holidays'], holidays && holidays.length === 0 ? null : holidays && [...new Set(holidays)].toSorted());
  set(['customer', 'active_days'], active_days);
  for (const [term, value] of Object.entries(glossary)) set(['glossary', term], value);
  for (const [key, value] of Object.entries(backups)) set(['backups', key], value);
  return changes;
}

const isWithin = (folder: string, path: string): boolean => resolve(folder, path).startsWith(`${resolve(folder)}${sep}`);

/** Changes `cuadro.yaml`; comments and what is not named stay. They hold from the next question on. */
export const changeSettingsOperation = defineOperation({
  id: 'change_settings',
  words: {
    es: 'cambia los ajustes de la empresa, en cuadro.yaml',
    en: "change the company's settings, in cuadro.yaml",
  },
  input,
  output: z.strictObject({ digest: z.string(), changed: z.array(z.string()).describe('The keys that were written.') }),
  rest: { method: 'PATCH', path: '/settings' },
  effect: 'write',
  on: 'store',
  permission: 'settings.write',
  audit: (_, { changed }) => ({ changed }),
  run: async (context, given) => {
    const { workspace, actor } = context;
    if (given.backups) requirePermission(actor, 'installation');
    // Elsewhere on the machine only whoever sits at it says where files go.
    const folder = given.backups?.folder ?? null;
    if (folder !== null && actor.kind !== 'local' && !isWithin(workspace.folder, folder)) {
      throw new CuadroError({ code: 'backups_outside', where: 'backups.folder', found: folder });
    }
    const changes = changesOf(given);
    await noteDefinitionsNow(context);
    const digest = writeSettings(workspace.folder, given.digest, changes);
    await noteDefinitionsNow({ ...context, workspace: { ...workspace, settings: await readSettings(workspace.folder) } });
    return { digest, changed: changes.map(({ path }) => path.join('.')) };
  },
});
