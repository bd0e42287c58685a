import { sum } from '../../metrics/build.ts';
import { all, calculate, coalesce, field, isKnown, literal, money } from '../../metrics/expression.ts';
import type { ComputedMetric } from '../../metrics/metric.ts';
import { licensedUsers } from '../definitions/usage.ts';
import { defineKpi } from '../kpi.ts';

const hours = calculate(field('fix_minutes'), '/', 60);
const cost = money('owner.hourly_cost', 'fixed_at');
const fixed = { at: 'fixed_at', where: isKnown('fix_minutes') };

/** What the source text quotes of others, a year and person: shown beside the company's own figure and used for nothing. */
const quoted = { quoted_hours_a_year: 550, quoted_cost_a_year: 32_000, quoted_currency: 'USD' };

/** Hours a year and person, so that periods of any length compare with what is quoted. */
const hoursPerPerson: ComputedMetric = {
  kind: 'computed',
  inputs: { hours: sum('data_issue', hours, fixed), people: licensedUsers('average'), days: { kind: 'built_in', name: 'days' } },
  compute: ({ cells }) => {
    const [spent, people, days] = [cells.hours?.value ?? null, cells.people?.value ?? 0, cells.days?.value ?? 0];
    if (spent === null || people <= 0 || days <= 0) return { value: null, n: cells.hours?.n ?? 0, reasons: ['denominator_zero'] };
    return { value: ((spent / people) * 365) / days, n: cells.hours?.n ?? 0, detail: { hours: spent, people, ...quoted } };
  },
};

const given = {
  user: [
    { id: 'u1', hourly_cost: 30, created_at: '2023-01-01' },
    { id: 'u2', hourly_cost: 24, created_at: '2023-01-01' },
  ],
  data_issue: [
    { found_at: '2024-01-05', fixed_at: '2024-01-08', fix_minutes: 20, owner_id: 'u1' },
    { found_at: '2024-01-06', fixed_at: '2024-01-09', fix_minutes: 10, owner_id: 'u2' },
    { found_at: '2024-01-20', fixed_at: '2024-02-02', fix_minutes: 60, owner_id: 'u1' },
    { found_at: '2024-01-25', fixed_at: null, fix_minutes: null, owner_id: 'u2' },
    { found_at: '2024-01-26', fixed_at: '2024-01-27', fix_minutes: 500, owner_id: 'u1', is_test: true },
  ],
};
const needs = ['data_issue.fix_minutes', 'data_issue.fixed_at', 'data_issue.owner_id', 'user.hourly_cost'];

export default defineKpi({
  id: 'bad_data_cost',
  ref: 'K-125',
  area: 'data',
  band: 'adoption',
  direction: 'down',
  timing: 'lagging',
  nature: 'failure',
  unit: 'money',
  tags: ['cost', 'quality', 'time_management'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    minutes_per_issue: {
      default: 10,
      name: {
        es: 'Minutos que cuesta arreglar un fallo del que no se apuntó el tiempo',
        en: 'Minutes to mend an issue whose time was not noted',
      },
      between: [1, 600],
    },
  },
  variants: {
    default: {
      label: { es: 'Tiempo de arreglo anotado', en: 'Repair time on record' },
      metric: () => sum('data_issue', calculate(hours, '*', cost), fixed),
    },
    found: {
      label: { es: 'Todos los fallos detectados, con tiempo estimado', en: 'All issues found, time estimated' },
      metric: ({ minutes_per_issue }) =>
        sum(
          'data_issue',
          calculate(
            calculate(coalesce(field('fix_minutes'), literal(minutes_per_issue)), '/', 60),
            '*',
            money('owner.hourly_cost', 'found_at'),
          ),
          { at: 'found_at', where: all(isKnown('found_at')) },
        ),
      needs: ['data_issue.found_at', 'data_issue.owner_id', 'user.hourly_cost'],
    },
    hours_per_person: {
      label: { es: 'Horas al año por persona con licencia', en: 'Hours a year per licensed person' },
      unit: 'hours',
      metric: () => hoursPerPerson,
      needs: ['data_issue.fix_minutes', 'data_issue.fixed_at', 'user.created_at'],
    },
  },
  defaults: ['default'],
  needs,
  terms: [],
  drillBy: ['entity', 'check', 'owner.name', 'owner.team'],
  grain: 'month',
  minimumSample: 10,
  guards: ['data_accuracy', 'duplicate_rate'],
  partner: null,
  decomposition: null,
  seed: 'S4 L10',
  source: 'Redman 2016, the cost of bad data: time spent by hidden data factories',
  texts: {
    es: {
      name: 'Coste de los datos erróneos',
      question: '¿Cuánto nos cuesta arreglar lo que se apuntó mal?',
      definition:
        'Minutos dedicados a corregir fallos de datos en el periodo, valorados al coste por hora de quien los arregla. Cada fallo cuenta en la fecha en que se corrige.',
      formula: 'Σ minutos de arreglo / 60 × coste por hora de quien arregla',
      why: 'Le pone precio a un problema que nadie ve en la cuenta de resultados y dice cuánto se puede gastar en evitarlo.',
      rise: 'Mire qué entidad y qué comprobación se llevan el dinero. Si crece porque por fin se apunta, el dato mejora; si crecen los fallos por registro, arregle el formulario o la importación que los mete.',
      fall: 'Compruebe en la exactitud de los datos que hay menos fallos, y no menos ganas de corregirlos o de apuntarlo.',
      caveats:
        'Es un suelo: solo cuenta el trabajo de arreglar que se anota. No incluye la llamada al teléfono equivocado, el pedido mal servido ni la decisión errada. La variante de fallos detectados supone los minutos que falten. El texto de origen cita 550 horas y 32.000 US$ por comercial: es una cifra de segunda mano, de otro país y otra época, que se muestra solo como referencia (variante de horas por persona) y no entra en ningún cálculo. Necesita el registro de fallos (data_issue) y el coste por hora.',
    },
    en: {
      name: 'Cost of bad data',
      question: 'What does it cost us to mend what was entered wrong?',
      definition:
        'Minutes spent in the period on mending data issues, at the hourly cost of whoever mends them. Each issue counts on the day it is mended.',
      formula: 'Σ repair minutes / 60 × hourly cost of whoever repairs',
      why: 'It puts a price on a trouble that no profit and loss account shows, and says what may be spent on preventing it.',
      rise: 'See which entity and which check take the money. If it grows because time is noted at last, the figure gets better; if issues per record grow, mend the form or the import that brings them.',
      fall: 'Check in data accuracy that there are fewer issues, and not less will to mend them or to note it.',
      caveats:
        'It is a floor: only repair work on record counts, not the call to a wrong number, the order gone astray or the wrong decision. The variant of issues found assumes the minutes that are missing. The source text quotes 550 hours and 32,000 US$ a sales rep: a second-hand figure of another country and time, shown only as a reference (variant of hours per person) and used in no computation. It needs the register of issues (data_issue) and hourly costs.',
    },
  },
  examples: [
    {
      name: 'minutes mended in the month at their owners’ cost',
      given,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 14, n: 2 },
        { start: '2024-02-01', value: 30, n: 1 },
        { start: '2024-03-01', value: 0 },
      ],
      because: 'January: 20/60 × 30 + 10/60 × 24 = 10 + 4. February: 1 h × 30. The open issue has cost nothing yet; the test one is out.',
    },
    {
      name: 'issues found, the open one estimated',
      given,
      exportedAt: '2024-03-31',
      query: { variant: 'found', from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 48, n: 4 },
        { start: '2024-02-01', value: 0 },
      ],
      because: 'All four were found in January: 10 + 4 + 30 + 10/60 × 24 = 48, the last at 10 minutes by the parameter.',
    },
    {
      name: 'hours a year and person, beside what the text quotes',
      given,
      exportedAt: '2024-12-31',
      query: { variant: 'hours_per_person', from: '2024-01-01', to: '2024-12-31', grain: 'year' },
      expect: [{ start: '2024-01-01', value: (1.5 / 2) * (365 / 366) }],
      because: '20 + 10 + 60 minutes = 1.5 h among two people, brought from 366 days to 365: 0.748 h a person, not 550.',
    },
  ],
});
