/**
 * Who may call which operation, and what those who see only some rows, or no personal data, get of it. An operation that is not here fails the test.
 *
 * `may`: one letter a role, in this order, `-` where it may not:
 * `o`wner, `a`dministrator, anal`y`st, `m`anager, m`e`mber, `v`iewer, `s`teward (a viewer with that extra right), `g`uest, `k`ey (of an owner, with
 * the one scope `kpi.read`), `n`obody (not signed in).
 *
 * `rows`, for who sees only some rows: `own`, figures or records of those; `order`, only the order of magnitude of how much there is; `refused`;
 * `none`: nothing in it comes from rows.
 * `personal`, for who sees no personal data: `masked` where its answer would hold some; `none` where it holds none.
 */
export interface Expected {
  readonly may: string;
  readonly rows: 'own' | 'order' | 'refused' | 'none';
  readonly personal: 'masked' | 'none';
}

const everyone = 'oaymevsgk-';
const anyone = 'oaymevsgkn';
const signedIn = 'oaymevs---';
const who = (may: string, rows: Expected['rows'] = 'none', personal: Expected['personal'] = 'none'): Expected => ({ may, rows, personal });

export const table: Readonly<Record<string, Expected>> = {
  // Figures.
  query: who(everyone, 'own', 'masked'),
  board: who(everyone, 'own', 'masked'),
  read: who(everyone, 'own', 'masked'),
  explain: who(everyone, 'own', 'masked'),
  funnel: who(everyone, 'own', 'masked'),
  cohorts: who(everyone, 'own'),
  lifecycle: who(everyone, 'own'),
  forecast: who(everyone, 'own'),
  targets: who(everyone, 'own', 'masked'),
  set_targets: who('oay-------'),
  remove_target: who('oay-------'),
  suggest_target: who(everyone, 'refused'),
  alerts: who(everyone, 'own'),
  alert: who(everyone, 'own', 'masked'),
  handle_alert: who(signedIn),
  alert_rules: who(everyone),
  save_alert_rule: who(signedIn),
  remove_alert_rule: who(signedIn),
  simulate_alert: who(everyone, 'refused'),
  evaluate_alerts: who('oa----s---'),
  actions: who(everyone, 'own'),
  action: who(everyone, 'own'),
  save_action: who(signedIn),
  close_action: who(signedIn),
  plays: who(everyone, 'own'),
  save_play: who('oay-------'),
  retire_play: who('oay-------'),
  reengagement: who('oayme-sg--', 'own', 'masked'),
  audience: who('oaym------', 'own', 'masked'),
  send_audience: who('oaym------', 'own', 'masked'),
  annotations: who(everyone),
  annotate: who(signedIn),
  remove_annotation: who(signedIn),
  event_effect: who(everyone, 'refused'),
  comments: who(everyone, 'own'),
  comment: who(signedIn),
  remove_comment: who(signedIn),
  resolve_comment: who(signedIn),
  colleagues: who(signedIn),
  decisions: who(everyone, 'own'),
  decide: who(signedIn),
  close_decision: who(signedIn),
  reviews: who(everyone),
  review_kpi: who(signedIn),
  assign_kpi: who('oay-------'),
  kpi_versions: who(everyone, 'own'),
  executive: who(everyone, 'own', 'masked'),
  leaderboard: who(everyone, 'own', 'masked'),
  give_kudos: who(signedIn),
  paired_series: who(everyone, 'own'),
  open_tickets: who(everyone, 'own'),
  pipeline_bridge: who(everyone, 'own'),
  segments: who(everyone, 'own'),
  known: who(everyone, 'own'),
  // What figures mean, and which to take.
  kpis: who(everyone),
  glossary: who(everyone),
  lint: who(everyone),
  advise: who(everyone, 'order'),
  fitness: who(everyone, 'order'),
  choices: who(everyone),
  company: who(everyone, 'none', 'masked'),
  model: who(everyone),
  define: who('oay-------'),
  own_kpis: who(everyone),
  try_kpi: who(everyone, 'own'),
  // Records.
  records: who('oayme-sg--', 'own', 'masked'),
  customers: who('oayme-sg--', 'own', 'masked'),
  customer: who('oayme-sg--', 'own', 'masked'),
  export: who('oaym------', 'own', 'masked'),
  // Data.
  check: who('oaym--sg--', 'own'),
  batches: who('oaym--sg--', 'refused'),
  batch: who('oa----s---'),
  recognise: who('oa----s---'),
  import: who('oa----s---'),
  replay: who('oa----s---'),
  undo: who('oa----s---'),
  remember: who('oa----s---'),
  jobs: who('oaym--sg--'),
  cancel_job: who('oa----s---'),
  retry_job: who('oa----s---'),
  run_job: who('oa----s---'),
  // The installation.
  backup: who('o---------'),
  export_person: who('o---------'),
  forget: who('o---------'),
  archive_audit: who('o---------'),
  audit: who('oa--------'),
  export_audit: who('oa--------'),
  verify_audit: who('oa--------'),
  // People of Cuadro; what is personal there is theirs, not the customers'.
  access_review: who('oa--------'),
  record_training: who('oa--------'),
  training: who('oa--------'),
  people: who('oa--------'),
  invite: who('oa--------'),
  withdraw_invitation: who('oa--------'),
  change_member: who('oa--------'),
  remove_member: who('oa--------'),
  reset_link: who('oa--------'),
  crm_users: who('oa--------'),
  invitation: who(anyone),
  accept_invitation: who(anyone),
  session: who(anyone),
  profile: who(signedIn),
  sessions: who(signedIn),
  end_session: who(signedIn),
  keys: who(signedIn),
  make_key: who(signedIn),
  end_key: who(signedIn),
  boards: who(everyone),
  board_templates: who(everyone),
  save_board: who(signedIn),
  remove_board: who(signedIn),
  digest: who(everyone, 'own', 'masked'),
  notices: who(everyone, 'own', 'masked'),
  read_notices: who(signedIn),
  first_steps: who(signedIn),
  notice_preferences: who(signedIn),
  set_notice_preferences: who(signedIn),
  unsubscribe: who(anyone),
  channels: who('oa--------'),
  save_channel: who('oa--------'),
  remove_channel: who('oa--------'),
  test_channel: who('oa--------'),
  settings: who(everyone),
  change_settings: who('oa--------'),
  backups: who('o---------'),
  examine: who('o---------'),
};

export const letters = 'oaymevsgkn';
