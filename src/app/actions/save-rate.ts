import { type RetentionKind, retentionKinds } from '../../insights/plays/kind.ts';
import { answer, type Engine, watermarkOf } from '../../metrics/engine.ts';
import { querySchema } from '../../metrics/query.ts';
import type { Catalogue } from '../catalogue.ts';
import { subjectOf } from '../subject/subject.ts';
import { readPeople } from '../subject/visible.ts';

/** Of the customers at risk with whom this was done first, those who stayed. */
export interface SaveRate {
  readonly kind: RetentionKind;
  readonly value: number;
  readonly saved: number;
  readonly of: number;
  /** 95 %, Wilson's. */
  readonly interval: readonly [number, number] | null;
  readonly isSmall: boolean;
}

export interface SaveRates {
  readonly from: string;
  /** The last day on which somebody came to be at risk whose outcome is known. */
  readonly to: string;
  readonly rates: readonly SaveRate[];
}

const kpi = 'risk_save_rate';

/** What each play has kept, by the KPI itself, over two years of cases whose time is over; null where nobody was at risk, or it is not theirs to see. */
export async function saveRatesOf({
  opened,
  catalogue,
}: {
  readonly opened: Engine;
  readonly catalogue: Catalogue;
}): Promise<SaveRates | null> {
  const people = opened.catalog.sight ? await readPeople(opened) : [];
  const subject = subjectOf(kpi, null, { catalogue, opened, people, to: undefined });
  if (typeof subject === 'string') return null;
  const { asked, engine } = subject;
  const last = watermarkOf(asked.metric, engine.catalog)?.lastCompleteDay;
  if (last === undefined) return null;
  const { metric } = asked;
  const inputs = metric.kind === 'computed' ? Object.values(metric.inputs) : [];
  // Only cases whose time to leave is over.
  const settles = Math.max(0, ...inputs.map((input) => ('settles_in' in input ? (input.settles_in ?? 0) : 0)));
  const to = Temporal.PlainDate.from(last).subtract({ days: settles });
  const from = to.subtract({ years: 2 }).add({ days: 1 });
  const question = querySchema.parse({
    kpis: [kpi],
    by: ['action_type'],
    grain: 'total',
    from: from.toString(),
    to: to.toString(),
    periods: 'partial',
  });
  const { cells } = await answer(question, [asked], engine);
  const rates = cells.flatMap(({ group, value, numerator, denominator, ci, reasons }): SaveRate[] => {
    const kind = retentionKinds.find((one) => one === group.action_type);
    if (kind === undefined || value === null || !denominator) return [];
    return [{ kind, value, saved: numerator ?? 0, of: denominator, interval: ci ?? null, isSmall: reasons.includes('small_sample') }];
  });
  return {
    from: from.toString(),
    to: to.toString(),
    rates: retentionKinds.flatMap((kind) => rates.find((one) => one.kind === kind) ?? []),
  };
}
