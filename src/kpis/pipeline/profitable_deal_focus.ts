import { sum } from '../../metrics/build.ts';
import { all, compare, field, isKnown, isNot } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, Metric } from '../../metrics/metric.ts';
import { type Check, dealsThat } from '../definitions/deal_state.ts';
import { labels } from '../definitions/labels.ts';
import { defineKpi } from '../kpi.ts';

/** Renewals leave much margin for hardly any selling: they are no deals to focus on. */
const isKnownMargin = all(isKnown('margin_percentile'), isNot('type', 'renewal'));

type Share = 'activities' | 'time' | 'value';

const focus = (topShare: number, read: Share): ComputedMetric => {
  const isTop = all(isKnownMargin, compare(field('margin_percentile'), '>=', 1 - topShare));
  const effort = (path: string, where: Check['where']): Metric =>
    sum('opportunity_state_span', field(path), { at: 'valid_from', ...(where ? { where } : {}) });
  const top: Check = { where: isTop };
  const known: Check = { where: isKnownMargin };
  return {
    kind: 'computed',
    inputs: {
      activities_top: effort('activities', isTop),
      activities: effort('activities', isKnownMargin),
      time_top: effort('activity_s', isTop),
      time: effort('activity_s', isKnownMargin),
      value_top: dealsThat([top], 'value'),
      value: dealsThat([known], 'value'),
      deals_top: dealsThat([top], 'count'),
      deals: dealsThat([known], 'count'),
    },
    compute: ({ cells }: ComputedInput) => {
      const value = (name: string): number => cells[name]?.value ?? 0;
      const share = (name: string): number | null => (value(name) === 0 ? null : value(`${name}_top`) / value(name));
      const detail = { activities: share('activities'), time: share('time'), value: share('value'), deals: share('deals') };
      const n = read === 'value' ? value('deals') : value('activities');
      const reasons = value(read) === 0 ? ['denominator_zero'] : [];
      return { value: share(read), numerator: value(`${read}_top`), denominator: value(read), n, reasons, detail };
    },
  };
};

/** Twenty won deals of 2023 with margins of 1 % to 20 %: above 15 % is the top quarter. Ten lost ones beside them. */
const past = Array.from({ length: 30 }, (_, index) => ({
  id: `w${index + 1}`,
  status: index < 20 ? 'won' : 'lost',
  created_at: '2023-10-02',
  closed_at: '2023-11-11',
  amount: 1000,
  margin: index < 20 ? 10 * (index + 1) : 100,
}));
const open = { status: 'open', created_at: '2024-01-05' };
const act = (opportunity_id: string, occurred_at: string, duration_s: number, more = {}) => ({
  type: 'meeting',
  opportunity_id,
  occurred_at,
  duration_s,
  ...more,
});
const rows = {
  opportunity: [
    ...past,
    { ...open, id: 'o1', amount: 1000, margin: 190 },
    { ...open, id: 'o2', amount: 3000, margin: 150 },
    { ...open, id: 'o3', amount: 5000 },
    { ...open, id: 'o4', amount: 9000, margin: 1800, is_test: true },
    { ...open, id: 'o5', amount: 9000, margin: 1800, type: 'renewal' },
  ],
  activity: [
    act('o1', '2024-01-10T10:00:00Z', 1000),
    act('o1', '2024-01-12T10:00:00Z', 2000),
    act('o2', '2024-01-15T10:00:00Z', 600),
    act('o2', '2024-01-16T10:00:00Z', 200, { type: 'call' }),
    act('o2', '2024-01-17T10:00:00Z', 200, { type: 'call' }),
    act('o3', '2024-01-17T10:00:00Z', 900),
    act('o2', '2024-01-18T10:00:00Z', 900, { type: 'note' }),
    act('o5', '2024-01-19T10:00:00Z', 900),
    act('o1', '2024-02-02T10:00:00Z', 900),
  ],
};

export default defineKpi({
  id: 'profitable_deal_focus',
  ref: 'K-051',
  area: 'pipeline',
  band: 'business',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'profitability', 'work_effectiveness', 'time_management'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    top_share: {
      default: 0.25,
      name: { es: 'Parte de los tratos que se considera más rentable', en: 'Share of deals that counts as most profitable' },
      between: [0.05, 0.9],
    },
  },
  variants: {
    activities: { label: { es: 'De las actividades', en: 'Of activities' }, metric: ({ top_share }) => focus(top_share, 'activities') },
    time: {
      label: { es: 'Del tiempo anotado', en: 'Of time logged' },
      metric: ({ top_share }) => focus(top_share, 'time'),
      needs: ['opportunity.status', 'opportunity.amount', 'opportunity.margin', 'activity.opportunity_id', 'activity.duration_s'],
    },
    by_value: {
      label: labels.byValue,
      metric: ({ top_share }) => focus(top_share, 'value'),
      needs: ['opportunity.status', 'opportunity.amount', 'opportunity.margin'],
    },
  },
  defaults: ['activities', 'by_value'],
  needs: ['opportunity.status', 'opportunity.amount', 'opportunity.margin', 'activity.opportunity_id', 'activity.occurred_at'],
  terms: [],
  drillBy: ['owner.name', 'stage', 'product.name', 'type', 'account.segment'],
  grain: 'month',
  minimumSample: 30,
  guards: ['avg_opportunity_value', 'opportunity_conversion_rate'],
  partner: null,
  decomposition: null,
  seed: 'S3 L17',
  source: 'Share of effort on the top quarter by margin rate',
  texts: {
    es: {
      name: 'Enfoque en tratos rentables',
      question: '¿Se dedica el equipo a los tratos que más margen dejan?',
      definition:
        'Parte de las actividades de venta del periodo dedicada a oportunidades del cuarto más rentable, es decir, con un margen sobre importe mayor que el de tres de cada cuatro tratos ganados antes. El detalle da también la parte del tiempo anotado, del valor abierto y de los tratos.',
      formula: 'Actividades en tratos del cuarto más rentable / actividades en tratos con margen conocido',
      why: 'El tiempo de venta es lo más escaso. Repartirlo por igual entre tratos buenos y malos es regalar margen.',
      rise: 'Compare con la parte de los tratos que son de ese cuarto: si el esfuerzo la supera, hay enfoque. Vigile que no se abandonen clientes buenos de margen medio.',
      fall: 'Mire quién y en qué: a menudo son tratos grandes con mucho descuento que comen reuniones. Ponga un margen mínimo para pedir preventa o demostración.',
      caveats:
        'Compare siempre con «deals» del detalle, la parte de los tratos que son de ese cuarto: igualarla es repartir por igual. El margen es el anotado hoy en la oportunidad; los cuartos se fijan al empezar cada trimestre con lo ganado hasta entonces, y hacen falta diez tratos ganados con margen. Los tratos sin margen conocido y las renovaciones, que apenas piden venta, quedan fuera. El tiempo depende de que se anote la duración: correos y tareas suelen no tenerla. Las actividades cuentan al registrarlas en un trato abierto; las notas no cuentan.',
    },
    en: {
      name: 'Focus on most profitable deals',
      question: 'Does the team work on the deals that leave most margin?',
      definition:
        'Share of the period’s selling activities that went to deals of the most profitable quarter: those with a margin over amount above that of three in four deals won before. The detail has the share of logged time, of open value and of deals too.',
      formula: 'Activities on deals of the top quarter / activities on deals of known margin',
      why: 'Selling time is what is scarcest. Spreading it alike over good and bad deals gives margin away.',
      rise: 'Hold it against the share of deals that are of that quarter: effort above it is focus. See that good customers of middling margin are not dropped.',
      fall: 'See who and on what: often big deals with heavy discounts that eat up meetings. Set a least margin for presales or a demo.',
      caveats:
        'Always compare with "deals" in the detail, the share of deals that are of that quarter: matching it is spreading alike. The margin is the one on record today; quarters are set as each calendar quarter begins from what was won by then, and take ten won deals with a margin. Deals of unknown margin are out, and renewals, which hardly need selling. Time relies on durations being logged, which e-mails and tasks seldom have. Activities count when logged on an open deal; notes do not.',
    },
  },
  examples: [
    {
      name: 'Activities, against the share of deals',
      given: rows,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.4, numerator: 2, denominator: 5, n: 5 }],
      because:
        'o1 has a margin of 19 %, above 18 of the 20 won deals; o2 of 5 %. Two of the five activities went to o1. The deal of unknown margin, the renewal, the note, the test deal and February are out.',
    },
    {
      name: 'Time',
      given: rows,
      exportedAt: '2024-02-29',
      query: { variant: 'time', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.75, numerator: 3000, denominator: 4000 }],
      because: '1,000 + 2,000 seconds of 4,000.',
    },
    {
      name: 'Open value',
      given: rows,
      exportedAt: '2024-02-29',
      query: { variant: 'by_value', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.25, numerator: 1000, denominator: 4000, n: 2 }],
      because: '1,000 of 1,000 + 3,000.',
    },
    {
      name: 'No activity, no share',
      given: rows,
      exportedAt: '2024-03-31',
      query: { from: '2024-03-01', to: '2024-03-31', grain: 'month' },
      expect: [{ start: '2024-03-01', value: null, denominator: 0, state: 'no_data' }],
      because: 'Nobody did anything in March.',
    },
  ],
});
