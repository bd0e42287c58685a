import { count, sum } from '../../metrics/build.ts';
import { field, is, isKnown } from '../../metrics/expression.ts';
import type { ComputedInput, ComputedMetric, ComputedResult, RatioMetric, StockMetric } from '../../metrics/metric.ts';
import { actions, activeUsers, ofTypes, overWeeks, usageDimensions, usageEvents, usageNeeds, weekly } from '../definitions/usage.ts';
import { defineKpi } from '../kpi.ts';

const depth = (types: readonly string[]): ComputedMetric => ({
  kind: 'computed',
  inputs: { events: usageEvents(ofTypes(types)) },
  panels: { part: weekly(usageEvents(ofTypes(types))), whole: weekly(activeUsers(ofTypes(types))) },
  compute: overWeeks,
});

const openDeals: StockMetric = {
  kind: 'stock',
  dataset: 'opportunity_span',
  aggregate: 'count',
  where: is('status', 'open'),
  at: 'closing',
};

/** Of the deals open at the end of the period, those with an activity in its last days. */
const worked = ({ panels }: ComputedInput): ComputedResult => {
  const ids = (rows: ComputedInput['panels'][string] | undefined) =>
    (rows ?? []).flatMap(({ group, cells }) => ((cells.at(-1)?.value ?? 0) > 0 && group.opportunity_id ? [group.opportunity_id] : []));
  const touched = new Set(ids(panels.touched));
  const open = ids(panels.open);
  const part = open.filter((id) => touched.has(id)).length;
  if (open.length === 0) return { value: null, numerator: 0, denominator: 0, n: 0, reasons: ['denominator_zero'] };
  return { value: part / open.length, numerator: part, denominator: open.length, n: open.length };
};

const workedDeals = (days: number): ComputedMetric => ({
  kind: 'computed',
  inputs: { open: openDeals },
  panels: {
    open: { metric: openDeals, by: ['opportunity_id'] },
    touched: {
      metric: { kind: 'cumulative', of: count('activity', { at: 'occurred_at', where: isKnown('opportunity_id') }), window: { days } },
      by: ['opportunity_id'],
    },
  },
  compute: worked,
});

const completeness = is('aspect', 'completeness');
const filledFields: RatioMetric = {
  kind: 'ratio',
  of: 'part',
  numerator: sum('check_result', field('passed'), { at: 'month', where: completeness }),
  denominator: sum('check_result', field('checked'), { at: 'month', where: completeness }),
};

const person = (id: string, team: string, more = {}) => ({ id, team, created_at: '2023-01-01', is_licensed: true, ...more });
const event = (user_id: string, type: string, day: string, more = {}) => ({ user_id, type, occurred_at: `${day}T10:00:00Z`, ...more });
const given = {
  user: [person('u1', 'Ventas'), person('u2', 'Ventas'), person('u3', 'Soporte')],
  user_event: [
    event('u1', 'update', '2024-01-02'),
    event('u1', 'create', '2024-01-03'),
    event('u1', 'log', '2024-01-04'),
    event('u2', 'log', '2024-01-04'),
    event('u3', 'login', '2024-01-04'),
    event('u1', 'log', '2024-01-09'),
    event('u2', 'log', '2024-01-10', { is_test: true }),
  ],
};

export default defineKpi({
  id: 'crm_usage_depth',
  ref: 'K-120',
  area: 'adoption',
  band: 'adoption',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'ratio',
  tags: ['work_effectiveness', 'quality'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    actions,
    activity_days: {
      default: 14,
      name: { es: 'Días en que una oportunidad abierta debe tener actividad', en: 'Days in which an open deal should see an activity' },
      between: [1, 365],
    },
  },
  variants: {
    default: {
      label: { es: 'Acciones por persona activa y semana', en: 'Actions per active person and week' },
      metric: ({ actions: types }) => depth(types),
    },
    worked_deals: {
      label: { es: 'Oportunidades abiertas con actividad reciente', en: 'Open deals with recent activity' },
      unit: 'rate',
      metric: ({ activity_days }) => workedDeals(activity_days),
      needs: ['opportunity.status', 'opportunity.created_at', 'activity.opportunity_id', 'activity.occurred_at'],
    },
    filled_fields: {
      label: { es: 'Campos imprescindibles rellenos', en: 'Essential fields filled' },
      unit: 'rate',
      metric: () => filledFields,
      needs: [['lead.created_at', 'opportunity.created_at', 'account.created_at', 'order.ordered_at', 'ticket.opened_at']],
    },
  },
  defaults: ['default'],
  needs: usageNeeds,
  terms: [],
  drillBy: usageDimensions,
  grain: 'week',
  minimumSample: 5,
  guards: ['crm_adoption_rate', 'data_accuracy'],
  partner: null,
  decomposition: null,
  seed: 'S4 L23',
  source: 'Events per weekly active user; process and data tiers of adoption',
  texts: {
    es: {
      name: 'Intensidad de uso',
      question: 'Quien usa el CRM, ¿cuánto lo usa?',
      definition:
        'Acciones con sentido (crear, actualizar, registrar) por persona activa y semana. En periodos más largos, la suma de las semanas completas. Las variantes miran el proceso (oportunidades abiertas con actividad en los últimos 14 días) y los datos (campos imprescindibles rellenos).',
      formula: 'Acciones de la semana / personas activas en la semana',
      why: 'La adopción dice cuántos; esto dice si lo llevan al día o pasan los viernes a rellenar lo justo.',
      rise: 'Vea si sube también la variante de oportunidades con actividad. Si solo suben las acciones, puede que un proceso pida hoy más clics que ayer: eso no es mejorar.',
      fall: 'Mire qué equipo y si coincide con una integración que registra sola (correo, centralita): entonces no es menos uso. Si no, las oportunidades paradas dirán dónde.',
      caveats:
        'Más clics no es más trabajo: compare consigo mismo, no con otros sectores. Los meses cuentan semanas enteras. La variante de campos usa las comprobaciones de datos por mes de alta y se desglosa por entidad y campo, no por equipo; la de oportunidades, por responsable solo si actividad y oportunidad lo comparten.',
    },
    en: {
      name: 'Usage depth',
      question: 'Those who use the CRM: how much do they use it?',
      definition:
        'Meaningful actions (create, update, log) per active person and week. In longer periods the whole weeks are added up. The variants look at the process (open deals with an activity in the last 14 days) and at the data (essential fields filled).',
      formula: 'Actions of the week / people active in the week',
      why: 'Adoption says how many; this says whether they keep it up to date or fill in the minimum on Fridays.',
      rise: 'See whether the variant of deals with activity rises too. If only actions do, a process may take more clicks than before: that is no improvement.',
      fall: 'See which team, and whether an integration began to log by itself (mail, telephone): then it is not less use. Else the idle deals will tell where.',
      caveats:
        'More clicks are not more work: compare with yourself, not with other trades. Months count whole weeks. The variant of fields uses the data checks by month of entry and drills by entity and field, not by team; that of deals by owner only where activity and deal share it.',
    },
  },
  examples: [
    {
      name: 'actions per active person',
      given,
      exportedAt: '2024-01-21',
      query: { from: '2024-01-01', to: '2024-01-21', grain: 'week' },
      expect: [
        { start: '2024-01-01', value: 2, numerator: 4, denominator: 2 },
        { start: '2024-01-08', value: 1, numerator: 1, denominator: 1 },
        { start: '2024-01-15', value: null, numerator: 0, denominator: 0 },
      ],
      because:
        'First week: u1 three, u2 one, over two people; u3 only logs in. Second: one by u1 (the other is a test). Third: nobody active.',
    },
    {
      name: 'open deals that somebody works on',
      given: {
        opportunity: [
          { id: 'o1', created_at: '2023-12-01', status: 'open' },
          { id: 'o2', created_at: '2023-12-01', status: 'open' },
          { id: 'o3', created_at: '2024-01-30', status: 'open' },
          { id: 'o4', created_at: '2023-12-01', status: 'won', closed_at: '2024-01-20' },
        ],
        activity: [
          { type: 'call', opportunity_id: 'o1', occurred_at: '2024-01-17' },
          { type: 'call', opportunity_id: 'o2', occurred_at: '2024-01-18' },
          { type: 'email', opportunity_id: 'o2', occurred_at: '2024-01-30' },
          { type: 'call', opportunity_id: 'o4', occurred_at: '2024-01-19' },
        ],
      },
      exportedAt: '2024-01-31',
      query: { variant: 'worked_deals', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 1 / 3, numerator: 1, denominator: 3 }],
      because: 'On 31 January o1, o2 and o3 are open. In the last 14 days (from the 18th) only o2 saw anything; o1’s call was on the 17th.',
    },
    {
      name: 'essential fields',
      given: {
        lead: [
          { id: 'l1', created_at: '2024-01-10', name: 'Ana', email: 'ana@nava.example' },
          { id: 'l2', created_at: '2024-01-11', name: null, email: 'no tiene' },
        ],
      },
      exportedAt: '2024-01-31',
      query: { variant: 'filled_fields', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.75, numerator: 3, denominator: 4 }],
      because: 'Name and e-mail of two leads: one name is empty. That the second address is none is not a matter of completeness.',
    },
  ],
});
