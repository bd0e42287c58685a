import { all, is, isOneOf } from '../../metrics/expression.ts';
import type { ComputedMetric } from '../../metrics/metric.ts';
import { activeUsers, licensedUsers, overWeeks, usageDimensions, usageNeeds, weekly } from '../definitions/usage.ts';
import { defineKpi } from '../kpi.ts';

const looked = (what: readonly string[]) => all(is('type', 'view'), isOneOf('entity', what));
const decided = (what: readonly string[]) => all(is('type', 'decision'), isOneOf('entity', what));

const viewers = (what: readonly string[]): ComputedMetric => ({
  kind: 'computed',
  inputs: { viewers: activeUsers(looked(what)) },
  panels: { part: weekly(activeUsers(looked(what))), whole: weekly(licensedUsers('closing')) },
  compute: overWeeks,
});

const person = (id: string, team: string, more = {}) => ({ id, team, created_at: '2023-01-01', is_licensed: true, ...more });
const event = (user_id: string, type: string, entity: string | null, day: string, more = {}) => ({
  user_id,
  type,
  entity,
  occurred_at: `${day}T10:00:00Z`,
  ...more,
});
const given = {
  user: [person('u1', 'Ventas'), person('u2', 'Ventas'), person('u3', 'Dirección'), person('u4', 'Ventas', { is_licensed: false })],
  user_event: [
    event('u1', 'view', 'kpi', '2024-01-02'),
    event('u1', 'view', 'report', '2024-01-03'),
    event('u2', 'view', 'account', '2024-01-03'),
    event('u3', 'view', 'dashboard', '2024-01-03'),
    event('u3', 'decision', 'kpi', '2024-01-03'),
    event('u4', 'view', 'kpi', '2024-01-04'),
    event('u2', 'view', 'kpi', '2024-01-09', { is_test: true }),
    event('u3', 'view', 'kpi', '2024-01-10'),
  ],
};
const weeks = { from: '2024-01-01', to: '2024-01-21', grain: 'week' } as const;

export default defineKpi({
  id: 'data_leverage_rate',
  ref: 'K-121',
  area: 'adoption',
  band: 'adoption',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['work_effectiveness', 'business_performance'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    views: {
      default: ['kpi', 'report', 'dashboard', 'board'],
      name: { es: 'Lo que, al consultarlo, cuenta como usar los datos', en: 'What counts as using the data when looked at' },
    },
  },
  variants: {
    default: {
      label: { es: 'Personas que consultan KPI o informes cada semana', en: 'People who look at KPIs or reports each week' },
      metric: ({ views }) => viewers(views),
    },
    decisions: {
      label: { es: 'Quienes, además de mirar, anotan una decisión', en: 'Those who, beside looking, log a decision' },
      metric: ({ views }) => ({
        kind: 'computed',
        inputs: { deciders: activeUsers(decided(views)) },
        panels: { part: weekly(activeUsers(decided(views))), whole: weekly(activeUsers(looked(views))) },
        compute: overWeeks,
      }),
      needs: ['user_event.user_id', 'user_event.type', 'user_event.occurred_at'],
    },
  },
  defaults: ['default'],
  needs: [...usageNeeds, 'user_event.entity'],
  terms: [],
  drillBy: usageDimensions,
  grain: 'week',
  minimumSample: 5,
  guards: ['data_accuracy', 'crm_adoption_rate'],
  partner: null,
  decomposition: null,
  seed: 'S4 L23',
  source: 'Weekly viewers of reports over licensed users; decisions logged in reviews',
  texts: {
    es: {
      name: 'Aprovechamiento de los datos',
      question: 'Los datos que recogemos, ¿los mira alguien?',
      definition:
        'De las personas con licencia, las que en la semana consultan al menos un KPI, informe o cuadro. En periodos más largos, la suma de las semanas completas.',
      formula: 'Personas que consultan KPI o informes en la semana / personas con licencia',
      why: 'Recoger datos que nadie mira es el peor de los costes: se paga el esfuerzo y se decide igual que antes.',
      rise: 'Mire si además se decide: la variante de decisiones dice cuántos de los que miran anotan lo que hicieron con ello.',
      fall: 'Pregunte qué dejó de servir: datos atrasados, demasiados KPI o un informe que ya llega por correo. Un cuadro con cinco cifras que cambian decisiones gana a uno con treinta.',
      caveats:
        'No todo el mundo tiene que mirar informes cada semana: desglose por puesto antes de juzgar. Lo que se lee por correo, en papel o en una hoja de cálculo no se ve. La variante de decisiones necesita que se registren (eventos de tipo «decision»): sin ellos da cero, no «nadie decide».',
    },
    en: {
      name: 'Data leverage',
      question: 'The data we collect: does anyone look at them?',
      definition:
        'Of the people with a licence, those who look at one KPI, report or board at least in the week. In longer periods the whole weeks are added up.',
      formula: 'People who look at KPIs or reports in the week / people with a licence',
      why: 'To collect data that nobody looks at is the worst of costs: the effort is paid and decisions are made as before.',
      rise: 'See whether decisions follow: that variant tells how many of those who look note what they did about it.',
      fall: 'Ask what stopped being useful: stale data, too many KPIs, a report that comes by mail anyway. A board of five figures that change decisions beats one of thirty.',
      caveats:
        'Not everybody must look at reports each week: drill by role before you judge. What is read in mail, on paper or in a spreadsheet is not seen. The variant of decisions needs them logged (events of type "decision"): without them it is zero, which does not mean that nobody decides.',
    },
  },
  examples: [
    {
      name: 'who looks at figures',
      given,
      exportedAt: '2024-01-21',
      query: weeks,
      expect: [
        { start: '2024-01-01', value: 2 / 3, numerator: 2, denominator: 3 },
        { start: '2024-01-08', value: 1 / 3, numerator: 1, denominator: 3 },
        { start: '2024-01-15', value: 0, numerator: 0, denominator: 3 },
      ],
      because:
        'u1 and u3 of three licensed; u2 looked at an account, which is work and not analysis; u4 has no licence. Then u3 alone; then nobody.',
    },
    {
      name: 'who decides something of those who look',
      given,
      exportedAt: '2024-01-21',
      query: { ...weeks, variant: 'decisions' },
      expect: [
        { start: '2024-01-01', value: 0.5, numerator: 1, denominator: 2 },
        { start: '2024-01-08', value: 0, numerator: 0, denominator: 1 },
        { start: '2024-01-15', value: null, numerator: 0, denominator: 0 },
      ],
      because: 'In the first week u3 logs a decision, u1 does not. In the second nobody decides. In the third nobody looks.',
    },
  ],
});
