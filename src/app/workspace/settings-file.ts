import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { CuadroError } from '../../model/error.ts';
import { chosenTerms, meanings } from '../../model/glossary.ts';
import { segmentSchema } from '../../model/segment.ts';
import { type Settings, settingsSchema } from '../../model/settings.ts';
import { configKeys } from '../config/schema.ts';
import { describeIssue } from '../issue.ts';
import { settingsFile } from './workspace.ts';
import { parseYaml } from './yaml.ts';

const topKeys = [...Object.keys(settingsSchema.shape), ...configKeys];

/** The installation's part of the file is read elsewhere (`../config`). */
const withoutConfig = (content: unknown): unknown =>
  typeof content === 'object' && content !== null && !Array.isArray(content)
    ? Object.fromEntries(Object.entries(content).filter(([key]) => !configKeys.includes(key)))
    : content;

/** What to write at a key, where the schema's own words would not help. */
const expectedAt: Readonly<Record<string, string>> = {
  locale: 'es-ES, en-GB, es-MX …',
  timezone: 'Europe/Madrid, America/Bogota, UTC …',
  currency: 'EUR, USD, MXN …',
  business_hours: '{ mon-fri: "09:00-18:00" }',
  holidays: '[2026-12-25, …]',
  fiscal_year_starts_in: '1 … 12',
  'customer.active_days': '1 … 36500',
  'rfm.months': '1 … 60',
  ...Object.fromEntries(chosenTerms.map((term) => [`glossary.${term}`, meanings[term].join(', ')])),
};

/** What a key within a part of the file may be called. */
const keysWithin: Readonly<Record<string, readonly string[]>> = { segments: Object.keys(segmentSchema.shape), glossary: chosenTerms };

/**
 * @param name shown in errors
 * @throws CuadroError `settings_not_yaml`, `settings_invalid`
 */
export function parseSettings(text: string, name: string): Settings {
  const { content: whole, lineOf } = parseYaml(text, name, 'settings_not_yaml');
  const content = withoutConfig(whole);
  const parsed = settingsSchema.safeParse(content);
  if (parsed.success) return { ...parsed.data, ...checkedLocale(parsed.data.locale, name) };
  const first = describeIssue(parsed.error, content, topKeys);
  const top = first.path.split(/[.[]/)[0] ?? '';
  const known = keysWithin[top];
  const issue = known ? describeIssue(parsed.error, content, known) : first;
  throw new CuadroError({
    code: 'settings_invalid',
    where: `${name}${lineOf(issue.path)}${issue.path ? ` (${issue.path})` : ''}`,
    expected: expectedAt[issue.path] ?? expectedAt[top] ?? issue.expected,
    found: issue.found,
    params: { key: issue.path || basename(name) },
  });
}

/** The schema knows the shape of a locale; whether there is such a language only Intl knows. */
function checkedLocale(locale: string, name: string): { locale: string } {
  try {
    const [known] = Intl.getCanonicalLocales(locale);
    if (known && Intl.NumberFormat.supportedLocalesOf([known]).length > 0) return { locale: known };
  } catch {
    // reported below
  }
  throw new CuadroError({
    code: 'settings_invalid',
    where: `${name} (locale)`,
    expected: expectedAt.locale ?? '',
    found: locale,
    params: { key: 'locale' },
  });
}

/** Reads `cuadro.yaml` of a workspace. @throws CuadroError as `parseSettings`; `settings_unreadable` */
export async function readSettings(folder: string): Promise<Settings> {
  const { text, file } = await readSettingsText(folder);
  return parseSettings(text, file);
}

/** @throws CuadroError `settings_unreadable` */
export async function readSettingsText(folder: string): Promise<{ readonly text: string; readonly file: string }> {
  const file = settingsFile(folder);
  try {
    return { text: await readFile(file, 'utf8'), file };
  } catch (cause) {
    throw new CuadroError({ code: 'settings_unreadable', where: file, found: cause instanceof Error ? cause.message : '', cause });
  }
}
