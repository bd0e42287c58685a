import { count, sumMoney } from '../../metrics/build.ts';
import { is } from '../../metrics/expression.ts';
import type { Metric } from '../../metrics/metric.ts';
import { labels } from '../definitions/labels.ts';
import { reasonMix } from '../definitions/mix.ts';
import { defineKpi } from '../kpi.ts';

const lost = { at: 'closed_at', where: is('status', 'lost') };
const needs = ['opportunity.status', 'opportunity.closed_at', 'opportunity.lost_reason'];

const mix = (of: Metric) => reasonMix('lost_reason', of);

const rows = {
  opportunity: [
    { status: 'lost', closed_at: '2024-01-10', lost_reason: 'Precio', amount: 1000 },
    { status: 'lost', closed_at: '2024-01-11', lost_reason: 'Precio', amount: 1000 },
    { status: 'lost', closed_at: '2024-01-12', lost_reason: 'Plazo', amount: 7000 },
    { status: 'lost', closed_at: '2024-01-13', amount: 1000 },
    { status: 'won', closed_at: '2024-01-14', lost_reason: 'Precio', amount: 1000 },
    { status: 'lost', closed_at: '2024-01-15', lost_reason: 'Plazo', amount: 1000, is_test: true },
  ],
};

export default defineKpi({
  id: 'opportunity_lost_reasons',
  ref: 'K-057',
  area: 'pipeline',
  band: 'business',
  direction: 'none',
  timing: 'lagging',
  nature: 'failure',
  unit: 'rate',
  tags: ['sales', 'quality', 'market_demand'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    by_count: { label: labels.byCount, metric: () => mix(count('opportunity', lost)) },
    by_value: {
      label: labels.byValue,
      metric: () => mix(sumMoney('opportunity', 'amount', lost)),
      needs: [...needs, 'opportunity.amount'],
    },
  },
  defaults: ['by_count'],
  needs,
  terms: [],
  drillBy: ['lost_reason', 'stage', 'competitor', 'product.name', 'owner.name'],
  grain: 'quarter',
  minimumSample: 20,
  guards: ['lost_opportunities', 'opportunity_conversion_rate'],
  partner: null,
  decomposition: null,
  seed: 'S3 L33',
  source: 'Mix of lost reasons, unknown included',
  texts: {
    es: {
      name: 'Causas de oportunidades perdidas',
      question: '¿Por qué perdemos?',
      definition:
        'Reparto de las oportunidades perdidas del periodo entre sus motivos. Las que no tienen motivo aparecen como desconocido, de modo que todo suma el 100 %.',
      formula: 'Perdidas por cada motivo / perdidas en el periodo',
      why: 'Convierte las pérdidas en mejoras: formación en ventas, áreas con problemas o un producto que falta.',
      rise: 'Un motivo que crece pide dueño: precio, a quien fija tarifas; funcionalidad, a producto; sin respuesta, a quien hace el seguimiento. Mire en qué etapa y con qué competidor.',
      fall: 'Confirme que se arregló y no que el equipo elige otro motivo de la lista. Si baja «desconocido», los demás suben sin que nada haya cambiado.',
      caveats:
        'Vale lo que valga el registro: el detalle dice qué parte tiene motivo, y por debajo del 80 % conviene ser prudente. «Precio» suele ser la excusa educada; contraste con llamadas a clientes perdidos.',
    },
    en: {
      name: 'Opportunity lost-reason mix',
      question: 'Why do we lose?',
      definition:
        'How the deals lost in the period divide among their reasons. Those without one show as unknown, so that everything adds up to 100 %.',
      formula: 'Lost for each reason / lost in the period',
      why: 'It turns losses into improvements: sales training, areas in trouble, or a product that is missing.',
      rise: 'A growing reason needs an owner: price goes to whoever sets it, features to product, no answer to whoever follows up. See at which stage and against whom.',
      fall: 'Make sure it was mended and that people are not merely ticking another box. When "unknown" shrinks, the others rise with nothing changed.',
      caveats:
        'It is as good as the records: the detail says what part has a reason; below 80 % tread with care. "Price" is often the polite excuse; check by calling customers lost.',
    },
  },
  examples: [
    {
      name: 'Shares by count, the unknown among them',
      given: rows,
      exportedAt: '2024-01-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', group: { lost_reason: 'Precio' }, value: 0.5, numerator: 2, denominator: 4 },
        { start: '2024-01-01', group: { lost_reason: 'Plazo' }, value: 0.25, numerator: 1, denominator: 4 },
        { start: '2024-01-01', group: { lost_reason: null }, value: 0.25, numerator: 1, denominator: 4 },
      ],
      because: 'Four live losses: two by price, one by delivery time, one nobody explained. 2/4, 1/4, 1/4.',
    },
    {
      name: 'By value another reason leads',
      given: rows,
      exportedAt: '2024-01-31',
      query: { variant: 'by_value', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', group: { lost_reason: 'Precio' }, value: 0.2, numerator: 2000, denominator: 10000 },
        { start: '2024-01-01', group: { lost_reason: 'Plazo' }, value: 0.7, numerator: 7000, denominator: 10000 },
        { start: '2024-01-01', group: { lost_reason: null }, value: 0.1, numerator: 1000, denominator: 10000 },
      ],
      because: '2,000, 7,000 and 1,000 of 10,000 lost.',
    },
  ],
});
