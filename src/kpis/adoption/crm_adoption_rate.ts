import type { ComputedMetric } from '../../metrics/metric.ts';
import { actions, activeUsers, licensedUsers, ofTypes, overWeeks, usageDimensions, usageNeeds, weekly } from '../definitions/usage.ts';
import { defineKpi } from '../kpi.ts';

const adoption = (types: readonly string[]): ComputedMetric => ({
  kind: 'computed',
  inputs: { active: activeUsers(ofTypes(types)) },
  panels: { part: weekly(activeUsers(ofTypes(types))), whole: weekly(licensedUsers('closing')) },
  compute: overWeeks,
});

const person = (id: string, team: string, more = {}) => ({ id, team, created_at: '2023-01-01', is_licensed: true, ...more });
const given = {
  user: [
    person('u1', 'Ventas'),
    person('u2', 'Ventas'),
    person('u3', 'Soporte'),
    person('u4', 'Soporte', { left_at: '2024-01-10' }),
    person('u5', 'Soporte', { is_licensed: false }),
    person('u6', 'Ventas', { is_test: true }),
  ],
  user_event: [
    { user_id: 'u1', type: 'update', occurred_at: '2024-01-02T10:00:00Z' },
    { user_id: 'u1', type: 'create', occurred_at: '2024-01-03T10:00:00Z' },
    { user_id: 'u2', type: 'login', occurred_at: '2024-01-03T10:00:00Z' },
    { user_id: 'u4', type: 'log', occurred_at: '2024-01-04T10:00:00Z' },
    { user_id: 'u5', type: 'update', occurred_at: '2024-01-04T10:00:00Z' },
    { user_id: 'u1', type: 'log', occurred_at: '2024-01-09T10:00:00Z' },
    { user_id: 'u2', type: 'login', occurred_at: '2024-01-10T10:00:00Z' },
    { user_id: 'u3', type: 'update', occurred_at: '2024-01-10T10:00:00Z', is_test: true },
  ],
};

export default defineKpi({
  id: 'crm_adoption_rate',
  ref: 'K-119',
  area: 'adoption',
  band: 'adoption',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['work_effectiveness', 'quality'],
  version: { number: 1, since: '2026-11-21' },
  parameters: { actions },
  variants: {
    default: {
      label: { es: 'Hacen algo con sentido cada semana', en: 'Do something meaningful each week' },
      metric: ({ actions: types }) => adoption(types),
    },
    any_use: {
      label: { es: 'Entran al menos una vez por semana', en: 'Come in at least once a week' },
      metric: ({ actions: types }) => adoption([...types, 'login', 'view', 'export']),
    },
  },
  defaults: ['default'],
  needs: usageNeeds,
  terms: [],
  drillBy: usageDimensions,
  grain: 'week',
  minimumSample: 5,
  guards: ['data_accuracy', 'opportunity_conversion_rate'],
  partner: null,
  decomposition: null,
  seed: 'S4 L23',
  source: 'Weekly active users over licensed users; three tiers of adoption: access, process, data',
  texts: {
    es: {
      name: 'Adopción del CRM',
      question: '¿Cuánta de la gente que tiene CRM trabaja de verdad con él?',
      definition:
        'De las personas con licencia, las que en la semana crean, actualizan o registran algo al menos una vez. En periodos más largos, la suma de las semanas completas: un mes se lee como su semana media.',
      formula: 'Personas activas en la semana / personas con licencia al final de la semana',
      why: 'Lo que no se apunta no se puede medir: si la mitad no lo usa, todos los demás KPI cuentan media empresa. Y las licencias se pagan igual.',
      rise: 'Compruebe con la intensidad de uso y la exactitud de los datos que se trabaja, y no que se toca un campo para salir en la foto.',
      fall: 'Desglose por equipo y oficina. Vacaciones aparte, pregunte qué les sobra o les falta; suele ser un formulario largo o un jefe que pide el informe en Excel.',
      caveats:
        'Entrar no es usar: la variante de acceso cuenta también entradas y consultas, y la diferencia entre ambas es la gente que solo mira. Las semanas son enteras: un mes cuenta las que caben en él. Las semanas de agosto y Navidad bajan solas: compare con el año anterior. Cuenta como licenciado quien no diga lo contrario, desde su alta como usuario hasta que se va.',
    },
    en: {
      name: 'CRM adoption rate',
      question: 'How many of the people who have the CRM really work in it?',
      definition:
        'Of the people with a licence, those who create, update or log something at least once in the week. In longer periods the whole weeks are added up: a month reads as its average week.',
      formula: 'People active in the week / people licensed at the end of the week',
      why: 'What is not entered cannot be measured: if half do not use it, every other KPI tells of half a company. And licences cost the same.',
      rise: 'Check with usage depth and data accuracy that work is done, and not a field touched for the record.',
      fall: 'Drill by team and office. Holidays aside, ask what is too much or missing; often it is a long form, or a manager who wants the report in a spreadsheet.',
      caveats:
        'To log in is not to use: the variant of access counts log-ins and views too, and the difference is people who only look. Weeks are whole: a month counts those within it. August and Christmas fall by themselves: compare with the year before. Whoever is not said to be unlicensed counts, from being made a user until leaving.',
    },
  },
  examples: [
    {
      name: 'two weeks: who worked, of who has a licence',
      given,
      exportedAt: '2024-01-21',
      query: { from: '2024-01-01', to: '2024-01-21', grain: 'week' },
      expect: [
        { start: '2024-01-01', value: 0.5, numerator: 2, denominator: 4 },
        { start: '2024-01-08', value: 1 / 3, numerator: 1, denominator: 3 },
        { start: '2024-01-15', value: 0, numerator: 0, denominator: 3 },
      ],
      because:
        'First week: u1 (twice, counts once) and u4 of four licensed; u2 only logs in, u5 has no licence. Second: u4 has left; u1 of three. Third: nobody. Test user and event are out.',
    },
    {
      name: 'a stretch of three weeks is their sum',
      given,
      exportedAt: '2024-01-31',
      query: { from: '2024-01-01', to: '2024-01-21', grain: 'total' },
      expect: [{ start: '2024-01-01', value: 0.3, numerator: 3, denominator: 10 }],
      because: '(2 + 1 + 0) / (4 + 3 + 3): not the average of the three rates.',
    },
    {
      name: 'coming in is easier than working',
      given,
      exportedAt: '2024-01-21',
      query: { variant: 'any_use', from: '2024-01-01', to: '2024-01-14', grain: 'week' },
      expect: [
        { start: '2024-01-01', value: 0.75, numerator: 3, denominator: 4 },
        { start: '2024-01-08', value: 2 / 3, numerator: 2, denominator: 3 },
      ],
      because: 'With log-ins u2 counts in both weeks.',
    },
    {
      name: 'by team',
      given,
      exportedAt: '2024-01-21',
      query: { from: '2024-01-01', to: '2024-01-07', grain: 'week', by: ['user.team'] },
      expect: [
        { start: '2024-01-01', group: { 'user.team': 'Ventas' }, value: 0.5, numerator: 1, denominator: 2 },
        { start: '2024-01-01', group: { 'user.team': 'Soporte' }, value: 0.5, numerator: 1, denominator: 2 },
      ],
      because: 'Sales: u1 of u1 and u2. Support: u4 of u3 and u4.',
    },
  ],
});
