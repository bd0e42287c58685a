import type { Kpi } from './kpi.ts';
import acquisitionRate from './leads/acquisition_rate.ts';
import conversionRate from './leads/conversion_rate.ts';
import cpl from './leads/cpl.ts';
import funnelStageConversion from './leads/funnel_stage_conversion.ts';
import funnelStageDuration from './leads/funnel_stage_duration.ts';
import leadConversionRate from './leads/lead_conversion_rate.ts';
import leadQualificationRate from './leads/lead_qualification_rate.ts';
import newLeads from './leads/new_leads.ts';
import qualifiedLeads from './leads/qualified_leads.ts';
import avgInteractionCost from './marketing/avg_interaction_cost.ts';
import brandAwareness from './marketing/brand_awareness.ts';
import emailCampaignsSent from './marketing/email_campaigns_sent.ts';
import emailCtr from './marketing/email_ctr.ts';
import emailOpenRate from './marketing/email_open_rate.ts';
import marketShare from './marketing/market_share.ts';
import roi from './marketing/roi.ts';
import salesCalls from './marketing/sales_calls.ts';
import smsSent from './marketing/sms_sent.ts';
import websiteConversionRate from './marketing/website_conversion_rate.ts';
import avgOpportunityValue from './pipeline/avg_opportunity_value.ts';
import lostOpportunities from './pipeline/lost_opportunities.ts';
import newRevenue from './pipeline/new_revenue.ts';
import openOpportunities from './pipeline/open_opportunities.ts';
import opportunityConversionRate from './pipeline/opportunity_conversion_rate.ts';
import opportunityLostReasons from './pipeline/opportunity_lost_reasons.ts';
import pipelineValue from './pipeline/pipeline_value.ts';
import salesCycleLength from './pipeline/sales_cycle_length.ts';
import totalSales from './pipeline/total_sales.ts';

/** Every KPI, by area and then by reference. A new KPI is one import and one line here. */
const catalogue: readonly Kpi[] = [
  emailCampaignsSent,
  emailCtr,
  emailOpenRate,
  smsSent,
  salesCalls,
  websiteConversionRate,
  avgInteractionCost,
  brandAwareness,
  marketShare,
  roi,
  newLeads,
  qualifiedLeads,
  leadQualificationRate,
  cpl,
  conversionRate,
  leadConversionRate,
  acquisitionRate,
  funnelStageConversion,
  funnelStageDuration,
  openOpportunities,
  pipelineValue,
  opportunityConversionRate,
  avgOpportunityValue,
  salesCycleLength,
  lostOpportunities,
  opportunityLostReasons,
  newRevenue,
  totalSales,
];

/** Every KPI of the catalogue by id, in the catalogue's order. */
export const kpis: ReadonlyMap<string, Kpi> = new Map(catalogue.map((kpi) => [kpi.id, kpi]));
