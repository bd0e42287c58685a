/** A number as people of a locale write it, without its unit: `1.200.000,5` in Spain, `1,200,000.5` in Britain. Null: it is none. */
export function readAmount(text: string, locale: string): number | null {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.8);
  const group = parts.find(({ type }) => type === 'group')?.value ?? ',';
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  const bare = text.replace(/[\s %€$£]/g, '').replace('−', '-');
  const [whole = '', fraction, ...more] = bare.split(decimal);
  // Groups are of three digits: `1.5` typed in Spain is no fifteen.
  const groups = whole.replace('-', '').split(group);
  const isGrouped = groups.length === 1 || groups.slice(1).every((digits) => /^\d{3}$/.test(digits));
  if (more.length > 0 || !isGrouped || !/^-?\d+$/.test(whole.replaceAll(group, '')) || !/^\d*$/.test(fraction ?? '')) return null;
  return Number(`${whole.replaceAll(group, '')}.${fraction || '0'}`);
}

/** A value as it is typed into a field: rates as percentages, no groups. */
export const writeAmount = (value: number, unit: string, locale: string): string =>
  new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 4 }).format(unit === 'rate' ? value * 100 : value);
