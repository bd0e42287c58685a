import { count, sumMoney } from '../../metrics/build.ts';
import { is } from '../../metrics/expression.ts';
import { labels } from '../definitions/labels.ts';
import { defineKpi } from '../kpi.ts';

const lost = { at: 'closed_at', where: is('status', 'lost') };
const needs = ['opportunity.status', 'opportunity.closed_at'];

const rows = {
  opportunity: [
    { status: 'lost', closed_at: '2024-01-10', amount: 1000 },
    { status: 'lost', closed_at: '2024-01-31T23:30:00Z', amount: 2000 },
    { status: 'lost', closed_at: '2024-01-15' },
    { status: 'won', closed_at: '2024-01-16', amount: 5000 },
    { status: 'lost', amount: 4000 },
    { status: 'lost', closed_at: '2024-01-17', amount: 700, deleted_at: '2024-01-18' },
  ],
};

export default defineKpi({
  id: 'lost_opportunities',
  ref: 'K-056',
  area: 'pipeline',
  band: 'business',
  direction: 'down',
  timing: 'lagging',
  nature: 'failure',
  unit: 'count',
  tags: ['sales', 'revenue', 'quality'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    by_count: { label: labels.byCount, metric: () => count('opportunity', lost) },
    by_value: {
      label: labels.byValue,
      metric: () => sumMoney('opportunity', 'amount', lost),
      unit: 'money',
      needs: [...needs, 'opportunity.amount'],
    },
  },
  defaults: ['by_count'],
  needs,
  terms: [],
  drillBy: ['lost_reason', 'competitor', 'owner.name', 'product.name', 'type', 'account.industry'],
  grain: 'month',
  minimumSample: 1,
  guards: ['opportunity_conversion_rate', 'opportunity_lost_reasons'],
  partner: null,
  decomposition: null,
  seed: 'S3 L33',
  source: 'Deals closed as lost',
  texts: {
    es: {
      name: 'Oportunidades perdidas',
      question: '¿Cuánto negocio se nos ha escapado?',
      definition: 'Oportunidades cerradas como perdidas en el periodo, por fecha de cierre. La variante por importe suma lo que valían.',
      formula: 'Número (o Σ importe) de oportunidades perdidas en el periodo',
      why: 'Perder no es el final: cada pérdida enseña algo y muchas se pueden recuperar cuando cambian las circunstancias.',
      rise: 'Vaya a los motivos antes que a las personas. Si coincide con una limpieza de cartera, es salud; si es precio o competencia, lleve el caso a producto y dirección.',
      fall: 'Compruebe que se siguen cerrando las perdidas en el CRM. Si la conversión también sube, lo aprendido funciona.',
      caveats:
        'Crece sola cuando crece la actividad: léala junto a la tasa de conversión. Las perdidas sin fecha de cierre no caen en ningún periodo, y las que no tienen importe no suman en «by_value».',
    },
    en: {
      name: 'Lost opportunities',
      question: 'How much business slipped away?',
      definition: 'Deals closed as lost in the period, by closing date. The variant by value adds up what they were worth.',
      formula: 'Number (or Σ amount) of deals lost in the period',
      why: 'A loss is not the end: each teaches something, and many can be won back when circumstances change.',
      rise: 'Go to the reasons before the people. Together with a pipeline clean-up it is healthy; if it is price or a rival, take it to product and management.',
      fall: 'See that losses are still being closed in the CRM. If the win rate rises too, the lessons work.',
      caveats:
        'It grows by itself as activity grows: read it with the win rate. A loss without a closing date falls in no period, and one without an amount adds nothing by value.',
    },
  },
  examples: [
    {
      name: 'By count, in local months',
      given: rows,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-03-31', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 2 },
        { start: '2024-02-01', value: 1 },
        { start: '2024-03-01', value: 0, state: 'zero' },
      ],
      because: 'January: the 10th and the 15th. 31 January 23:30 UTC is February in Madrid. Won, undated and deleted deals are out.',
    },
    {
      name: 'By value',
      given: rows,
      exportedAt: '2024-03-31',
      query: { variant: 'by_value', from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 1000 },
        { start: '2024-02-01', value: 2000 },
      ],
      because: 'The loss of the 15th has no known amount: it is missing from January, not 0.',
    },
  ],
});
