import { count, sumMoney } from '../../metrics/build.ts';
import type { Metric } from '../../metrics/metric.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { labels } from '../definitions/labels.ts';
import { leadsOnly } from '../definitions/lead.ts';
import { reasonMix } from '../definitions/mix.ts';
import { defineKpi } from '../kpi.ts';

const lost = { at: 'lost_at' };
const needs = ['lead.lost_at', 'lead.lost_reason'];
const mix = (of: Metric) => reasonMix('lost_reason', of);

const rows = {
  lead: [
    { created_at: '2024-01-02', lost_at: '2024-01-10', lost_reason: 'No contesta', estimated_value: 500, source: 'Web' },
    { created_at: '2024-01-02', lost_at: '2024-01-11', lost_reason: 'No contesta', estimated_value: 500, source: 'Web' },
    { created_at: '2023-12-02', lost_at: '2024-01-12', lost_reason: 'Sin presupuesto', estimated_value: 8000, source: 'Feria' },
    { created_at: '2024-01-02', lost_at: '2024-01-13', estimated_value: 1000, source: 'Web' },
    { created_at: '2024-01-02', lost_at: '2024-01-14', lost_reason: 'Sin presupuesto', is_test: true },
    { created_at: '2024-01-02', status: 'working', source: 'Web' },
  ],
};

export default defineKpi({
  id: 'lead_lost_reasons',
  ref: 'K-036',
  area: 'leads',
  band: 'business',
  direction: 'none',
  timing: 'lagging',
  nature: 'failure',
  unit: 'rate',
  tags: ['sales', 'quality', 'market_demand'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    by_count: { label: labels.byCount, metric: (_, settings) => mix(count('lead', leadsOnly(settings, lost))) },
    by_value: {
      label: { es: 'Por valor estimado', en: 'By estimated value' },
      metric: (_, settings) => mix(sumMoney('lead', 'estimated_value', leadsOnly(settings, lost))),
      needs: [...needs, 'lead.estimated_value'],
    },
  },
  defaults: ['by_count'],
  needs,
  terms: ['lead'],
  drillBy: ['lost_reason', 'source', 'campaign.name', 'owner.name', 'office'],
  grain: 'quarter',
  minimumSample: 20,
  guards: ['unconverted_leads', 'lead_reactivation_rate'],
  partner: null,
  decomposition: null,
  seed: 'S3 L33',
  source: 'Mix of lost reasons, unknown included',
  texts: {
    es: {
      name: 'Causas de leads perdidos',
      question: '¿Por qué no salen adelante los leads que perdemos?',
      definition:
        'Reparto de los leads perdidos en el periodo entre los motivos anotados. Los que no tienen motivo aparecen como desconocido, de modo que todo suma el 100 %.',
      formula: 'Leads perdidos por cada motivo / leads perdidos en el periodo',
      why: 'Quien hoy dice que no puede decir que sí cuando cambie su situación: saber el motivo indica cuándo volver y con qué.',
      rise: 'Un motivo que crece pide dueño: «no contesta» es rapidez y número de intentos; «sin presupuesto», precio o segmento; «fuera de zona», campañas mal dirigidas. Ábralo por fuente.',
      fall: 'Confirme que se arregló la causa y que no se marca otro motivo de la lista. Si baja «desconocido», los demás suben sin que nada haya cambiado.',
      caveats:
        'Vale lo que valga el registro: el detalle dice qué parte tiene motivo; por debajo del 80 % sea prudente. «No contesta» es lo que se anota cuando no se sabe. Por valor, los leads sin importe estimado no cuentan. Cada lead va en el mes en que se perdió, aunque después se reabra.',
    },
    en: {
      name: 'Lead lost-reason mix',
      question: 'Why do the leads we lose come to nothing?',
      definition:
        'How the leads lost in the period divide among the recorded reasons. Those without one show as unknown, so that everything adds up to 100 %.',
      formula: 'Leads lost for each reason / leads lost in the period',
      why: 'Whoever says no today may say yes when things change: the reason tells when to return, and with what.',
      rise: 'A growing reason needs an owner: "no answer" is speed and number of attempts; "no budget" price or segment; "outside our area" ill-aimed campaigns. Split by source.',
      fall: 'Make sure the cause was mended and people are not merely ticking another box. When "unknown" shrinks, the others rise with nothing changed.',
      caveats:
        'It is as good as the records: the detail says what part has a reason; below 80 % tread with care. "No answer" is what gets recorded when nobody knows. By value, leads without an estimate do not count. A lead belongs to the month it was lost in, even if reopened later.',
    },
  },
  examples: [
    {
      name: 'Shares by count, the unknown among them',
      given: rows,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', group: { lost_reason: 'No contesta' }, value: 0.5, numerator: 2, denominator: 4 },
        { start: '2024-01-01', group: { lost_reason: 'Sin presupuesto' }, value: 0.25, numerator: 1, denominator: 4 },
        { start: '2024-01-01', group: { lost_reason: null }, value: 0.25, numerator: 1, denominator: 4 },
        { start: '2024-02-01', group: { lost_reason: 'No contesta' }, value: null },
      ],
      because: 'Four live leads lost in January: 2/4, 1/4 and 1/4 without a reason. None was lost in February: no shares.',
    },
    {
      name: 'By value another reason leads',
      given: rows,
      exportedAt: '2024-02-29',
      query: { variant: 'by_value', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', group: { lost_reason: 'No contesta' }, value: 0.1, numerator: 1000, denominator: 10000 },
        { start: '2024-01-01', group: { lost_reason: 'Sin presupuesto' }, value: 0.8, numerator: 8000, denominator: 10000 },
        { start: '2024-01-01', group: { lost_reason: null }, value: 0.1, numerator: 1000, denominator: 10000 },
      ],
      because: '1,000, 8,000 and 1,000 of 10,000 lost.',
    },
    ...leadCases(
      {
        usual: [{ group: { lost_reason: 'Precio' }, value: 2 / 3 }, 'L5 and L7 of the three lost in January.'],
        reachable: [{ group: { lost_reason: 'Precio' }, value: 1 / 2 }, 'L7 of L6 and L7.'],
      },
      { query: { by: ['lost_reason'] } },
    ),
  ],
});
