/** A folder of ../shared/data as it is imported, and the whole of its dates. */
export interface RealFolder {
  readonly name: string;
  readonly folder: string;
  readonly files: readonly string[];
  readonly mapping: string;
  readonly settings: string;
  readonly from: string;
  readonly to: string;
  /** The period at which stocks and retention say something, where the whole does not. */
  readonly closer: { readonly from: string; readonly to: string };
  /** KPIs that can be computed and yet have no value in the whole nor in any quarter, and why. */
  readonly empty: Readonly<Record<string, string>>;
}

const noCustomers = Object.fromEntries(
  ['avg_revenue_per_retained_customer', 'churn_rate', 'clv_revenue', 'customer_growth_rate', 'lifecycle_stage_mix', 'retention_rate'].map(
    (kpi) => [kpi, 'the two subscriptions were cancelled at the moment they began, by nobody in the table of customers'],
  ),
);

export const realFolders: readonly RealFolder[] = [
  {
    name: 'maven-crm',
    folder: 'maven-crm',
    files: [],
    mapping: 'maven-crm/mapping.yaml',
    settings: 'timezone: UTC\ncurrency: USD\n',
    from: '2016-10-01',
    to: '2017-12-31',
    closer: { from: '2017-10-01', to: '2017-12-31' },
    empty: {},
  },
  {
    name: 'zoho-crm',
    folder: 'zoho-crm',
    files: [],
    mapping: 'zoho-crm/mapping.yaml',
    settings: 'timezone: UTC\ncurrency: USD\n',
    from: '2018-07-01',
    to: '2021-10-31',
    closer: { from: '2021-01-01', to: '2021-06-30' },
    empty: {
      customer_retention_cost: 'all costs are advertising: none is of retention',
      retention_cost_ratio: 'all costs are advertising: none is of retention',
    },
  },
  {
    name: 'olist-funnel',
    folder: 'olist-funnel',
    files: [],
    mapping: 'olist-funnel/mapping.yaml',
    settings: 'timezone: America/Sao_Paulo\ncurrency: BRL\n',
    from: '2017-06-01',
    to: '2018-11-30',
    closer: { from: '2018-01-01', to: '2018-05-31' },
    empty: { performance_spread: 'people have no names: there is no table of them' },
  },
  {
    name: 'cdnow',
    folder: 'cdnow',
    files: ['cdnowElog.csv'],
    mapping: 'cdnow/mapping.yaml',
    settings: 'timezone: UTC\ncurrency: USD\n',
    from: '1997-01-01',
    to: '1998-06-30',
    closer: { from: '1998-01-01', to: '1998-06-30' },
    empty: {},
  },
  {
    name: 'online-retail',
    folder: 'online-retail',
    files: [],
    mapping: 'online-retail/mapping.yaml',
    settings: 'timezone: UTC\ncurrency: GBP\n',
    from: '2010-12-01',
    to: '2011-12-09',
    closer: { from: '2011-07-01', to: '2011-11-30' },
    empty: {},
  },
  {
    name: 'uci-incidents',
    folder: 'uci-incidents',
    files: [],
    mapping: 'uci-incidents/mapping.yaml',
    settings: 'timezone: UTC\ncurrency: EUR\n',
    from: '2016-02-29',
    to: '2017-02-18',
    closer: { from: '2016-03-01', to: '2016-05-31' },
    empty: {},
  },
  {
    name: 'telco',
    folder: 'telco',
    files: [],
    mapping: 'telco/mapping.yaml',
    settings: 'timezone: UTC\ncurrency: USD\n',
    from: '2013-10-01',
    to: '2019-10-31',
    closer: { from: '2019-10-01', to: '2019-10-31' },
    empty: { renewal_rate: 'contracts have no date of renewal: their only end is that of who cancelled' },
  },
  {
    name: 'fivetran-seeds: hubspot',
    folder: 'fivetran-seeds/dbt_hubspot',
    files: [],
    mapping: 'dbt_hubspot/mapping.yaml',
    settings: 'timezone: UTC\ncurrency: USD\n',
    from: '2015-01-01',
    to: '2026-12-31',
    closer: { from: '2020-01-01', to: '2020-12-31' },
    empty: {},
  },
  {
    name: 'fivetran-seeds: salesforce',
    folder: 'fivetran-seeds/dbt_salesforce',
    files: [],
    mapping: 'dbt_salesforce/mapping.yaml',
    settings: 'timezone: UTC\ncurrency: USD\n',
    from: '2015-01-01',
    to: '2026-12-31',
    closer: { from: '2020-01-01', to: '2020-12-31' },
    empty: {
      activity_outcome_correlation: 'owners of deals are not in the table of users',
      calls_per_agent: 'activities are meetings: no call',
      duplicate_rate: 'accounts have no date of creation, contacts are of the last day, which is not whole',
      ideal_deal_mix: 'ten deals teach no profile',
      performance_spread: 'owners of deals are not in the table of users',
      success_profile: 'owners of deals are not in the table of users',
    },
  },
  {
    name: 'fivetran-seeds: zendesk',
    folder: 'fivetran-seeds/dbt_zendesk',
    files: [],
    mapping: 'dbt_zendesk/mapping.yaml',
    settings: 'timezone: UTC\ncurrency: USD\n',
    from: '2015-01-01',
    to: '2026-12-31',
    closer: { from: '2020-01-01', to: '2020-12-31' },
    empty: {},
  },
  {
    name: 'fivetran-seeds: stripe',
    folder: 'fivetran-seeds/dbt_stripe',
    files: [],
    mapping: 'dbt_stripe/mapping.yaml',
    settings: 'timezone: UTC\ncurrency: USD\n',
    from: '2015-01-01',
    to: '2026-12-31',
    closer: { from: '2020-01-01', to: '2020-12-31' },
    empty: {
      ...noCustomers,
    },
  },
];
