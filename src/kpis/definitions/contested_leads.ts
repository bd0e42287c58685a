import { under } from '../../model/glossary.ts';
import type { Settings } from '../../model/settings.ts';
import type { ExpectedCell, WorkedExample } from '../kpi.ts';

/**
 * A company whose leads of January 2024 are others under each meaning. L1, L4 and L6 have an e-mail, L2 and L7 a phone; L3 and L5 nothing.
 * L1, L2 and L3 have a date of qualification; L1, L3, L4 and L6 were handed over in January; L3 was accepted then, L1 on 2 February.
 * L1, L3 and L7 converted by the source; only L1’s account ever ordered, on 10 February. L5, L6 and L7 were lost in January, L7 was won back.
 */
const company: WorkedExample['given'] = {
  user: [{ id: 'u1', name: 'Ana' }],
  campaign: [{ id: 'c1', name: 'Feria', channel: 'email', owner_id: 'u1' }],
  account: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((id) => ({ id })),
  lead: [
    {
      ...{
        id: 'L1',
        created_at: '2024-01-05',
        email: 'l1@example.com',
        campaign_id: 'c1',
        status: 'converted',
        qualified_at: '2024-01-08',
      },
      ...{ handed_over_at: '2024-01-10', accepted_at: '2024-02-02', converted_at: '2024-01-20', converted_account_id: 'A1' },
    },
    { id: 'L2', created_at: '2024-01-06', phone: '+34600000002', status: 'qualified', qualified_at: '2024-01-09' },
    {
      ...{ id: 'L3', created_at: '2024-01-07', campaign_id: 'c1', status: 'converted', qualified_at: '2024-01-12' },
      ...{ handed_over_at: '2024-01-15', accepted_at: '2024-01-16', converted_at: '2024-01-25', converted_account_id: 'A2' },
    },
    { id: 'L4', created_at: '2024-01-08', email: 'l4@example.com', campaign_id: 'c1', status: 'working', handed_over_at: '2024-01-20' },
    { id: 'L5', created_at: '2024-01-09', campaign_id: 'c1', status: 'lost', lost_at: '2024-01-28', lost_reason: 'Precio' },
    {
      ...{ id: 'L6', created_at: '2024-01-10', email: 'l6@example.com', campaign_id: 'c1', status: 'lost', handed_over_at: '2024-01-22' },
      ...{ lost_at: '2024-01-29', lost_reason: 'No contesta' },
    },
    {
      ...{ id: 'L7', created_at: '2024-01-11', phone: '+34600000007', campaign_id: 'c1', status: 'converted', lost_at: '2024-01-30' },
      ...{ lost_reason: 'Precio', reopened_at: '2024-02-03', converted_at: '2024-02-08', converted_account_id: 'A3' },
    },
  ],
  campaign_message: [
    { lead_id: 'L1', campaign_id: 'c1', channel: 'email', sent_at: '2024-01-06' },
    { lead_id: 'L2', campaign_id: 'c1', channel: 'email', sent_at: '2024-01-07' },
    { lead_id: 'L3', campaign_id: 'c1', channel: 'email', sent_at: '2024-01-08' },
    { lead_id: 'L4', campaign_id: 'c1', channel: 'email', sent_at: '2024-01-09' },
    { lead_id: 'L6', campaign_id: 'c1', channel: 'email', sent_at: '2024-01-11' },
  ],
  contact: ['2024-01-03', '2024-01-08', '2024-01-15', '2024-01-21', '2024-01-30'].map((subscribed_at) => ({ subscribed_at })),
  contract: [{ account_id: 'A6', started_at: '2024-01-12' }],
  order: [
    { account_id: 'A4', ordered_at: '2024-01-15', amount: 100 },
    { account_id: 'A5', ordered_at: '2024-01-20', amount: 100 },
    { account_id: 'A1', ordered_at: '2024-02-10', amount: 100 },
  ],
  cost: [{ category: 'advertising', function: 'marketing', incurred_on: '2024-01-10', amount: 700 }],
};

const cases = {
  usual: { name: 'Seven leads, by the usual meanings', settings: {} },
  reachable: { name: 'Only leads with an e-mail or phone count', settings: under({ lead: 'reachable' }) },
  any_lead: { name: 'Any lead is a prospect', settings: under({ prospect: 'any_lead' }) },
  handed_over: { name: 'Qualified means handed over to sales', settings: under({ qualified: 'handed_over_at' }) },
  accepted: { name: 'Qualified means accepted by sales', settings: under({ qualified: 'accepted_at' }) },
  first_order: { name: 'Acquired means a first order', settings: under({ acquired: 'first_order' }) },
  first_paid_order: { name: 'Converted means a first paid order', settings: under({ converted: 'first_paid_order' }) },
} satisfies Readonly<Record<string, { readonly name: string; readonly settings: Partial<Settings> }>>;

const january = { from: '2024-01-01', to: '2024-01-31', grain: 'month' } as const;

/** What a KPI is in the company above under some meanings: for each the cell of January, and the arithmetic. */
export const leadCases = (
  expected: Readonly<Partial<Record<keyof typeof cases, readonly [cell: ExpectedCell, because: string]>>>,
  { query = {}, settings = {} }: { readonly query?: Partial<WorkedExample['query']>; readonly settings?: Partial<Settings> } = {},
): readonly WorkedExample[] =>
  (Object.keys(cases) as (keyof typeof cases)[]).flatMap((key) => {
    const [cell, because] = expected[key] ?? [];
    if (!cell || because === undefined) return [];
    return [
      {
        name: cases[key].name,
        given: company,
        settings: { ...settings, ...cases[key].settings },
        exportedAt: '2024-12-31',
        query: { ...january, ...query },
        expect: [cell],
        because,
      },
    ];
  });
