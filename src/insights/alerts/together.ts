import { falseDiscovery } from '../../estimators/false_discovery.ts';
import { type Judged, looksLike } from './judged.ts';

/** How many false alarms a month all rules together may be expected to make. */
export const falseAlarmsAMonth = 0.8;
/** Of many that are told at once, the share that may be false. */
export const falseShare = 0.2;

/** A test of this month: how often a month its rule makes one. */
export interface Tested {
  readonly judged: Judged;
  readonly perMonth: number;
}

/** The chance below which one test among so many tells: Bonferroni's, of the number of false alarms, not of there being any. */
export const chanceAmong = (testsAMonth: number): number => Math.min(looksLike, falseAlarmsAMonth / Math.max(1, testsAMonth));

/** How many tests a month all these make. */
export const testsAMonth = (all: readonly Pick<Tested, 'perMonth'>[]): number => all.reduce((sum, { perMonth }) => sum + perMonth, 0);

/**
 * Which of the breaches of one evaluation are told. With p ≤ a/m for each of m tests a month, the false alarms of a month are expected to be at most a, however the KPIs of
 * a company hang together: expectations add up (Bonferroni's inequality for the number of false alarms: Spjøtvoll 1972, Annals of Mathematical Statistics 43; Gordon et al. 2007, Annals of Applied
 * Statistics 1). A pager's budget is such a number. Where much goes wrong at once, what Benjamini and Hochberg's step-up tells at a share of one in five is told too: then a
 * handful of real alarms would otherwise hide the next. The stricter procedure of Benjamini and Yekutieli is not needed: its price, a factor of ln m for any dependence, is already paid by the first rule.
 * What is not told stays `near`; a fact without a chance is always told.
 * @param others how many tests a month are made beside these
 */
export function corrected(all: readonly Tested[], others = 0): readonly Judged[] {
  const month = others + testsAMonth(all);
  const limit = chanceAmong(month);
  const tests = all.flatMap(({ judged: { p, sign } }, place) => (p === null || sign === 'unclear' ? [] : [{ p, place }]));
  // A month has more tests than its day, where some are weekly: those to come count as ones that tell nothing.
  const rest = new Array<number>(Math.max(0, Math.ceil(month) - tests.length)).fill(1);
  const found = falseDiscovery([...tests.map(({ p }) => p), ...rest], falseShare);
  const isFound = new Set(tests.flatMap(({ place }, index) => (found[index]?.isDiscovery ? [place] : [])));
  return all.map(({ judged }, place) => {
    if (judged.sign !== 'breach' || judged.p === null) return judged;
    return judged.p <= limit || (isFound.has(place) && judged.p <= looksLike) ? judged : { ...judged, sign: 'near' };
  });
}
