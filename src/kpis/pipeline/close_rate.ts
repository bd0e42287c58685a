import { ratio } from '../../metrics/build.ts';
import { customerCases } from '../definitions/contested.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { customerNeeds, newCustomers } from '../definitions/customer.ts';
import { labels } from '../definitions/labels.ts';
import { newLeads } from '../definitions/lead.ts';
import { winRate, winRateByValue } from '../definitions/opportunity.ts';
import { defineKpi } from '../kpi.ts';

const needs = ['opportunity.status', 'opportunity.closed_at'];

const rows = {
  account: [{ id: 'a1' }, { id: 'a2' }],
  lead: [
    { created_at: '2024-01-03' },
    { created_at: '2024-01-04' },
    { created_at: '2024-01-05' },
    { created_at: '2024-01-06' },
    { created_at: '2024-01-07', is_test: true },
  ],
  opportunity: [
    { account_id: 'a1', created_at: '2024-01-05', status: 'won', closed_at: '2024-01-20', amount: 2000 },
    { account_id: 'a2', created_at: '2024-01-06', status: 'lost', closed_at: '2024-01-22', amount: 6000 },
    { account_id: 'a2', created_at: '2024-01-07', status: 'lost', closed_at: '2024-01-31', amount: 2000 },
    { account_id: 'a2', created_at: '2024-01-08', status: 'open', amount: 500 },
    { account_id: 'a1', created_at: '2024-01-08', status: 'won', closed_at: '2024-01-21', amount: 900, deleted_at: '2024-01-25' },
  ],
  order: [{ account_id: 'a1', ordered_at: '2024-01-21', amount: 2000, status: 'completed' }],
};

export default defineKpi({
  id: 'close_rate',
  ref: 'K-053',
  area: 'pipeline',
  band: 'business',
  direction: 'up',
  timing: 'lagging',
  nature: 'progress',
  unit: 'rate',
  tags: ['sales', 'work_effectiveness', 'business_performance'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: { label: { es: 'Ganadas entre decisiones de cierre', en: 'Won over closed decisions' }, metric: () => winRate },
    by_value: { label: labels.byValue, metric: () => winRateByValue, needs: [...needs, 'opportunity.amount'] },
    seed: {
      label: { es: 'Texto de origen: clientes nuevos entre leads', en: 'Source text: new customers over leads' },
      metric: (_, settings) => ratio(newCustomers, newLeads(settings)),
      needs: ['lead.created_at', ...customerNeeds],
    },
  },
  defaults: ['default'],
  needs,
  terms: ['lead', 'customer', 'active', 'churn_date'],
  drillBy: ['owner.name', 'type', 'product.name', 'account.industry', 'owner.office', 'competitor'],
  grain: 'month',
  minimumSample: 30,
  guards: ['avg_opportunity_value', 'sales_cycle_length', 'lead_conversion_rate'],
  partner: null,
  decomposition: null,
  seed: 'S0 L33, S4 L28',
  source: 'Won over won and lost; the source text has customers over leads',
  texts: {
    es: {
      name: 'Tasa de cierre',
      question: '¿Qué parte de lo que llega a decidirse acaba en venta?',
      definition:
        'Oportunidades ganadas entre las que recibieron una decisión (ganadas o perdidas) en el periodo, por fecha de cierre. Las abiertas no cuentan hasta que se decidan.',
      formula: 'Ganadas / (ganadas + perdidas) en el periodo',
      why: 'Dice si el equipo convierte en ventas lo que trabaja. Con ella se sabe cuánta cartera hace falta para llegar al objetivo.',
      rise: 'Compruebe que las pérdidas se siguen cerrando en el CRM y que no se han dejado de trabajar los tratos grandes: mire a la vez la variante por importe. Si se sostiene, enseñe al resto qué hace quien más cierra.',
      fall: 'Mire los motivos de pérdida y en qué etapa se pierde. Si se pierde al principio, entran oportunidades mal cualificadas; si se pierde al final, revise precio, competencia y seguimiento de la propuesta.',
      caveats:
        'El texto de origen la llama «eficiencia para convertir leads en clientes», es decir, clientes / leads; en el uso común es ganadas / decididas, que es la que mandamos aquí. La variante «seed» divide los clientes nuevos del periodo entre los leads del mismo periodo: mezcla cohortes y puede pasar del 100 %; para seguir a cada lead use la tasa de conversión de leads. Sin pérdidas anotadas, esta tasa se infla.',
    },
    en: {
      name: 'Close rate',
      question: 'Of what gets decided, what share ends in a sale?',
      definition: 'Deals won over deals decided (won or lost) in the period, by closing date. Open ones do not count until decided.',
      formula: 'Won / (won + lost) in the period',
      why: 'It tells whether the team turns its work into sales, and how much pipeline the target takes.',
      rise: 'Check that losses are still being closed in the CRM and that big deals have not been given up: look at the variant by value beside it. If it holds, have the best closers show the others how.',
      fall: 'See lost reasons and the stage of the loss. Early losses mean badly qualified deals come in; late ones, look at price, rivals and follow-up of proposals.',
      caveats:
        'The source text calls it "efficiency in turning leads into customers", that is customers / leads; common use is won / decided, which is the default here. The variant "seed" divides the period’s new customers by the same period’s leads: it mixes cohorts and can pass 100 %; to follow each lead use the lead conversion rate. It is inflated where losses are not recorded.',
    },
  },
  examples: [
    {
      name: 'Won over decided',
      given: rows,
      exportedAt: '2024-02-29',
      query: { from: '2024-01-01', to: '2024-02-29', grain: 'month' },
      expect: [
        { start: '2024-01-01', value: 1 / 3, numerator: 1, denominator: 3 },
        { start: '2024-02-01', value: null, numerator: 0, denominator: 0, state: 'no_data' },
      ],
      because: 'One won, two lost: 1 / 3. The open and the deleted one are out. February decided nothing: no rate.',
    },
    {
      name: 'As the source text has it: customers over leads',
      given: rows,
      exportedAt: '2024-02-29',
      query: { variant: 'seed', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.25, numerator: 1, denominator: 4 }],
      because: 'a1 becomes a customer with its first order; four leads came in, the test one out: 1 / 4, against 1 / 3 by decisions.',
    },
    {
      name: 'By value',
      given: rows,
      exportedAt: '2024-02-29',
      query: { variant: 'by_value', from: '2024-01-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2024-01-01', value: 0.2, numerator: 2000, denominator: 10_000 }],
      because: '2,000 of 2,000 + 6,000 + 2,000.',
    },
    ...customerCases(
      {
        usual: [{ value: 0.5, numerator: 3, denominator: 6 }, 'New: A2, A4, A6; 6 leads.'],
        contracts: [{ value: 2 / 6, numerator: 2, denominator: 6 }, 'New: A2, A4; 6 leads.'],
        orders: [{ value: 2 / 6, numerator: 2, denominator: 6 }, 'New: A2, A6; 6 leads.'],
      },
      { query: { variant: 'seed' }, given: { lead: ['1', '2', '3', '4', '5', '6'].map((id) => ({ id, created_at: '2024-02-05' })) } },
    ),
    ...leadCases(
      {
        usual: [{ value: 3 / 7, numerator: 3, denominator: 7 }, 'New customers A4, A5 and A6 over seven leads.'],
        reachable: [{ value: 3 / 5, numerator: 3, denominator: 5 }, 'The same three over five leads.'],
      },
      { query: { variant: 'seed' } },
    ),
  ],
});
