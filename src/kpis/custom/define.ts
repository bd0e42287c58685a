import type { Expression } from '../../metrics/expression.ts';
import type { Metric } from '../../metrics/metric.ts';
import { readingsOf } from '../../metrics/plan/metrics-within.ts';
import { readCondition } from '../../model/condition.ts';
import { CuadroError } from '../../model/error.ts';
import { findDataset, termsOf } from '../../model/registry.ts';
import type { Bilingual, Kpi, KpiTexts, WorkedExample } from '../kpi.ts';
import { metricOf } from './metric.ts';
import type { CustomKpi } from './schema.ts';

/** The paths that an expression aggregates; conditions may be about what is often empty. */
function valuePaths(expression: Expression | undefined): readonly string[] {
  if (!expression) return [];
  switch (expression.op) {
    case 'field':
    case 'money':
    case 'day':
      return [expression.path];
    case 'days':
    case 'elapsed':
      return [expression.from, expression.to];
    case '+':
    case '-':
    case '*':
    case '/':
      return [...valuePaths(expression.left), ...valuePaths(expression.right)];
    case 'coalesce':
      return valuePaths(expression.items[0]);
    default:
      return [];
  }
}

/** The fields without which there is no number: the times and values of every part, as far as they are the dataset's own. */
function needsOf(metric: Metric): readonly string[] {
  const own = (dataset: string, paths: readonly string[]): string[] =>
    paths.filter((path) => findDataset(dataset)?.fields[path]).map((path) => `${dataset}.${path}`);
  switch (metric.kind) {
    case 'simple':
      return own(metric.dataset, [metric.at, ...valuePaths(metric.of)]);
    case 'stock':
      return own(metric.dataset, [...(metric.span ? [metric.span.from] : []), ...valuePaths(metric.of)]).concat(
        metric.span ? [] : [metric.dataset],
      );
    case 'conversion':
      return [
        ...own(metric.base.dataset, [metric.base.at]),
        ...(metric.converted.same_row
          ? own(metric.base.dataset, metric.converted.at ? [metric.converted.at] : [])
          : own(metric.converted.dataset, [metric.converted.at])),
      ];
    case 'retention':
      return [metric.dataset, ...own(metric.dataset, valuePaths(metric.value))];
    case 'duration':
      return own(metric.dataset, [metric.start, metric.end]);
    case 'cumulative':
      return needsOf(metric.of);
    case 'ratio':
      return [...needsOf(metric.numerator), ...needsOf(metric.denominator)];
    case 'derived':
      return Object.values(metric.metrics).flatMap(({ metric: input }) => needsOf(input));
    case 'computed':
      return Object.values(metric.inputs).flatMap(needsOf);
    case 'built_in':
      return [];
  }
}

const both = (words: CustomKpi['name'] | undefined): Bilingual =>
  typeof words === 'object' ? words : { es: words ?? '', en: words ?? '' };

function textsOf(custom: CustomKpi, language: keyof Bilingual): KpiTexts {
  const of = (words: CustomKpi['name'] | undefined): string => both(words)[language];
  return {
    name: of(custom.name),
    question: of(custom.question),
    definition: of(custom.definition),
    formula: custom.metric.kind === 'derived' ? custom.metric.formula : '',
    why: of(custom.why),
    rise: of(custom.rise),
    fall: of(custom.fall),
    caveats: of(custom.caveats),
  };
}

function exampleOf(example: CustomKpi['examples'][number], index: number): WorkedExample {
  const { by, where, ...rest } = example.query;
  const conditions = (where ?? []).map((text) => {
    const condition = readCondition(text);
    if (condition === null)
      throw new CuadroError({ code: 'kpi_invalid', where: `examples[${index}].query.where`, found: text, expected: 'status=won' });
    return condition;
  });
  return {
    name: example.name,
    given: example.given,
    ...(example.exported_at === undefined ? {} : { exportedAt: example.exported_at }),
    query: { ...rest, ...(by ? { by } : {}), where: conditions },
    expect: example.expect.map(({ start, group, value, numerator, denominator, n }) => ({
      value,
      ...(start === undefined ? {} : { start }),
      ...(group === undefined ? {} : { group }),
      ...(numerator === undefined ? {} : { numerator }),
      ...(denominator === undefined ? {} : { denominator }),
      ...(n === undefined ? {} : { n }),
    })),
    because: example.because,
  };
}

/** @returns a company's own KPI as one of the catalogue. @throws CuadroError `kpi_invalid` */
export function customKpi(custom: CustomKpi): Kpi {
  const metric = metricOf(custom.metric);
  const [first, ...others] = custom.examples.map(exampleOf);
  if (!first) throw new CuadroError({ code: 'kpi_invalid', where: 'examples', found: '–', expected: '≥ 1' });
  return {
    id: custom.id,
    ref: null,
    area: custom.area,
    band: custom.band,
    direction: custom.direction,
    timing: custom.timing,
    nature: custom.nature,
    unit: custom.unit,
    tags: [],
    version: { number: custom.version, since: custom.since },
    draft: custom.status === 'draft',
    parameters: {},
    variants: { default: { label: { es: 'Propio', en: 'Own' }, metric: () => metric } },
    defaults: ['default'],
    needs: [...new Set(needsOf(metric))],
    terms: [...new Set(readingsOf(metric).flatMap(({ dataset }) => termsOf(dataset)))],
    drillBy: custom.drill_by,
    grain: custom.grain,
    minimumSample: custom.minimum_sample,
    guards: custom.guards,
    partner: custom.partner,
    decomposition: null,
    seed: '',
    source: '',
    texts: { es: textsOf(custom, 'es'), en: textsOf(custom, 'en') },
    examples: [first, ...others],
  };
}
