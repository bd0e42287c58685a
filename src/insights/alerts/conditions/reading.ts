import type { Kpi } from '../../../kpis/kpi.ts';
import type { Cell } from '../../../metrics/cell.ts';
import { type Facts, factsOf } from '../../reading/facts.ts';
import { readKpi, wantedFor } from '../../reading/read.ts';
import { type Judged, only } from '../judged.ts';
import type { Looked, Of } from '../looked.ts';

/** As many periods as the readings look at. */
const periodsRead = 14;

const factsUpTo = (kpi: Kpi, cells: readonly Cell[], last: string): Facts | null =>
  factsOf(kpi, cells.filter(({ period, group }) => period.end <= last && Object.keys(group).length === 0).slice(-periodsRead));

/** What a rule of the readings says of the period: a fact, as the reading has held its own figures against chance. */
export function reading({ rule, outcomes }: Of<'reading'>, looked: Looked): Judged | null {
  const { kpi, cells, other, parts, lacks } = looked;
  const now = cells.at(-1);
  const subject = now && factsUpTo(kpi, cells, now.period.end);
  if (!now || !subject) return null;
  const wanted = wantedFor([kpi]);
  const facts = new Map<string, Facts>([[kpi.id, subject]]);
  for (const id of wanted.kpis) {
    const one = id === kpi.id ? null : other(id);
    const known = one === null ? null : factsUpTo(one.kpi, one.cells, now.period.end);
    if (known) facts.set(id, known);
  }
  const found = readKpi(kpi, facts, {
    missing: new Set(wanted.kpis.filter(lacks)),
    parts: (id, by) => parts(id, by).filter(({ period }) => period.end === now.period.end),
  }).find((one) => one.rule === rule && outcomes.includes(one.outcome));
  const named = Object.values(found?.params ?? {}).flatMap((value) => (Array.isArray(value) ? value.map(String) : []));
  return { ...only(found ? 'breach' : 'clear', now.value, now.n), saw: found ? [...named, ...found.saw] : [] };
}
