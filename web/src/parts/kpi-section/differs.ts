interface Compared {
  readonly name: string;
  readonly ci: readonly [number, number] | null;
}

/** Those whose interval leaves all together out: they differ by more than chance explains. */
export function differing<Row extends Compared>(
  rows: readonly Row[],
  whole: number | null,
): { below: readonly Row[]; above: readonly Row[] } {
  const those = (is: (ci: readonly [number, number]) => boolean): readonly Row[] => rows.filter(({ ci }) => ci !== null && is(ci));
  if (whole === null) return { below: [], above: [] };
  return { below: those(([, high]) => high < whole), above: those(([low]) => low > whole) };
}
