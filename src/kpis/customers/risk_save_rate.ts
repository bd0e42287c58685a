import { stratifiedEffect } from '../../estimators/stratified_effect.ts';
import { proportion } from '../../metrics/build.ts';
import { all, any, compare, days, type Expression, isKnown, isNull } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult, PanelRow, RatioMetric } from '../../metrics/metric.ts';
import { cut, type Interval } from '../../metrics/result/interval.ts';
import { riskEpisodeDays } from '../../model/derived/risk_episode.ts';
import { customerDimensions, customerNeeds } from '../definitions/customer.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

/** Customers for longer than so many days after the start of the episode. */
const stayedBeyond = (after: number): Expression => any(isNull('lost_at'), compare(days('started_at', 'lost_at'), '>', after));

/**
 * Of the customers at risk who were still there when the time to act was over, those there so many days later. Those who left sooner had no
 * time to be treated: counted among the untreated they would flatter the treatment.
 */
const saved = (acted: boolean, after: number): RatioMetric => ({
  ...proportion('risk_episode', {
    at: 'started_at',
    where: all(acted ? isKnown('acted_at') : isNull('acted_at'), stayedBeyond(riskEpisodeDays)),
    part: stayedBeyond(riskEpisodeDays + after),
  }),
  settles_in: riskEpisodeDays + after,
});

/** The cases behind a row's proportion, one by one. */
const casesOf = (rows: readonly PanelRow[], treated: boolean) =>
  rows.flatMap(({ group, cells }) => {
    const [kept, of] = [cells[0]?.numerator ?? 0, cells[0]?.denominator ?? 0];
    return Array.from({ length: of }, (_, index) => ({ stratum: group.score_band ?? '', treated, value: index < kept ? 1 : 0 }));
  });

/** Shares differ by 1 at most. */
const farthest = [-1, 1] as const;

const resultOf = ({ cells, panels }: ComputedInput, as: 'rate' | 'effect'): ComputedResult => {
  const { acted, others } = cells;
  const effect = stratifiedEffect([...casesOf(panels.acted ?? [], true), ...casesOf(panels.others ?? [], false)]);
  const interval: Interval | null = effect?.interval ? cut(effect.interval, farthest, effect.value) : null;
  const detail = {
    with_action: acted?.value ?? null,
    with_action_n: acted?.denominator ?? 0,
    without_action: others?.value ?? null,
    without_action_n: others?.denominator ?? 0,
    effect: effect?.value ?? null,
    effect_interval: interval,
  };
  if (as === 'effect') {
    const ci = interval ? { ci: interval } : {};
    return { value: effect?.value ?? null, n: (effect?.treated ?? 0) + (effect?.others ?? 0), detail, ...ci };
  }
  const ci = acted?.ci ? { ci: acted.ci } : {};
  return {
    value: acted?.value ?? null,
    numerator: acted?.numerator ?? 0,
    denominator: acted?.denominator ?? 0,
    n: acted?.n ?? 0,
    detail,
    ...ci,
  };
};

const save = (after: number, as: 'rate' | 'effect'): ComputedMetric => ({
  kind: 'computed',
  inputs: { acted: saved(true, after), others: saved(false, after) },
  panels: {
    acted: { metric: saved(true, after), by: ['score_band'] },
    others: { metric: saved(false, after), by: ['score_band'] },
  },
  compute: (input) => resultOf(input, as),
});

const contract = (account_id: string, cancelled_at: string | null = null) => ({
  ...{ id: `K${account_id}`, account_id, started_at: '2022-01-01', amount: 100, period: 'month', cancelled_at },
});
const complaint = (account_id: string) => ({ id: `T${account_id}`, account_id, type: 'complaint', opened_at: '2023-01-10T10:00:00Z' });
const action = (account_id: string, type: string, acted_at: string, more: Readonly<Record<string, boolean>> = {}) => ({
  ...{ id: `R${account_id}`, account_id, type, acted_at },
  ...more,
});
const accounts = ['A1', 'A2', 'A3', 'B1', 'B2', 'B3', 'B4', 'C1'];
const given: WorkedExample['given'] = {
  account: accounts.map((id) => ({ id })),
  contract: [
    contract('A1'),
    contract('A2'),
    contract('A3', '2023-04-20'),
    contract('B1'),
    contract('B2', '2023-03-15'),
    contract('B3', '2023-04-01'),
    contract('B4', '2023-01-20'),
    contract('C1'),
  ],
  ticket: accounts.filter((id) => id !== 'C1').map(complaint),
  retention_action: [
    action('A1', 'call', '2023-01-12'),
    action('A2', 'gift', '2023-01-20T10:00:00Z'),
    action('A3', 'call', '2023-02-01'),
    action('B1', 'call', '2023-03-01'),
    action('B2', 'call', '2023-01-12', { is_test: true }),
    action('C1', 'call', '2023-01-12'),
  ],
};
const january = { from: '2023-01-01', to: '2023-01-31', grain: 'month' } as const;

export default defineKpi({
  id: 'risk_save_rate',
  ref: 'K-087',
  area: 'customers',
  band: 'perception',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['customer_relationship', 'customer_satisfaction', 'work_effectiveness'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    kept_days: {
      default: 90,
      name: {
        es: 'Días, tras el mes para actuar, en que debe seguir siendo cliente',
        en: 'Days, after the month to act, that the customer must stay',
      },
      between: [7, 730],
    },
  },
  variants: {
    default: {
      label: { es: 'De los que recibieron alguna atención', en: 'Of those whom somebody did something for' },
      metric: ({ kept_days }) => save(kept_days, 'rate'),
    },
    effect: {
      label: {
        es: 'Diferencia con clientes parecidos a los que no se atendió',
        en: 'Difference from similar customers nobody did anything for',
      },
      metric: ({ kept_days }) => save(kept_days, 'effect'),
    },
  },
  defaults: ['default'],
  needs: [
    ...customerNeeds,
    'retention_action.account_id',
    'retention_action.acted_at',
    // Late orders alone (15 points) put nobody at risk.
    ['ticket.type', 'activity.topic', 'survey_response.score', 'invoice.due_on'],
  ],
  terms: ['customer', 'active', 'churn_date'],
  drillBy: ['score_band', ...customerDimensions],
  grain: 'quarter',
  minimumSample: 20,
  guards: ['at_risk_customers', 'customer_retention_cost'],
  partner: null,
  decomposition: null,
  seed: 'S3 L30',
  source: 'Anderson, Cain & Gelber 1983 (landmark); Mantel & Haenszel 1959',
  texts: {
    es: {
      name: 'Tasa de recuperación de clientes en riesgo',
      question: 'Cuando actuamos con un cliente en riesgo, ¿se queda? ¿Más que si no hacemos nada?',
      definition:
        'De los clientes que pasaron a estar en riesgo en el periodo y recibieron una llamada, promoción, detalle o atención en los 30 días siguientes, la fracción que sigue siendo cliente 90 días después de ese mes. El detalle la compara con la de los que no recibieron nada.',
      formula: 'Atendidos que siguen a los 120 días / atendidos que seguían a los 30',
      why: 'Dice si la llamada, la promoción o el regalo sirven de algo antes de gastar más en ellos.',
      rise: 'Mire la diferencia con los no atendidos: si crece también, extienda lo que se hace a más clientes en riesgo. Si suben los dos, es que había menos motivo para irse.',
      fall: 'Vea si se actúa tarde o siempre de la misma forma, y en qué tramo de riesgo falla. A veces, dice el texto, hace falta mucho más que una llamada.',
      caveats:
        'No es un experimento: a quién se llama no se sortea. Para comparar lo parecido, los atendidos y los no atendidos se cotejan dentro de cada tramo de puntos de riesgo, y solo entre quienes seguían siendo clientes pasado el mes para actuar: quien se fue antes no tuvo tiempo de recibir nada y falsearía la comparación. Con pocos casos el intervalo es ancho: no saque conclusiones de un mes. Un cliente puede estar en riesgo más de una vez y cada vez cuenta. Hasta pasados 120 días, el periodo está sin madurar.',
    },
    en: {
      name: 'At-risk save rate',
      question: 'When we act on a customer at risk, does it stay? More than if we do nothing?',
      definition:
        'Of the customers who came to be at risk in the period and got a call, promotion, gift or other care within 30 days, the share still a customer 90 days after that month. The detail compares it with those who got nothing.',
      formula: 'Cared for and there after 120 days / cared for and there after 30',
      why: 'It says whether the call, the promotion or the gift does anything, before more is spent on them.',
      rise: 'Look at the difference from those who got nothing: if it grows too, do the same for more customers at risk. If both rise, there was less reason to leave.',
      fall: 'See whether you act late or always in the same way, and in which band of risk it fails. At times, says the text, it takes much more than a call.',
      caveats:
        'It is no experiment: whom to call is not drawn by lot. To compare like with like, those cared for and not are set against each other within bands of risk points, and only among those still customers after the month to act: who left before had no time to get anything and would distort the comparison. With few cases the interval is wide: conclude nothing from a month. A customer may be at risk more than once, and each time counts. Until 120 days have passed the period is immature.',
    },
  },
  examples: [
    {
      name: 'those cared for who stayed',
      given,
      exportedAt: '2023-12-31',
      query: january,
      expect: [{ start: '2023-01-01', value: 2 / 3, numerator: 2, denominator: 3 }],
      because:
        'A1, A2 and A3 got something within 30 days of 10 January; A3 left on day 100, before 120. B1’s call came too late, B2’s is a test, C1 was not at risk. 2/3.',
    },
    {
      name: 'more than those nobody cared for',
      given,
      exportedAt: '2023-12-31',
      query: { ...january, variant: 'effect' },
      expect: [{ start: '2023-01-01', value: 1 / 3, n: 6, ci: [1 / 3 - 1.959964 * Math.sqrt(2 / 9), 1] }],
      because:
        'Of B1, B2 and B3, one stayed 120 days: 1/3. B4 left in ten days, before the month to act was over: out. All in one band: 2/3 − 1/3. Squares 2/3 + 2/3 over 4 degrees, weight 3 · 3/6: ± 1.96 · √(2/9) = ± 0.924, but shares differ by 1 at most.',
    },
    {
      name: 'too soon to tell, and a month without risk',
      given,
      exportedAt: '2023-04-30',
      query: { from: '2022-12-01', to: '2023-01-31', grain: 'month' },
      expect: [
        { start: '2022-12-01', value: null, numerator: 0, denominator: 0 },
        { start: '2023-01-01', value: 2 / 3, state: 'immature' },
      ],
      because: 'On 30 April the 120 days of those flagged on 10 January are not over.',
    },
  ],
});
