import type { DerivedContext } from './context.ts';

/** An amount of a row with a currency as a double in the workspace's, by the joined rate; null where there is none. Nothing is nothing in any currency. */
export const inBaseCurrency = ({ dialect, settings }: DerivedContext, row: string, amount: string, rate: string): string => {
  const base = dialect.text(settings.currency);
  const own = `coalesce(${row}.currency, ${base}) = ${base} or ${row}.${amount} = 0`;
  return `case when ${own} then ${dialect.double(`${row}.${amount}`)} else ${dialect.double(`${row}.${amount}`)} * ${rate}.rate end`;
};

/** The join that gives the rate. */
export const rateJoin = ({ relation }: DerivedContext, row: string, day: string, rate: string): string =>
  `left join ${relation('rate_day')} as ${rate} on ${rate}.currency = ${row}.currency and ${rate}.day = ${row}.${day}`;
