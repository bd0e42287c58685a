/** How each reading operation is tried on the sample company. */
export interface ReadCase {
  readonly input: Readonly<Record<string, unknown>>;
  /** Its answer tells of the moment, or of the calls before it: not the same twice. */
  readonly changes?: true;
}

const month = { from: '2026-05-01', to: '2026-05-31' };
const kpi = 'opportunity_conversion_rate';

/** A KPI of a company's own, as it is written. */
const bigDeals = `id: big_deals
name: Big deals won
definition: Deals won of 10,000 or more.
area: pipeline
band: business
direction: up
unit: count
version: 1
since: 2026-01-01
metric: { kind: simple, dataset: opportunity, aggregate: count, at: closed_at, where: ['status=won', 'amount>=10000'] }
examples:
  - name: one of two
    given:
      opportunity:
        - { status: won, amount: 50000, currency: EUR, closed_at: 2026-01-10 }
        - { status: won, amount: 400, currency: EUR, closed_at: 2026-01-11 }
    exported_at: 2026-01-31
    query: { from: 2026-01-01, to: 2026-01-31 }
    expect: [{ start: 2026-01-01, value: 1 }]
    because: Only one of the two is of 10,000 or more.
`;

export const readCases: Readonly<Record<string, readonly ReadCase[]>> = {
  access_review: [{ input: {}, changes: true }],
  action: [{ input: { action: 'sample-action-1', language: 'es' } }, { input: { action: 'sample-action-2', language: 'en' } }],
  actions: [{ input: { language: 'es' } }, { input: { status: 'done', kpi: 'churn_rate', language: 'en' } }],
  audience: [{ input: { segment: 'enfriándose' } }],
  advise: [
    { input: { goals: ['customer_growth'], language: 'es' } },
    { input: { answers: {}, industry: 'saas', limit: 3, language: 'en' } },
  ],
  alert_rules: [{ input: { language: 'es' } }, { input: { kpi: 'csat', language: 'en' } }],
  alerts: [{ input: { language: 'es' } }, { input: { show: 'all', kpi: 'csat', language: 'en' } }],
  simulate_alert: [
    { input: { rule: { kpi: 'total_sales', condition: { kind: 'change', side: 'fall', by: 0.1, in: 'share' } }, language: 'es' } },
    { input: { rule: { kpi: 'csat', condition: { kind: 'anomaly' } }, language: 'en' } },
  ],
  annotations: [{ input: { language: 'es' } }, { input: { kpis: ['csat', 'total_sales'], from: '2025-07-01', language: 'en' } }],
  audit: [{ input: { limit: 5 }, changes: true }],
  batch: [{ input: { batch: 'b_1', rejected: 5 } }],
  backups: [{ input: {} }],
  batches: [{ input: {} }],
  board: [{ input: { kpis: [kpi, 'total_sales', 'nps'], language: 'es' } }],
  board_templates: [{ input: { language: 'es' } }],
  boards: [{ input: {} }],
  check: [{ input: {} }],
  choices: [{ input: { language: 'es' } }],
  cohorts: [
    { input: {} },
    { input: { kind: 'leads', from: '2026-01-01', to: '2026-06-30' } },
    { input: { measure: 'revenue', grain: 'quarter' } },
  ],
  comments: [{ input: { language: 'es' } }, { input: { kpi: 'csat', open: true, language: 'en' } }],
  company: [{ input: {} }],
  decisions: [{ input: { language: 'es' } }, { input: { due: true, language: 'en' } }],
  event_effect: [
    { input: { kpi: 'csat', on: '2025-09-01', language: 'es' } },
    { input: { kpi: 'new_leads', on: '2025-09-01', to: '2026-01-31', language: 'en' } },
  ],
  examine: [{ input: { language: 'es' }, changes: true }],
  customer: [{ input: { id: 'A1' } }],
  customers: [
    { input: {} },
    { input: { stage: 'customer', need: 'debt', order: 'overdue', limit: 5 } },
    { input: { search: 'clima', order: 'name', reverse: true } },
  ],
  executive: [{ input: { language: 'es' }, changes: true }],
  explain: [
    { input: { kpi, ...month } },
    { input: { kpi: 'total_sales', ...month, against: { from: '2026-03-01', to: '2026-03-31' }, by: ['owner.name'] } },
  ],
  export_audit: [{ input: { format: 'jsonl', limit: 3 }, changes: true }],
  fitness: [{ input: { kpi, goals: ['customer_growth'], language: 'es' } }],
  forecast: [
    { input: { kpi: 'total_sales', language: 'es' } },
    { input: { kpi: 'new_leads', grain: 'quarter', periods: 2, language: 'en' } },
    { input: { kpi: 'total_sales', language: 'en', currency: 'USD' } },
  ],
  funnel: [
    { input: {} },
    { input: { entity: 'lead' } },
    { input: { by: ['owner.name'], where: [{ dimension: 'amount', op: '>=', value: '100' }] } },
  ],
  glossary: [{ input: { language: 'es' } }],
  jobs: [{ input: {}, changes: true }],
  kpis: [{ input: { language: 'es' } }, { input: { id: kpi, language: 'en' } }, { input: { area: 'leads', language: 'es' } }],
  known: [{ input: { kpi } }],
  leaderboard: [{ input: { language: 'es' } }, { input: { job: 'service', language: 'en' } }],
  lifecycle: [{ input: {} }, { input: { at: '2026-05-31', from: '2026-05-01' } }],
  lint: [{ input: { kpis: [kpi, 'total_sales'], language: 'es' } }],
  model: [{ input: { language: 'es' } }],
  own_kpis: [{ input: { language: 'es' } }],
  people: [{ input: {} }],
  digest: [{ input: { language: 'es' } }],
  notices: [{ input: { language: 'es' } }, { input: { unread: true, limit: 0, language: 'en' } }],
  channels: [{ input: {} }],
  first_steps: [{ input: {} }],
  notice_preferences: [{ input: {} }],
  open_tickets: [{ input: {} }, { input: { at: '2026-05-31', where: [{ dimension: 'channel', op: '=', value: 'email' }] } }],
  paired_series: [{ input: { first: 'on_time_delivery', second: 'total_sales', language: 'es' } }],
  plays: [{ input: { language: 'es' } }, { input: { kpi: 'churn_rate', segment: 'enfriándose', language: 'en' } }],
  pipeline_bridge: [{ input: {} }, { input: { at: '2026-05-31', against: '2026-01-31' } }],
  query: [
    { input: { kpis: [kpi, 'total_sales', 'nps', 'lifecycle_stage_mix'], compare: 'year' } },
    { input: { kpis: ['total_sales'], grain: 'total', ...month, by: ['owner.name'], periods: 'partial' } },
    { input: { kpis: ['total_sales'], where: [{ dimension: 'account.region', op: '=', value: null }] } },
    { input: { kpis: ['total_sales'], sql: true } },
  ],
  read: [{ input: { kpis: [kpi], language: 'es' } }, { input: { language: 'en' } }],
  records: [
    { input: { kpi, ...month, limit: 5 } },
    { input: { kpi: 'total_sales', ...month, limit: 5, offset: 2, sort: { field: 'ordered_at', descending: true } } },
  ],
  kpi_versions: [{ input: { kpi: 'churn_rate', language: 'es' }, changes: true }],
  reviews: [{ input: { language: 'es' } }, { input: { kpi: 'csat', language: 'en' } }],
  reengagement: [{ input: { language: 'es' } }, { input: { entity: 'lead', limit: 3, language: 'en' } }],
  segments: [{ input: {} }],
  settings: [{ input: {} }],
  suggest_target: [{ input: { kpi: 'total_sales', grain: 'quarter', language: 'es' } }],
  targets: [{ input: { language: 'es' } }, { input: { kpis: ['total_sales', 'new_leads'], to: '2026-05-14', language: 'en' } }],
  training: [{ input: {} }],
  try_kpi: [{ input: { text: bigDeals, language: 'en' } }],
  verify_audit: [{ input: {}, changes: true }],
};

/** Reading operations that are not tried here, and why. */
export const triedElsewhere: Readonly<Record<string, string>> = {
  backup: 'makes a file: test/cli/workspace.test.ts',
  export: 'makes a folder: test/cli/workspace.test.ts',
  alert: 'of an alert that has fired: test/alerts',
  colleagues: 'of an account: test/conversation',
  crm_users: 'only reads for whoever links accounts: test/accounts',
  export_person: 'of one person: test/erasure',
  invitation: 'needs a token: test/accounts',
  keys: 'of an account: test/accounts',
  recognise: 'of files that were uploaded: test/web/data.test.ts',
  remember: 'keeps values: test/jobs/known.test.ts',
  session: 'of an account: test/accounts',
  sessions: 'of an account: test/accounts',
};

const onTheWeb = 'of an account: on the web';

/** Operations that no command reaches, and why. */
export const withoutCommand: Readonly<Record<string, string>> = {
  accept_invitation: onTheWeb,
  backups: 'cuadro doctor tells of the latest; they are files in a folder',
  board_templates: onTheWeb,
  boards: onTheWeb,
  remove_board: onTheWeb,
  save_board: onTheWeb,
  examine: 'cuadro doctor also looks at an installation that does not run',
  archive_audit: 'a schedule of the installation runs it',
  batch: 'the page: `cuadro import` names the file of rejected rows, and the mapping is the caller’s own',
  board: 'the page: figures by `cuadro query`, what they say by `cuadro read`',
  choices: 'cuadro advise lists them, without a workspace too',
  colleagues: onTheWeb,
  company: 'the frame of the web',
  customer: 'a screen for whoever sells to them: on the web',
  customers: 'a list to work through: on the web',
  crm_users: 'a list for a form of the web',
  invitation: onTheWeb,
  model: 'the form of the import; the mapping’s own errors list entities and fields',
  open_tickets: 'three figures of the page; `cuadro query cases_handled --variant received` tells what came in',
  first_steps: onTheWeb,
  notice_preferences: onTheWeb,
  set_notice_preferences: onTheWeb,
  unsubscribe: 'a link in a message',
  own_kpis: 'files of YAML in the folder kpis of the workspace',
  pipeline_bridge: 'a picture for the page: the pipeline at a day by `cuadro query pipeline_value`',
  profile: onTheWeb,
  recognise: 'cuadro import --suggest',
  record_training: 'of an account: on the web, by whoever administers them',
  remember: 'a schedule runs it',
  session: onTheWeb,
  sessions: onTheWeb,
  training: onTheWeb,
  try_kpi: 'cuadro define --check, then cuadro query',
  withdraw_invitation: onTheWeb,
};

/** Reading operations on figures that are no tool for a model, and why. */
export const noTool: Readonly<Record<string, string>> = {
  advise: 'a choice for people, by goals',
  plays: 'a choice for people',
  reengagement: 'a list to work through',
  alert_rules: 'a form: what has fired tells a model as much',
  simulate_alert: 'a form',
  batch: 'raw rows, for whoever mends them',
  board_templates: 'for the page',
  boards: 'for the page',
  settings: 'a form; the description of a KPI tells what it is counted by',
  batches: 'the health of the data tells what is complete',
  board: 'for the page: a query is more to the point',
  choices: 'for a form',
  cohorts: 'a table for the eye',
  customer: 'a screen for whoever sells to them',
  customers: 'a list to work through',
  comments: 'people talking',
  company: 'for the frame of the web',
  event_effect: 'for the page of a KPI',
  executive: 'a page for people: targets and figures tell a model as much',
  fitness: 'a choice for people',
  funnel: 'a table for the eye',
  glossary: 'the description of a KPI has the meanings that it uses',
  jobs: 'of the installation',
  known: 'a history for the page',
  leaderboard: 'people’s places: for people',
  lifecycle: 'a table for the eye',
  lint: 'a choice for people',
  model: 'for a form',
  kpi_versions: 'for who reviews them',
  own_kpis: 'for who writes them',
  digest: 'a letter, for people',
  first_steps: 'for whoever begins',
  notices: 'an inbox, for people',
  open_tickets: 'for the page of customer service',
  paired_series: 'two queries tell a model as much',
  pipeline_bridge: 'a picture for the eye: pipeline_value at two days tells',
  read: 'a model reads the figures for itself',
  remember: 'keeps values',
  reviews: 'people deciding',
  segments: 'their names stand in the dimensions',
  suggest_target: 'a choice for people',
  try_kpi: 'a draft that nobody has saved: for whoever writes it',
};
