import { under } from '../../model/glossary.ts';
import type { Settings } from '../../model/settings.ts';
import type { ExpectedCell, WorkedExample } from '../kpi.ts';

/**
 * A company in which each meaning of customer, active and date of a loss gives other customers in February 2024:
 * A1 cancelled in January what was to be renewed by 15 February and serves until 20 March; A2 and A4 have contracts, A4 from
 * 1 February; A3 and A5 only order, A5 on 10 February 2023 for the last time; A6 orders for the first time on 25 February, A2 on the 12th.
 */
const company: WorkedExample['given'] = {
  account: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((id) => ({ id })),
  contract: [
    {
      ...{ id: 'C1', account_id: 'A1', started_at: '2023-01-01', amount: 100, period: 'month', cancel_reason: 'Precio' },
      ...{ cancelled_at: '2024-01-20', renewal_due_on: '2024-02-15', ends_at: '2024-03-20' },
    },
    { id: 'C2', account_id: 'A2', started_at: '2023-01-01', amount: 100, period: 'month' },
    { id: 'C4', account_id: 'A4', started_at: '2024-02-01', amount: 100, period: 'month' },
  ],
  order: [
    { id: 'O5', account_id: 'A5', ordered_at: '2023-02-10', amount: 200, cost: 100 },
    { id: 'O3', account_id: 'A3', ordered_at: '2023-12-01', amount: 100, cost: 50 },
    { id: 'O4', account_id: 'A3', ordered_at: '2024-02-10', amount: 100, cost: 50 },
    { id: 'O2', account_id: 'A2', ordered_at: '2024-02-12', amount: 80, cost: 40 },
    { id: 'O6', account_id: 'A6', ordered_at: '2024-02-25', amount: 300, cost: 150 },
  ],
  cost: [
    { id: 'K1', category: 'advertising', function: 'marketing', incurred_on: '2024-02-05', amount: 900 },
    { id: 'K2', category: 'salaries', function: 'sales', incurred_on: '2024-02-06', amount: 600 },
    { id: 'K3', category: 'loyalty', function: 'retention', incurred_on: '2024-02-07', amount: 290 },
  ],
};

interface Case {
  readonly name: string;
  readonly settings: Partial<Settings>;
  readonly who: string;
}

const cases = {
  usual: {
    name: 'Contracts, else orders, make customers; a cancellation ends them',
    settings: {},
    who: 'Start of February: A2, A3, A5 (A1 cancelled in January). End: A2, A3, A4, A6; A5’s 365 days ended on the 10th.',
  },
  contracts: {
    name: 'Only contracts make customers',
    settings: under({ customer: 'contracts' }),
    who: 'Start of February: A2. End: A2, A4.',
  },
  orders: {
    name: 'Only orders make customers',
    settings: under({ customer: 'orders' }),
    who: 'Start of February: A3, A5. End: A3, A2 (first order on the 12th), A6 (on the 25th).',
  },
  active: {
    name: 'Without contracts, active for 30 days after an order',
    settings: { customer: { active_days: 30 } },
    who: 'Start of February: A2; A3 and A5 have lapsed. End: A2, A4, A6, and A3, back on the 10th.',
  },
  end_of_service: {
    name: 'Lost when service ends',
    settings: under({ churn_date: 'end_of_service' }),
    who: 'A1 is served until 20 March. Start of February: A1, A2, A3, A5. End: A1, A2, A3, A4, A6.',
  },
  renewal_due: {
    name: 'Lost when renewal falls due',
    settings: under({ churn_date: 'renewal_due' }),
    who: 'A1 was to renew by 15 February. Start: A1, A2, A3, A5. End: A2, A3, A4, A6.',
  },
} satisfies Readonly<Record<string, Case>>;

const february = { from: '2024-02-01', to: '2024-02-29', grain: 'month' } as const;

/** What a KPI is in the company above under some meanings: for each the cell of February (or of `query`), and the arithmetic. */
export const customerCases = (
  expected: Readonly<Partial<Record<keyof typeof cases, readonly [cell: ExpectedCell, because: string]>>>,
  { query = {}, given = {} }: { readonly query?: Partial<WorkedExample['query']>; readonly given?: WorkedExample['given'] } = {},
): readonly WorkedExample[] =>
  (Object.keys(cases) as (keyof typeof cases)[]).flatMap((key) => {
    const [cell, because] = expected[key] ?? [];
    if (!cell || because === undefined) return [];
    const { name, settings, who } = cases[key];
    return [
      {
        name,
        given: { ...company, ...given },
        settings,
        exportedAt: '2024-02-29',
        query: { ...february, ...query },
        expect: [cell],
        because: `${who} ${because}`,
      },
    ];
  });
