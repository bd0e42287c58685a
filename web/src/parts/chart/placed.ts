/** A period of a chart. */
interface Period {
  readonly start: string;
  readonly end: string;
}

/** Where something that lasted from a day to another stands among a chart's periods; null: in none of them. */
export function placed(
  { from, to }: { readonly from: string; readonly to: string },
  periods: readonly Period[],
): { index: number; last: number } | null {
  const touched = periods.flatMap(({ start, end }, index) => (from <= end && to >= start ? [index] : []));
  const [index] = touched;
  const last = touched.at(-1);
  return index === undefined || last === undefined ? null : { index, last };
}
