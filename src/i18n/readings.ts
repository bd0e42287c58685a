import { formatValue, type Writer } from './format.ts';
import type { Language, Words } from './language.ts';
import { customerReadings } from './readings/customers.ts';
import { generalReadings } from './readings/general.ts';
import { marketingReadings } from './readings/marketing.ts';
import { organisationReadings } from './readings/organisation.ts';
import { pipelineReadings } from './readings/pipeline.ts';
import { serviceReadings } from './readings/service.ts';
import type { ReadingTexts } from './readings/words.ts';

/** The words of every outcome of every reading rule. */
export const readingTexts: ReadingTexts = {
  ...generalReadings,
  ...marketingReadings,
  ...pipelineReadings,
  ...customerReadings,
  ...serviceReadings,
  ...organisationReadings,
};

/** A KPI that a reading names. */
export interface SeenKpi {
  readonly name: string;
  readonly unit: string;
  readonly value: number | null;
  readonly before: number | null;
}

export interface ReadingToTell {
  readonly rule: string;
  readonly outcome: string;
  readonly subject: SeenKpi;
  readonly others: readonly SeenKpi[];
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

/** What the numbers among a rule's own places are. */
const units: Readonly<Record<string, string>> = {
  coverage: 'rate',
  share: 'rate',
  days: 'days',
  expected: 'money',
  needed: 'ratio',
};

/** What lists of codes among them say. */
const codes: Readonly<Record<string, Words>> = {
  complaint: { es: 'una reclamación', en: 'a complaint' },
  frequent_calls: { es: 'llamadas muy frecuentes', en: 'very frequent calls' },
  contract_calls: { es: 'llamadas sobre el contrato o sus obligaciones', en: 'calls about the contract or obligations' },
  closing_calls: { es: 'preguntas sobre cómo darse de baja', en: 'questions about how to close the account' },
  advertising: { es: 'publicidad', en: 'advertising' },
  salaries: { es: 'salarios', en: 'salaries' },
  software: { es: 'software', en: 'software' },
  equipment: { es: 'equipos', en: 'equipment' },
  rent: { es: 'alquileres', en: 'rent' },
};

const list = (items: readonly string[], language: Language): string => new Intl.ListFormat(language, { type: 'conjunction' }).format(items);

/** @returns what a reading says and what to do next, with what it saw named; codes where there are no words */
export function tellReading(reading: ReadingToTell, language: Language, writer: Writer): { readonly says: string; readonly next: string } {
  const words = readingTexts[`${reading.rule}.${reading.outcome}`]?.[language];
  if (!words) return { says: `${reading.rule}.${reading.outcome}`, next: '' };
  const value = (number: number | null, unit: string): string => (number === null ? '–' : formatValue(number, unit, writer));
  const { subject, others, params } = reading;
  const seen = others.map(
    (one) =>
      `${one.name} ${one.before === null || one.before === one.value ? value(one.value, one.unit) : `${value(one.before, one.unit)} → ${value(one.value, one.unit)}`}`,
  );
  const places: Record<string, string> = {
    kpi: subject.name,
    value: value(subject.value, subject.unit),
    before: value(subject.before, subject.unit),
    others: list(seen, language),
    also: seen.length === 0 ? '' : `${language === 'en' ? 'See also' : 'Vea también'}: ${list(seen, language)}.`,
  };
  for (const [name, param] of Object.entries(params)) {
    places[name] =
      typeof param === 'number'
        ? formatValue(param, units[name] ?? 'count', writer)
        : typeof param === 'string'
          ? param
          : param.length === 0
            ? '–'
            : list(
                param.map((code) => codes[code]?.[language] ?? code),
                language,
              );
  }
  const fill = (text: string): string =>
    text
      .replaceAll(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '–')
      .replaceAll(' –.', '.')
      .trim();
  return { says: fill(words.says), next: fill(words.next) };
}
