/**
 * How far labels beside each other's lines move, in pixels, so that none lies on another: what stands higher stays higher.
 * @param places where each would stand, as a share of the height @returns an offset for each, downwards positive
 */
export function apart(places: readonly number[], height: number, gap: number): readonly number[] {
  const order = places.map((place, index) => ({ index, at: (1 - place) * height })).toSorted((one, other) => one.at - other.at);
  const settled: { readonly index: number; readonly at: number; readonly to: number }[] = [];
  for (const { index, at } of order) settled.push({ index, at, to: Math.max(at, (settled.at(-1)?.to ?? Number.NEGATIVE_INFINITY) + gap) });
  // Half of the way is gone upwards: the group stays about where it was.
  const groups: (typeof settled)[] = [];
  for (const one of settled) {
    const last = groups.at(-1);
    if (last && one.to - (last.at(-1)?.to ?? 0) <= gap && one.to !== one.at) last.push(one);
    else groups.push([one]);
  }
  const offsets = places.map(() => 0);
  for (const group of groups) {
    const back = group.reduce((sum, { at, to }) => sum + to - at, 0) / group.length;
    for (const { index, at, to } of group) offsets[index] = Math.round(to - at - back);
  }
  return offsets;
}
