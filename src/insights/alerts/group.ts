/** An alert as far as its cause is told by it. */
export interface Grouped {
  readonly key: string;
  readonly kpi: string;
  /** DIM=VALUE; null: the company. */
  readonly scope: string | null;
  /** The first day of the period in which it began. */
  readonly since: string;
  /** How unlikely chance is; null: no matter of chance. */
  readonly p: number | null;
  /** How many days the data are old, where that is what it tells; null: it tells of a figure. */
  readonly daysOld: number | null;
}

export interface Cause<Alert extends Grouped> {
  /** What began first; of those that began together the surest. */
  readonly lead: Alert;
  readonly others: readonly Alert[];
  /** What they have in common: a member of a dimension (DIM=VALUE); null: KPIs that the catalogue connects. */
  readonly member: string | null;
}

/** What began longer after one another than this has causes of its own. */
const nearDays = 100;

const daysBetween = (one: string, other: string): number =>
  Math.abs(Temporal.PlainDate.from(one).until(Temporal.PlainDate.from(other), { largestUnit: 'day' }).days);

const order = (one: Grouped, other: Grouped): number =>
  one.since === other.since ? (one.p ?? 0) - (other.p ?? 0) || (one.key < other.key ? -1 : 1) : one.since < other.since ? -1 : 1;

/**
 * Which alerts have one cause: those of one member of a dimension (a product, a team), and those of KPIs that the catalogue connects in the same scope, where they began within a
 * quarter of one another; data that are equally old. Who is told once need not be told of each.
 * @param isConnected whether the catalogue connects two KPIs: a guard, a partner, part of a sum
 */
export function causesOf<Alert extends Grouped>(
  alerts: readonly Alert[],
  isConnected: (one: string, other: string) => boolean,
): readonly Cause<Alert>[] {
  const sorted = alerts.toSorted(order);
  const places = sorted.map((_, index) => index);
  const rootOf = (place: number): number => {
    let at = place;
    while (places[at] !== at) at = places[at] ?? at;
    return at;
  };
  const isOne = (one: Alert, other: Alert): boolean => {
    if (daysBetween(one.since, other.since) > nearDays) return false;
    // Data as old as others came with them, or did not.
    if (one.daysOld !== null || other.daysOld !== null) return one.daysOld === other.daysOld;
    // What a member does shows in the figure of all.
    if (one.scope !== other.scope) return one.kpi === other.kpi && (one.scope === null || other.scope === null);
    return one.scope !== null || one.kpi === other.kpi || isConnected(one.kpi, other.kpi);
  };
  for (const [place, one] of sorted.entries())
    for (const [before, other] of sorted.slice(0, place).entries()) {
      if (!isOne(one, other)) continue;
      const [left, right] = [rootOf(before), rootOf(place)];
      places[Math.max(left, right)] = Math.min(left, right);
    }
  return [...Map.groupBy(sorted.entries(), ([place]) => rootOf(place)).values()].flatMap((group) => {
    const [lead, ...others] = group.map(([, alert]) => alert);
    const [member, another] = [...new Set(group.flatMap(([, { scope }]) => (scope === null ? [] : [scope])))];
    return lead ? [{ lead, others, member: another === undefined ? (member ?? null) : null }] : [];
  });
}
