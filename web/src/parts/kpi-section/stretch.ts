/**
 * The days that groups are compared over: what the page's bar says, else whole months up to the end of the period shown; a month alone
 * would be too few cases for most groups.
 */
export function stretchOf(
  view: { readonly from?: string; readonly to?: string },
  end: string,
  months: number,
): { from: string; to: string } {
  if (view.from !== undefined && view.to !== undefined) return { from: view.from, to: view.to };
  const [year = 0, month = 1, day = 1] = end.split('-').map(Number);
  const isMonthEnd = new Date(Date.UTC(year, month - 1, day + 1)).getUTCDate() === 1;
  const first = isMonthEnd ? new Date(Date.UTC(year, month - months, 1)) : new Date(Date.UTC(year, month - 1 - months, day + 1));
  return { from: first.toISOString().slice(0, 10), to: end };
}
