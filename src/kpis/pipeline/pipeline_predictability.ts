import { sumMoney } from '../../metrics/build.ts';
import { all, any, compare, type Expression, field, is, isKnown, isNot, isNull, not } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult } from '../../metrics/metric.ts';
import { forecastCategory, forecastNeeds, forecastsOf } from '../definitions/forecast.ts';
import { defineKpi } from '../kpi.ts';

/** The last span of a deal with its expected close: what comes next is another date, or its end. */
const dated: Expression = all(is('status', 'open'), isKnown('expected_close_on'));
const isLast = any(
  isNot('next_status', 'open'),
  isNull('next_expected_close_on'),
  not(compare(field('next_expected_close_on'), '=', field('expected_close_on'))),
);
const putOff = all(is('next_status', 'open'), compare(field('next_expected_close_on'), '>', field('expected_close_on')));

const predictable = ({ cells, panels }: ComputedInput): ComputedResult => {
  const series = (name: string) => panels[name]?.[0]?.cells ?? [];
  const months = series('forecast').flatMap((cell, index) => {
    const [forecast, won] = [cell.value ?? 0, series('won')[index]?.value ?? 0];
    return cell.n > 0 ? [{ month: cell.period.start, forecast, won }] : [];
  });
  const won = months.reduce((sum, one) => sum + one.won, 0);
  const error = months.reduce((sum, one) => sum + Math.abs(one.forecast - one.won), 0);
  const due = cells.due?.value ?? 0;
  const detail = { months, wape: won === 0 ? null : error / won, slip_rate: due === 0 ? null : (cells.put_off?.value ?? 0) / due };
  if (won === 0) return { value: null, n: months.length, reasons: months.length > 0 ? ['denominator_zero'] : [], detail };
  return { value: 1 - error / won, numerator: won - error, denominator: won, n: months.length, detail };
};

const predictability = (category: string, periods: number): ComputedMetric => {
  const { forecast, won } = forecastsOf(category);
  const grain = 'month' as const;
  return {
    kind: 'computed',
    inputs: {
      due: sumMoney('opportunity_span', 'amount', { at: 'expected_close_on', where: all(dated, isLast) }),
      put_off: sumMoney('opportunity_span', 'amount', { at: 'expected_close_on', where: all(dated, putOff) }),
    },
    panels: { forecast: { metric: forecast, grain, back: periods }, won: { metric: won, grain, back: periods } },
    compute: predictable,
  };
};

const month = (name: string, last: string, amount: number, owner: string) => ({
  period_start: `2024-${name}-01`,
  period_end: `2024-${name}-${last}`,
  category: 'commit',
  owner_id: owner,
  amount,
  made_at: `2024-${name}-01`,
});
const won = (owner_id: string, closed_at: string, amount: number) => ({
  owner_id,
  status: 'won',
  created_at: '2023-12-01',
  closed_at,
  amount,
});

const rows = {
  user: [{ id: 'u1' }, { id: 'u2' }],
  forecast: [
    month('01', '31', 900, 'u1'),
    month('01', '31', 900, 'u2'),
    month('02', '29', 1000, 'u1'),
    month('02', '29', 400, 'u2'),
    { ...month('02', '29', 9000, 'u2'), made_at: '2024-02-20' },
  ],
  opportunity: [
    { ...won('u1', '2024-01-20', 1100), id: 'o1', expected_close_on: '2024-01-31' },
    won('u2', '2024-01-21', 600),
    { ...won('u1', '2024-02-10', 1000), id: 'o3', expected_close_on: '2024-02-12' },
    { ...won('u2', '2024-02-11', 9999), is_test: true },
    { id: 'o5', status: 'open', created_at: '2024-01-05', amount: 500, owner_id: 'u2', expected_close_on: '2024-03-20' },
  ],
  field_change: [
    {
      entity: 'opportunity',
      record_id: 'o5',
      field: 'expected_close_on',
      old_value: '2024-02-15',
      new_value: '2024-03-20',
      changed_at: '2024-02-14',
    },
  ],
};

export default defineKpi({
  id: 'pipeline_predictability',
  ref: 'K-043',
  area: 'pipeline',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'revenue', 'quality'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    category: forecastCategory,
    months: {
      default: 6,
      name: { es: 'Meses que se juzgan, hasta el final del periodo', en: 'Months judged, up to the end of the period' },
      between: [1, 36],
    },
  },
  variants: {
    default: {
      label: { es: 'Error del total del equipo en los últimos meses', en: 'Error of the team’s total over the last months' },
      metric: ({ category, months }) => predictability(category, months),
    },
  },
  defaults: ['default'],
  needs: forecastNeeds,
  terms: [],
  drillBy: ['owner.name', 'owner.team', 'owner.office'],
  grain: 'quarter',
  minimumSample: 3,
  guards: ['forecast_accuracy', 'pipeline_credibility'],
  partner: null,
  decomposition: null,
  seed: 'S3 L17',
  source: 'Weighted absolute percentage error of the total (Hyndman & Koehler 2006)',
  texts: {
    es: {
      name: 'Predictibilidad de la cartera',
      question: '¿Se puede contar con lo que la cartera promete a principio de mes?',
      definition:
        'Se suman las previsiones que había al empezar cada mes y se comparan con lo ganado en él, durante los últimos seis meses. Es 1 menos la suma de los errores, en valor absoluto, entre lo ganado. Junto a ella se da la parte del valor que vencía en el periodo y cuya fecha se retrasó.',
      formula: '1 − Σ meses |previsto − ganado| / Σ ganado, en los últimos 6 meses',
      why: 'Una cartera grande pero imprevisible no permite comprar, contratar ni comprometer plazos.',
      rise: 'Mantenga las revisiones de cartera que la han mejorado y use el margen de error actual para fijar reservas.',
      fall: 'Mire la tasa de retraso del detalle: si es alta, las fechas de cierre son deseos y hay que exigir un paso acordado con el cliente. Si es baja, falla el importe o la probabilidad: revise la precisión por persona.',
      caveats:
        'Aquí los errores de unas personas se compensan con los de otras: mide si el conjunto se puede prever, no quién acierta. La previsión es la guardada al empezar el mes; las posteriores no cuentan y, sin ellas guardadas, no hay valor. El retraso cuenta cada fecha que vencía en el periodo: una oportunidad retrasada dos veces dentro de él cuenta dos. Lo que gana quien no hizo previsión queda fuera de los dos lados. Las previsiones por trimestre cuentan en el mes en que acaban.',
    },
    en: {
      name: 'Pipeline predictability',
      question: 'Can one count on what pipeline promises at the start of a month?',
      definition:
        'The forecasts there were at the start of each month are added up and held against what was won in it, over the last six months. It is 1 less the sum of the errors, signs dropped, over what was won. Beside it stands the share of the value due in the period whose date was put off.',
      formula: '1 − Σ months |forecast − won| / Σ won, over the last 6 months',
      why: 'Pipeline that is large but unpredictable is no ground to buy, hire or promise dates on.',
      rise: 'Keep the pipeline reviews that improved it and use the present margin of error to set reserves.',
      fall: 'See the slip rate in the detail: if high, closing dates are wishes, and each needs a step agreed with the customer. If low, amounts or chances are off: look at accuracy by person.',
      caveats:
        'Here one person’s error is set off against another’s: it tells whether the whole can be foreseen, not who is right. The forecast is the one saved when the month began; later ones do not count, and without any saved there is no value. Slippage counts each date due in the period: a deal put off twice within it counts twice. What is won by people without a forecast is out of both sides. Quarterly forecasts count in the month they end in.',
    },
  },
  examples: [
    {
      name: 'Two months of the team',
      given: rows,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 1 - 100 / 1700, numerator: 1600, denominator: 1700, n: 1 },
        { start: '2024-02-01', value: 1 - 500 / 2700, numerator: 2200, denominator: 2700, n: 2 },
      ],
      because:
        'January: 1,800 said, 1,700 won (u1 200 over, u2 300 short of theirs: they set each other off). February: 1,400 said when it began, 1,000 won. Errors of 100 and 400 of 2,700. The forecast of 20 February and the test deal are out.',
    },
    {
      name: 'No forecast, no value',
      given: rows,
      exportedAt: '2024-02-29',
      query: { from: '2023-12-01', to: '2023-12-31', grain: 'month' },
      expect: [{ start: '2023-12-01', value: null, n: 0, state: 'no_data' }],
      because: 'Nobody had forecast anything by December.',
    },
    {
      name: 'Only the last month',
      given: rows,
      settings: { kpis: { pipeline_predictability: { months: 1 } } },
      exportedAt: '2024-02-29',
      query: { from: '2024-02-01', to: '2024-02-29', grain: 'month' },
      expect: [{ start: '2024-02-01', value: 0.6, n: 1 }],
      because: '|1,400 − 1,000| / 1,000 = 40 % of error.',
    },
  ],
});
