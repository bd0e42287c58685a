import { count, openCount } from '../../metrics/build.ts';
import type { ComputedInput, ComputedMetric, ComputedResult, PanelRow } from '../../metrics/metric.ts';
import { customerCases } from '../definitions/contested.ts';
import { leadCases } from '../definitions/contested_leads.ts';
import { customerDimensions } from '../definitions/customer.ts';
import { defineKpi, type WorkedExample } from '../kpi.ts';

const spans = 'account_stage_span';

/** How many came in the period from each stage; from none of them: `new`. */
const comingFrom = (rows: readonly PanelRow[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    rows.map(({ group, cells }) => [group.previous_stage ?? 'new', cells[0]?.value ?? 0]).filter(([, came]) => came !== 0),
  );

const stageOf = (input: ComputedInput, as: 'share' | 'count'): ComputedResult => {
  const { cells, siblings, panels } = input;
  const total = siblings.reduce((sum, sibling) => sum + (sibling.cells.here?.value ?? 0), 0);
  const own = cells.here?.value ?? 0;
  const detail = { accounts: own, at_start: cells.before?.value ?? 0, entered_from: comingFrom(panels.entered ?? []) };
  const value = as === 'count' ? own : total === 0 ? null : own / total;
  return { value, numerator: own, denominator: total, n: total, detail };
};

const mix = (as: 'share' | 'count'): ComputedMetric => ({
  kind: 'computed',
  axis: 'stage',
  inputs: { here: openCount(spans), before: { ...openCount(spans), at: 'opening' } },
  panels: { entered: { metric: count(spans, { at: 'valid_from' }), by: ['previous_stage'] } },
  compute: (input) => stageOf(input, as),
});

const given: WorkedExample['given'] = {
  account: ['A1', 'A2', 'A3', 'A4', 'A5'].map((id) => ({ id })),
  lead: [
    { id: 'L1', created_at: '2024-01-05', converted_account_id: 'A1' },
    { id: 'L2', created_at: '2024-01-06', converted_account_id: 'A5', is_test: true },
  ],
  opportunity: [
    { id: 'O1', account_id: 'A2', created_at: '2024-01-08', status: 'open' },
    { id: 'O2', account_id: 'A3', created_at: '2024-01-09', status: 'won', closed_at: '2024-01-20' },
    { id: 'O3', account_id: 'A1', created_at: '2024-02-10', status: 'open' },
  ],
  contract: [
    { id: 'C1', account_id: 'A3', started_at: '2024-02-01' },
    { id: 'C2', account_id: 'A4', started_at: '2024-01-01', ends_at: '2024-02-15', cancelled_at: '2024-02-15' },
  ],
};
const months = { from: '2024-01-01', to: '2024-02-29', grain: 'month' } as const;

export default defineKpi({
  id: 'lifecycle_stage_mix',
  ref: 'K-088',
  area: 'customers',
  band: 'business',
  direction: 'none',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['customer_relationship', 'customer_value', 'business_performance'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    share: { label: { es: 'Parte de las cuentas en cada etapa', en: 'Share of accounts at each stage' }, metric: () => mix('share') },
    count: {
      label: { es: 'Número de cuentas en cada etapa', en: 'Number of accounts at each stage' },
      metric: () => mix('count'),
      unit: 'count',
    },
  },
  defaults: ['share'],
  needs: [
    ['opportunity.account_id', 'lead.converted_account_id', 'contract.account_id', 'order.account_id'],
    ['opportunity.created_at', 'lead.created_at', 'contract.started_at', 'order.ordered_at'],
  ],
  terms: ['lead', 'customer', 'active', 'churn_date'],
  drillBy: ['stage', ...customerDimensions],
  grain: 'month',
  minimumSample: 20,
  guards: ['new_customers', 'churned_customers'],
  partner: null,
  decomposition: null,
  seed: 'S2 L38',
  source: 'Markov transition counts between life-cycle stages',
  texts: {
    es: {
      name: 'Distribución del ciclo de vida',
      question: '¿En qué etapa están nuestras cuentas y por dónde se mueven?',
      definition:
        'Reparto de las cuentas al cierre del periodo entre lead, oportunidad, cliente y perdido. El detalle de cada etapa da cuántas había al empezar y de dónde vienen las que entraron: esa es la matriz de transiciones.',
      formula: 'Cuentas en cada etapa al cierre / cuentas en alguna etapa',
      why: 'Un total de clientes estable puede esconder que se van tantos como entran; la matriz lo enseña.',
      rise: 'Si crece «lead» u «oportunidad», mire si avanzan o se acumulan (duración por etapa). Si crece «perdido», vaya a los motivos de abandono y a los clientes en riesgo.',
      fall: 'Si encoge «cliente», distinga en las transiciones si faltan entradas (captación) o sobran salidas (abandono). Si encoge «perdido» porque vuelven, averigüe qué los trajo.',
      caveats:
        'Es una foto al cierre: no se suma entre meses. La etapa sale de los datos, no de una casilla: lead desde el primer lead convertido en la cuenta, oportunidad desde su primera oportunidad, cliente mientras tiene contrato o compra, perdido después. Los leads que no se han convertido no son cuentas y no están. Quien pasa por dos etapas en el periodo cuenta en las dos transiciones.',
    },
    en: {
      name: 'Lifecycle stage mix and transitions',
      question: 'At which stage are our accounts, and where do they move?',
      definition:
        'How accounts at the close of the period divide among lead, opportunity, customer and lapsed. Each stage’s detail tells how many were there at the start and where those that entered came from: the matrix of transitions.',
      formula: 'Accounts at each stage at the close / accounts at any stage',
      why: 'A steady number of customers may hide that as many leave as enter; the matrix shows it.',
      rise: 'If lead or opportunity grows, see whether they move on or pile up (stage duration). If lapsed grows, go to churn reasons and customers at risk.',
      fall: 'If customer shrinks, tell by the transitions whether entries are missing (winning) or exits too many (churn). If lapsed shrinks because they come back, find out what brought them.',
      caveats:
        'A picture at the close: months are not added up. The stage comes from the data, not from a box somebody ticks: lead from the first lead converted into the account, opportunity from its first deal, customer while it has a contract or buys, lapsed after that. Leads not converted are no accounts and are not here. An account that passes two stages in the period counts in both transitions.',
    },
  },
  examples: [
    {
      name: 'where accounts are at the close',
      given,
      exportedAt: '2024-02-29',
      query: months,
      expect: [
        { start: '2024-01-01', group: { stage: 'lead' }, value: 0.25, numerator: 1, denominator: 4 },
        { start: '2024-01-01', group: { stage: 'opportunity' }, value: 0.5, numerator: 2, denominator: 4 },
        { start: '2024-01-01', group: { stage: 'customer' }, value: 0.25, numerator: 1, denominator: 4 },
        { start: '2024-02-01', group: { stage: 'lead' }, value: 0, numerator: 0, denominator: 4 },
        { start: '2024-02-01', group: { stage: 'opportunity' }, value: 0.5, numerator: 2, denominator: 4 },
        { start: '2024-02-01', group: { stage: 'customer' }, value: 0.25, numerator: 1, denominator: 4 },
        { start: '2024-02-01', group: { stage: 'lapsed' }, value: 0.25, numerator: 1, denominator: 4 },
      ],
      because:
        'End of January: A1 lead, A2 and A3 opportunity, A4 customer. In February A1 gets a deal (lead → opportunity), A3 becomes a customer and A4 lapses. The test lead is out.',
    },
    {
      name: 'as numbers',
      given,
      exportedAt: '2024-02-29',
      query: { ...months, from: '2024-02-01', variant: 'count' },
      expect: [
        { start: '2024-02-01', group: { stage: 'opportunity' }, value: 2 },
        { start: '2024-02-01', group: { stage: 'lapsed' }, value: 1 },
      ],
      because: 'A1 and A2 at opportunity, A4 lapsed.',
    },
    {
      name: 'before the first account there is nothing to share',
      given,
      exportedAt: '2024-02-29',
      query: { from: '2023-12-01', to: '2024-01-31', grain: 'month' },
      expect: [{ start: '2023-12-01', group: { stage: 'lead' }, value: null, numerator: 0, denominator: 0 }],
      because: 'No account is at any stage on 31 December: 0 of 0.',
    },
    ...customerCases(
      {
        usual: [{ group: { stage: 'customer' }, value: 4 / 6 }, 'A1 and A5 have lapsed: 4 of 6 accounts.'],
        contracts: [{ group: { stage: 'customer' }, value: 2 / 3 }, 'A1 has lapsed: 2 of 3 accounts; the others never were customers.'],
        orders: [{ group: { stage: 'customer' }, value: 3 / 4 }, 'A5 has lapsed: 3 of 4 accounts; A1 and A4 never were customers.'],
        end_of_service: [{ group: { stage: 'customer' }, value: 5 / 6 }, 'A5 has lapsed: 5 of 6 accounts.'],
      },
      { query: { by: ['stage'] } },
    ),
    ...customerCases(
      {
        usual: [{ group: { stage: 'customer' }, value: 3 / 4 }, 'At the end of January, of A1, A2, A3 and A5, all but A1.'],
        active: [{ group: { stage: 'customer' }, value: 1 / 4 }, 'At the end of January, of A1, A2, A3 and A5, only A2.'],
        renewal_due: [{ group: { stage: 'customer' }, value: 1 }, 'At the end of January A1, A2, A3 and A5 all are.'],
      },
      { query: { by: ['stage'], from: '2024-01-01', to: '2024-01-31' } },
    ),
    ...leadCases(
      {
        usual: [{ group: { stage: 'lead' }, value: 3 / 6 }, 'At the end of January A1, A2 and A3 are leads, A4, A5 and A6 customers.'],
        reachable: [{ group: { stage: 'lead' }, value: 2 / 5 }, 'A2 came of L3, which counts as no lead: A1 and A3 of five.'],
      },
      { query: { by: ['stage'] } },
    ),
  ],
});
