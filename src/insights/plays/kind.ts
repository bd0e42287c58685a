/** What can be done to keep a customer: what `retention_action` of the model knows. */
export const retentionKinds = ['call', 'promotion', 'gift', 'escalation'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** What an action is. */
export const actionKinds = [
  'campaign',
  'coaching',
  'service',
  'product',
  'price',
  'process',
  'data',
  'reengage',
  ...retentionKinds,
  'other',
] as const;
export type ActionKind = (typeof actionKinds)[number];

export const actionStatuses = ['open', 'done', 'dropped'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

export const isRetention = (kind: string): kind is RetentionKind => retentionKinds.some((one) => one === kind);

export const kindIn = (kind: string): ActionKind => actionKinds.find((one) => one === kind) ?? 'other';
export const statusIn = (status: string): ActionStatus => actionStatuses.find((one) => one === status) ?? 'open';
