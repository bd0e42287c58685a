import { type StratumSums, type Sums, stratifiedEffectOfSums } from '../../estimators/stratified_sums.ts';
import { count, sum } from '../../metrics/build.ts';
import { calculate, field, is } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult, Panel, PanelRow } from '../../metrics/metric.ts';
import { defineKpi } from '../kpi.ts';

type Scale = 'share' | 'days';
const sides = ['with', 'without'] as const;
const likes = ['stage', 'size_band', 'owner_id'];

/** Of the visits that ended in the period, by what they are matched on: how many, Σx and Σx², with and without the activity. */
const panels = (scale: Scale): Readonly<Record<string, Panel>> => {
  const x = field(scale === 'share' ? 'log_days' : 'remaining_days');
  return Object.fromEntries(
    sides.flatMap((side) => {
      const rows = { at: 'left_at', where: is('with_activity', side === 'with') };
      return [
        [`${side}_n`, { metric: count('stage_activity', rows), by: likes }],
        [`${side}_sum`, { metric: sum('stage_activity', x, rows), by: likes }],
        [`${side}_squares`, { metric: sum('stage_activity', calculate(x, '*', x), rows), by: likes }],
      ];
    }),
  );
};

const keyOf = (row: PanelRow): string => JSON.stringify(likes.map((like) => row.group[like] ?? null));

const strataOf = (given: ComputedInput['panels']): readonly StratumSums[] => {
  const keys = new Set(Object.values(given).flatMap((rows) => rows.map(keyOf)));
  const values = new Map(
    Object.entries(given).map(([name, rows]) => [name, new Map(rows.map((row) => [keyOf(row), row.cells[0]?.value ?? 0]))] as const),
  );
  return [...keys].map((key) => {
    const of = (side: (typeof sides)[number]): Sums => {
      const read = (what: string): number => values.get(`${side}_${what}`)?.get(key) ?? 0;
      return { n: read('n'), sum: read('sum'), squares: read('squares') };
    };
    return { treated: of('with'), others: of('without') };
  });
};

/** What is saved: of the logarithms' difference d the share 1 − e^d; of days the difference itself, both turned so that faster is more. */
const saved = (scale: Scale, difference: number): number => (scale === 'share' ? 1 - Math.exp(difference) : -difference);

const effect =
  (scale: Scale) =>
  ({ panels: given }: ComputedInput): ComputedResult => {
    const strata = strataOf(given);
    const found = stratifiedEffectOfSums(strata);
    const total = (side: 'treated' | 'others'): number => strata.reduce((all, one) => all + one[side].n, 0);
    const detail = { with_activity: total('treated'), without: total('others') };
    if (found === null) return { value: null, n: 0, reasons: ['nothing_to_compare'], detail };
    const ci = found.interval ? ([saved(scale, found.interval[1]), saved(scale, found.interval[0])] as const) : null;
    const isTold = ci !== null && (ci[0] > 0 || ci[1] < 0);
    return {
      value: saved(scale, found.value),
      n: found.treated + found.others,
      ...(ci ? { ci } : {}),
      reasons: isTold ? [] : ['may_be_chance'],
      detail: { ...detail, matched_with: found.treated, matched_without: found.others, strata: found.strata },
    };
  };

const acceleration = (scale: Scale): ComputedMetric => ({
  kind: 'computed',
  axis: 'activity_type',
  inputs: { visits: count('stage_activity', { at: 'left_at' }) },
  panels: panels(scale),
  compute: effect(scale),
});

const moved = (record_id: string, changed_at: string) => ({
  entity: 'opportunity',
  record_id,
  field: 'stage',
  old_value: 'A',
  new_value: 'B',
  changed_at,
});
const deal = (id: string, owner_id: string, more = {}) => ({
  id,
  owner_id,
  pipeline: 'P',
  status: 'open',
  created_at: '2024-01-01',
  stage: 'B',
  ...more,
});
/** Ana's deals stay 10 and 20 days beyond the fifth with a demo, 20 and 40 without; Luis's 5 with, 10 without; Eva's only with. */
const stays: readonly (readonly [id: string, owner: string, changedOn: string, withDemo: boolean])[] = [
  ['a1', 'u1', '2024-01-16', true],
  ['a2', 'u1', '2024-01-26', true],
  ['a3', 'u1', '2024-01-26', false],
  ['a4', 'u1', '2024-02-15', false],
  ['l1', 'u2', '2024-01-11', true],
  ['l2', 'u2', '2024-01-16', false],
  ['e1', 'u3', '2024-01-16', true],
];
const rows = {
  user: [{ id: 'u1' }, { id: 'u2' }, { id: 'u3' }],
  stage: [
    { pipeline: 'P', name: 'A', position: 1, category: 'open' },
    { pipeline: 'P', name: 'B', position: 2, category: 'open' },
  ],
  opportunity: [...stays.map(([id, owner]) => deal(id, owner)), deal('t1', 'u1', { is_test: true })],
  field_change: [...stays.map(([id, , changedOn]) => moved(id, changedOn)), moved('t1', '2024-01-08')],
  activity: [
    ...stays.flatMap(([id, , , withDemo]) => (withDemo ? [{ type: 'demo', opportunity_id: id, occurred_at: '2024-01-04' }] : [])),
    // Too late to be told from the stay itself.
    { type: 'demo', opportunity_id: 'a4', occurred_at: '2024-01-20' },
  ],
};
const demo = { activity_type: 'demo' };
const logOf2 = Math.log(2);

export default defineKpi({
  id: 'cycle_acceleration_effect',
  ref: 'K-063',
  area: 'pipeline',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'work_effectiveness', 'time_management'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: {
      label: { es: 'Parte del tiempo de etapa que se ahorra', en: 'Share of the stage’s time saved' },
      metric: () => acceleration('share'),
    },
    days: { label: { es: 'Días que se ahorran por etapa', en: 'Days saved per stage' }, metric: () => acceleration('days'), unit: 'days' },
  },
  defaults: ['default'],
  needs: ['opportunity.stage', 'opportunity.created_at', 'field_change.changed_at', 'activity.type', 'activity.opportunity_id'],
  terms: [],
  drillBy: ['activity_type', 'stage', 'pipeline', 'opportunity.type', 'product.name'],
  grain: 'year',
  minimumSample: 60,
  guards: ['sales_cycle_length', 'opportunity_conversion_rate'],
  partner: 'customer_touches',
  decomposition: null,
  seed: 'S3 L27',
  source: 'Stratified difference (Cochran 1954) after a landmark (Anderson, Cain & Gelber 1983)',
  texts: {
    es: {
      name: 'Actividades que aceleran el ciclo',
      question: '¿Qué actividades van unidas a etapas más cortas?',
      definition:
        'Para cada tipo de actividad, cuánto menos duran las etapas en las que se hizo una en los cinco primeros días, comparadas con las que no, entre tratos de la misma etapa, la misma persona y un tamaño parecido. Un 20 % quiere decir que lo que quedaba de etapa fue un 20 % más corto.',
      formula: '1 − e^(diferencia media del logaritmo de los días restantes, con y sin la actividad, entre iguales)',
      why: 'Contar contactos premia el movimiento; esto dice qué contactos hacen avanzar.',
      rise: 'Si el intervalo entero está por encima de cero, pruébela a propósito en la mitad de los tratos de una etapa: es la única forma de saber si es causa. Mire que no baje la conversión.',
      fall: 'Por debajo de cero suele ser que esa actividad se hace en los tratos difíciles. No la quite por esto: mire a qué tratos se dedica.',
      caveats:
        'Es una asociación, no una prueba: quien hace una demostración quizá la hace al cliente que ya iba a comprar, y en los tratos rápidos las actividades van más juntas. Se comparan iguales en etapa, persona y tercio de importe; lo que no tiene pareja no cuenta. Solo entran etapas que acabaron avanzando y que duraron más de cinco días, para que las largas no parezcan tener más actividad solo por ser largas. Diferencia de logaritmos: se parece a la de las medianas y no la mueve un trato eterno. «may_be_chance»: el intervalo del 95 % incluye el cero. Pida un año o más.',
    },
    en: {
      name: 'Cycle-accelerating activities',
      question: 'Which activities go with shorter stages?',
      definition:
        'For each type of activity, how much shorter stages are in which one took place within the first five days than those without, among deals of the same stage, the same person and a like size. 20 % means that what was left of the stage was 20 % shorter.',
      formula: '1 − e^(mean difference of the logarithm of the days left, with and without the activity, among like deals)',
      why: 'Counting touches rewards motion; this tells which touches move deals on.',
      rise: 'If the whole interval is above zero, try it on purpose in half the deals of a stage: the only way to know whether it is the cause. See that conversion does not fall.',
      fall: 'Below zero, the activity is often done on difficult deals. Do not drop it for this: see which deals it goes to.',
      caveats:
        'An association, no proof: who gives a demo may give it to the customer about to buy anyway, and in quick deals activities come closer together. Like is compared with like by stage, person and third of amount; what has no match does not count. Only stages that led on and lasted more than five days are in, so that long ones do not seem busier merely by being long. A difference of logarithms is close to that of medians, and one endless deal does not move it. "may_be_chance": the 95 % interval includes zero. Ask for a year or more.',
    },
  },
  examples: [
    {
      name: 'Half the time with a demo, whoever sells',
      given: rows,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'quarter', where: [{ dimension: 'activity_type', op: '=', value: 'demo' }] },
      expect: [
        {
          start: '2024-01-01',
          group: demo,
          value: 0.5,
          n: 6,
          ci: [
            1 - Math.exp(-logOf2 + (1.959964 * logOf2 * Math.SQRT1_2) / Math.sqrt(1.5)),
            1 - Math.exp(-logOf2 - (1.959964 * logOf2 * Math.SQRT1_2) / Math.sqrt(1.5)),
          ],
        },
      ],
      because:
        'Ana: 10 and 20 days left with a demo, 20 and 40 without; Luis: 5 and 10. Each pair halves: the mean of the logarithms differs by ln 2, so 1 − e^(−0.693) = 50 %. Eva has nothing to compare with; a demo on day 19 is too late to count; the test deal is out. Spread: Ana’s logarithms are ± 0.347 around their means, four squares of 0.12 on two degrees of freedom.',
    },
    {
      name: 'In days',
      given: rows,
      exportedAt: '2024-03-31',
      query: {
        variant: 'days',
        from: '2024-01-01',
        to: '2024-03-31',
        grain: 'quarter',
        where: [{ dimension: 'activity_type', op: '=', value: 'demo' }],
      },
      expect: [{ start: '2024-01-01', group: demo, value: 35 / 3, n: 6 }],
      because: 'Ana 30 − 15 = 15 days less, weight 2·2/4 = 1; Luis 5, weight 1/2: (15 + 2.5) / 1.5 = 11.67.',
    },
    {
      name: 'An activity that nobody did',
      given: rows,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'quarter', where: [{ dimension: 'activity_type', op: '=', value: 'meeting' }] },
      expect: [{ start: '2024-01-01', group: { activity_type: 'meeting' }, value: null, n: 0, state: 'no_data' }],
      because: 'There is nothing to compare with.',
    },
  ],
});
