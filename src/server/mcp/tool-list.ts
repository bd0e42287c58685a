import type { mcpTools } from '../../app/api/mcp-tools.ts';
import type { Tool } from './tool.ts';
import { actionEffectTool, actionsTool } from './tools/actions.ts';
import { alertsTool, explainAlertTool } from './tools/alerts.ts';
import { annotateTool, annotationsTool } from './tools/annotations.ts';
import { dataHealthTool } from './tools/data-health.ts';
import { decideTool, decisionsTool } from './tools/decisions.ts';
import { describeKpiTool } from './tools/describe-kpi.ts';
import { explainTool } from './tools/explain.ts';
import { forecastTool } from './tools/forecast.ts';
import { listKpisTool } from './tools/list-kpis.ts';
import { queryTool } from './tools/query.ts';
import { recordsTool } from './tools/records.ts';
import { targetsTool } from './tools/targets.ts';

type ToolName = (typeof mcpTools)[keyof typeof mcpTools][number];

/** Every tool of the one list, in the order in which a model meets them: one that is missing here does not compile. */
export const tools: Readonly<Record<ToolName, Tool>> = {
  list_kpis: listKpisTool,
  describe_kpi: describeKpiTool,
  query: queryTool,
  explain: explainTool,
  records: recordsTool,
  forecast: forecastTool,
  targets: targetsTool,
  actions: actionsTool,
  action_effect: actionEffectTool,
  alerts: alertsTool,
  explain_alert: explainAlertTool,
  annotations: annotationsTool,
  decisions: decisionsTool,
  annotate: annotateTool,
  decide: decideTool,
  data_health: dataHealthTool,
};
