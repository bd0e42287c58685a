import type { OperationId } from './client-types.ts';

/** The tools of the MCP server, by the operation that each runs. It only reads, and only what a question about figures needs. */
export const mcpTools = {
  action: ['action_effect'],
  actions: ['actions'],
  alert: ['explain_alert'],
  alerts: ['alerts'],
  check: ['data_health'],
  explain: ['explain'],
  forecast: ['forecast'],
  kpis: ['list_kpis', 'describe_kpi'],
  query: ['query'],
  records: ['records'],
  targets: ['targets'],
} as const satisfies Partial<Record<OperationId, readonly string[]>>;
