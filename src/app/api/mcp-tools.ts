import type { OperationId } from './client-types.ts';

/** The tools of the MCP server, by the operation that each runs: what a question about figures needs, and writing down what happened and what was decided. */
export const mcpTools = {
  action: ['action_effect'],
  actions: ['actions'],
  alert: ['explain_alert'],
  alerts: ['alerts'],
  annotate: ['annotate'],
  annotations: ['annotations'],
  check: ['data_health'],
  decide: ['decide'],
  decisions: ['decisions'],
  explain: ['explain'],
  forecast: ['forecast'],
  kpis: ['list_kpis', 'describe_kpi'],
  query: ['query'],
  records: ['records'],
  targets: ['targets'],
} as const satisfies Partial<Record<OperationId, readonly string[]>>;

/** Those that write, each something new and nothing over what is there; with the rights that any other way in asks for. */
export const mcpWrites: ReadonlySet<string> = new Set(['annotate', 'decide'] satisfies readonly (keyof typeof mcpTools)[]);
