import { z } from 'zod';
import { type Writer, writerFor } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import type { Engine } from '../metrics/engine.ts';
import { CuadroError } from '../model/error.ts';
import { openEngine } from './engine.ts';
import type { OperationContext } from './operation.ts';

/** In what the amounts of sentences are told; figures of an answer are in the company's currency all the same. */
export const toldInSchema = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .optional()
  .describe('ISO 4217: sentences tell amounts in it, at the rate of the last day of the data. Default: the currency of the company.');

/** The last day that the data of every kind of record cover to its end; null: there are none yet. */
export function lastDayOf({ catalog }: Pick<Engine, 'catalog'>): string | null {
  const days = ['order', 'opportunity', 'lead', 'case', 'activity'].flatMap((entity) => catalog.watermark(entity)?.lastCompleteDay ?? []);
  return days.length === 0 ? null : days.reduce((least, day) => (day < least ? day : least));
}

/** Other currencies of which a rate is known on the last day, and what one of each is worth in the company's. */
export async function ratesOf({ catalog, dialect, run }: Engine): Promise<readonly { readonly code: string; readonly rate: number }[]> {
  const day = lastDayOf({ catalog });
  if (day === null || catalog.rows('rate_day') === 0) return [];
  const rates = await run(
    `select currency, max(rate) as rate from ${catalog.relation('rate_day')} where day = ${dialect.date(day)} and currency <> ${dialect.text(catalog.settings.currency)} group by currency order by currency`,
  );
  return rates.map(({ currency, rate }) => ({ code: String(currency), rate: Number(rate) }));
}

/**
 * Who writes the sentences of an answer.
 * @throws CuadroError `currency_without_rate`
 */
export async function writerIn(context: OperationContext, language: Language, currency: string | undefined): Promise<Writer> {
  const { settings } = context.workspace;
  const own = writerFor(language, settings);
  if (currency === undefined || currency === settings.currency) return own;
  const rates = await ratesOf(await openEngine(context, {}));
  const found = rates.find(({ code }) => code === currency);
  if (!found) {
    const others = [settings.currency, ...rates.map(({ code }) => code)];
    throw new CuadroError({ code: 'currency_without_rate', where: 'currency', found: currency, expected: others.join(', ') });
  }
  return { ...own, currency, worth: found.rate };
}
