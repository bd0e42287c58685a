import { duration } from '../../metrics/build.ts';
import type { DurationMetric, Metric, Statistic } from '../../metrics/metric.ts';
import type { Bilingual, Parameter } from '../kpi.ts';

/** Words for variants that many KPIs share. */
export const labels = {
  standard: { es: 'Definición habitual', en: 'Standard definition' },
  seed: { es: 'Fórmula del texto de origen', en: 'Formula of the source text' },
  byCount: { es: 'Por número', en: 'By count' },
  byValue: { es: 'Por importe', en: 'By value' },
  mean: { es: 'Media', en: 'Mean' },
  median: { es: 'Mediana', en: 'Median' },
  p75: { es: 'Percentil 75', en: '75th percentile' },
  p90: { es: 'Percentil 90', en: '90th percentile' },
  kmMedian: { es: 'Mediana contando los casos abiertos (Kaplan–Meier)', en: 'Median counting open cases (Kaplan–Meier)' },
  ever: { es: 'Sin plazo: convertidos alguna vez', en: 'No time limit: ever converted' },
  period: { es: 'Por periodo: salidas entre entradas del mismo periodo', en: 'By period: exits over entries of the same period' },
} satisfies Record<string, Bilingual>;

interface StatisticVariant {
  readonly label: Bilingual;
  readonly metric: () => Metric;
}

/** The five statistics of a duration as variants. `open` replaces the filter where open cases count (`km_median`). */
export const durationVariants = (
  options: Omit<DurationMetric, 'kind' | 'statistic' | 'censoring'> & { readonly open?: DurationMetric['where'] },
): Readonly<Record<Statistic, StatisticVariant>> => {
  const { open, ...closed } = options;
  const closedCases = duration(closed);
  const allCases = duration(open ? { ...closed, where: open } : closed);
  return {
    median: { label: labels.median, metric: () => closedCases('median') },
    mean: { label: labels.mean, metric: () => closedCases('mean') },
    p75: { label: labels.p75, metric: () => closedCases('p75') },
    p90: { label: labels.p90, metric: () => closedCases('p90') },
    km_median: { label: labels.kmMedian, metric: () => allCases('km_median') },
  };
};

/** The parameter `window_days`: how long a case has to convert. */
export const windowDays = (days: number) =>
  ({
    default: days,
    name: { es: 'Plazo para convertir, en días', en: 'Time to convert, in days' },
    between: [1, 3650],
  }) satisfies Parameter;
