import { story } from './story.ts';

/** A rule that the sample company made for itself, as `save_alert_rule` takes it. */
export interface SampleRule {
  readonly kpi: string;
  readonly scope: string | null;
  readonly grain: 'month' | 'quarter';
  readonly condition:
    | { readonly kind: 'threshold'; readonly side: 'below'; readonly value: number }
    | { readonly kind: 'target'; readonly by: number };
  /** As the company knows how few rows it has. */
  readonly leastSample: number | null;
  readonly departments: readonly string[];
  /** The day it was made. */
  readonly made: string;
}

/** What the sample company wants to be told beside the rules that come with Cuadro, for data to `until` (YYYY-MM-DD): a limit and targets tell something in a small company too. */
export function sampleRules(until: string): readonly SampleRule[] {
  const first = Temporal.PlainDate.from(until).add({ days: 1 }).subtract({ months: 36 });
  const on = (month: number): string => first.add({ months: month }).toString();
  const shared = { scope: null, grain: 'month', leastSample: null, departments: [] } as const;
  return [
    {
      ...shared,
      kpi: 'on_time_delivery',
      scope: `product.name=${story.slip.product}`,
      grain: 'quarter',
      condition: { kind: 'threshold', side: 'below', value: 0.8 },
      leastSample: 3,
      departments: ['Calidad'],
      made: on(story.slip.from - 2),
    },
    { ...shared, kpi: 'total_sales', condition: { kind: 'target', by: 0.1 }, made: on(12) },
    { ...shared, kpi: 'first_response_time', condition: { kind: 'target', by: 0.5 }, leastSample: 10, made: on(12) },
    { ...shared, kpi: 'lead_qualification_rate', condition: { kind: 'target', by: 0.1 }, leastSample: 20, made: on(12) },
  ];
}
