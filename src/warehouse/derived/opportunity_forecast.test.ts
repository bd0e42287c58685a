import { expect, test } from 'vitest';
import { loadCompany } from '../testing/company.ts';
import { rowsOf } from '../testing/derived.ts';
import { engineNames } from '../testing/engine.ts';

/** 25 deals closed in the first quarter, all from Contact: 12 came to Offer, 10 of them were won with margins of 10, 15, … 55 %. */
const closed = Array.from({ length: 25 }, (_, index) => ({
  id: `c${index + 1}`,
  account_id: index < 12 ? 'shop' : 'clinic',
  owner_id: 'ana',
  type: 'new',
  status: index < 10 ? 'won' : 'lost',
  stage: index < 10 ? 'Won' : 'Lost',
  amount: 1000,
  margin: 100 + 50 * index,
  created_at: '2023-01-10',
  closed_at: '2023-03-20',
}));

const moved = (record_id: string, old_value: string, new_value: string, changed_at: string) => ({
  entity: 'opportunity',
  record_id,
  field: 'stage',
  old_value,
  new_value,
  changed_at,
});

const given = {
  account: [
    { id: 'shop', industry: 'retail' },
    { id: 'clinic', industry: 'health' },
  ],
  stage: [
    { id: 's1', name: 'Contact', position: 1, probability: 20, category: 'open' },
    { id: 's2', name: 'Offer', position: 2, probability: 0.5, category: 'open' },
  ],
  opportunity: [
    ...closed,
    {
      id: 'x',
      account_id: 'shop',
      owner_id: 'ana',
      type: 'new',
      status: 'open',
      stage: 'Offer',
      amount: 1000,
      margin: 300,
      expected_close_on: '2023-09-01',
      created_at: '2023-03-01',
    },
    // A new stage, of an account that nothing is known of; the deals reach into the third quarter.
    { id: 'y', status: 'open', stage: 'Demo', owner_id: 'eva', created_at: '2023-07-02' },
    { id: 'test', status: 'won', is_test: true, created_at: '2023-01-01', closed_at: '2023-02-01' },
  ],
  opportunity_line: [{ opportunity_id: 'x', product_id: 'p' }],
  field_change: [
    ...closed.flatMap(({ id }, index) =>
      index < 12
        ? [moved(id, 'Contact', 'Offer', '2023-02-01'), moved(id, 'Offer', index < 10 ? 'Won' : 'Lost', '2023-03-20')]
        : [moved(id, 'Contact', 'Lost', '2023-03-20')],
    ),
    moved('x', 'Contact', 'Offer', '2023-05-10'),
  ],
};

const round = (value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value);

test.each(engineNames)('what is to be expected of open deals, in %s', async (engine) => {
  const company = await loadCompany(engine, given, { reads: ['deal_model', 'opportunity_forecast'] });
  const rows = async (dataset: string, columns: readonly string[]) =>
    (await rowsOf(company, dataset, columns)).map((row) => row.map(round));

  // All: 10/25. With ten deals' weight: Contact (10 + 4)/(25 + 10) = 0.4; Offer (10 + 4)/(12 + 10) = 0.636364;
  // Offer, new (10 + 6.36364)/22 = 0.743802; Offer, new, Ana (10 + 7.43802)/22 = 0.792637.
  const forecast = ['opportunity_id', 'valid_from', 'valid_to', 'used_from', 'stage', 'win_probability', 'win_n', 'stage_probability'];
  expect((await rows('opportunity_forecast', forecast)).filter(([id]) => !String(id).startsWith('c'))).toEqual([
    ['x', '2023-03-01', '2023-04-01', null, 'Contact', null, null, 0.2],
    ['x', '2023-04-01', '2023-05-10', '2023-04-01', 'Contact', 0.4, 25, 0.2],
    ['x', '2023-05-10', '2023-07-01', '2023-04-01', 'Offer', 0.792637, 12, 0.5],
    ['x', '2023-07-01', null, '2023-07-01', 'Offer', 0.792637, 12, 0.5],
    ['y', '2023-07-02', null, '2023-07-01', 'Demo', 0.4, 25, null],
  ]);

  // Type: all are new, no better than all; retail 10/12 is. Margin 30 %: four below (10, 15, 20, 25), half of the one at it: 4.5/10.
  // Known of x: account, amount, expected close, product of its line; not contact and next step. Of y nothing.
  const quality = [
    'opportunity_id',
    'valid_from',
    'profile_fit',
    'profile_known',
    'margin_rate',
    'margin_percentile',
    'completeness',
    'outcome',
  ];
  const told = await rows('opportunity_forecast', quality);
  expect(told.filter(([id, from]) => id === 'x' && from !== '2023-05-10')).toEqual([
    ['x', '2023-03-01', null, 0, 0.3, null, 0.666667, null],
    ['x', '2023-04-01', 0.5, 2, 0.3, 0.45, 0.666667, null],
    ['x', '2023-07-01', 0.5, 2, 0.3, 0.45, 0.666667, null],
  ]);
  expect(told.find(([id]) => id === 'y')).toEqual(['y', '2023-07-02', null, 0, null, null, 0, null]);
  // Closed deals keep what was said of them while they were open: nothing, as nothing had closed before.
  expect(told.find(([id]) => id === 'c1')).toEqual(['c1', '2023-01-10', null, 0, 0.1, null, 0.333333, 'won']);

  const model = ['used_from', 'level', 'stage', 'type', 'owner_id', 'attribute', 'value', 'closed', 'won', 'estimate'];
  expect((await rows('deal_model', model)).filter(([from, level]) => from === '2023-04-01' && level !== 'margin')).toEqual([
    ['2023-04-01', 'all', null, null, null, null, null, 25, 10, 0.4],
    ['2023-04-01', 'profile', null, null, null, 'industry', 'health', 13, 0, round(4 / 23)],
    ['2023-04-01', 'profile', null, null, null, 'industry', 'retail', 12, 10, round(14 / 22)],
    ['2023-04-01', 'profile', null, null, null, 'type', 'new', 25, 10, 0.4],
    ['2023-04-01', 'stage', 'Contact', null, null, null, null, 25, 10, 0.4],
    ['2023-04-01', 'stage', 'Offer', null, null, null, null, 12, 10, round(14 / 22)],
    ['2023-04-01', 'stage_type', 'Contact', 'new', null, null, null, 25, 10, 0.4],
    ['2023-04-01', 'stage_type', 'Offer', 'new', null, null, null, 12, 10, 0.743802],
    ['2023-04-01', 'stage_type_owner', 'Contact', 'new', 'ana', null, null, 25, 10, 0.4],
    ['2023-04-01', 'stage_type_owner', 'Offer', 'new', 'ana', null, null, 12, 10, 0.792637],
  ]);
  await company.close();
});

test.each(engineNames)('without stage history the stage of the closing teaches nothing, in %s', async (engine) => {
  const company = await loadCompany(
    engine,
    {
      opportunity: [
        ...closed.map(({ status, ...deal }) => ({ ...deal, status, stage: status === 'won' ? 'Closed won' : 'Closed lost' })),
        { id: 'x', status: 'open', stage: 'Offer', amount: 5, created_at: '2023-04-05' },
      ],
    },
    { reads: ['deal_model', 'opportunity_forecast'] },
  );
  const columns = ['opportunity_id', 'valid_from', 'used_from', 'win_probability'];
  expect((await rowsOf(company, 'opportunity_forecast', columns)).filter(([id]) => id === 'x')).toEqual([
    ['x', '2023-04-05', '2023-04-01', 0.4],
  ]);
  await company.close();
});
