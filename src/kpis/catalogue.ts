import crmAdoptionRate from './adoption/crm_adoption_rate.ts';
import crmUsageDepth from './adoption/crm_usage_depth.ts';
import dataLeverageRate from './adoption/data_leverage_rate.ts';
import nurturingToolUse from './adoption/nurturing_tool_use.ts';
import atRiskCustomers from './customers/at_risk_customers.ts';
import avgRevenuePerRetainedCustomer from './customers/avg_revenue_per_retained_customer.ts';
import cac from './customers/cac.ts';
import churnRate from './customers/churn_rate.ts';
import churnReasons from './customers/churn_reasons.ts';
import churnedCustomers from './customers/churned_customers.ts';
import clvCacRatio from './customers/clv_cac_ratio.ts';
import clvRevenue from './customers/clv_revenue.ts';
import crossSellRate from './customers/cross_sell_rate.ts';
import customerGrowthRate from './customers/customer_growth_rate.ts';
import customerRetentionCost from './customers/customer_retention_cost.ts';
import lifecycleStageMix from './customers/lifecycle_stage_mix.ts';
import ltvProfit from './customers/ltv_profit.ts';
import newCustomers from './customers/new_customers.ts';
import orderInterval from './customers/order_interval.ts';
import renewalRate from './customers/renewal_rate.ts';
import reorderDue from './customers/reorder_due.ts';
import repeatCustomers from './customers/repeat_customers.ts';
import repeatPurchaseRate from './customers/repeat_purchase_rate.ts';
import retainedCustomers from './customers/retained_customers.ts';
import retentionCostRatio from './customers/retention_cost_ratio.ts';
import retentionRate from './customers/retention_rate.ts';
import riskSaveRate from './customers/risk_save_rate.ts';
import shareOfWallet from './customers/share_of_wallet.ts';
import badDataCost from './data/bad_data_cost.ts';
import dataAccessHeadcount from './data/data_access_headcount.ts';
import dataAccuracy from './data/data_accuracy.ts';
import dataTrainingCoverage from './data/data_training_coverage.ts';
import duplicateRate from './data/duplicate_rate.ts';
import type { Kpi } from './kpi.ts';
import acquisitionRate from './leads/acquisition_rate.ts';
import conversionRate from './leads/conversion_rate.ts';
import costPerOpportunity from './leads/cost_per_opportunity.ts';
import cpa from './leads/cpa.ts';
import cpl from './leads/cpl.ts';
import funnelStageConversion from './leads/funnel_stage_conversion.ts';
import funnelStageDuration from './leads/funnel_stage_duration.ts';
import leadConversionRate from './leads/lead_conversion_rate.ts';
import leadLostReasons from './leads/lead_lost_reasons.ts';
import leadQualificationRate from './leads/lead_qualification_rate.ts';
import leadReactivationRate from './leads/lead_reactivation_rate.ts';
import newLeads from './leads/new_leads.ts';
import qualifiedLeads from './leads/qualified_leads.ts';
import unconvertedLeads from './leads/unconverted_leads.ts';
import avgInteractionCost from './marketing/avg_interaction_cost.ts';
import avgTimeOnSite from './marketing/avg_time_on_site.ts';
import brandAwareness from './marketing/brand_awareness.ts';
import campaignConversionRate from './marketing/campaign_conversion_rate.ts';
import campaignEffectivenessRank from './marketing/campaign_effectiveness_rank.ts';
import campaignResponses from './marketing/campaign_responses.ts';
import campaignRevenue from './marketing/campaign_revenue.ts';
import campaignRoi from './marketing/campaign_roi.ts';
import campaignsRunning from './marketing/campaigns_running.ts';
import channelEffectiveness from './marketing/channel_effectiveness.ts';
import emailCampaignsSent from './marketing/email_campaigns_sent.ts';
import emailCtr from './marketing/email_ctr.ts';
import emailOpenRate from './marketing/email_open_rate.ts';
import leadsByCampaign from './marketing/leads_by_campaign.ts';
import marketShare from './marketing/market_share.ts';
import newSubscribers from './marketing/new_subscribers.ts';
import paidTrafficPayoff from './marketing/paid_traffic_payoff.ts';
import roi from './marketing/roi.ts';
import salesCalls from './marketing/sales_calls.ts';
import smsSent from './marketing/sms_sent.ts';
import websiteBuyers from './marketing/website_buyers.ts';
import websiteConversionRate from './marketing/website_conversion_rate.ts';
import websiteVisits from './marketing/website_visits.ts';
import coachingUplift from './people/coaching_uplift.ts';
import performanceSpread from './people/performance_spread.ts';
import repPerformance from './people/rep_performance.ts';
import successProfile from './people/success_profile.ts';
import ces from './perception/ces.ts';
import csat from './perception/csat.ts';
import feedbackThemes from './perception/feedback_themes.ts';
import nps from './perception/nps.ts';
import surveyResponseRate from './perception/survey_response_rate.ts';
import activityOutcomeCorrelation from './pipeline/activity_outcome_correlation.ts';
import avgOpportunityValue from './pipeline/avg_opportunity_value.ts';
import closeRate from './pipeline/close_rate.ts';
import customerTouches from './pipeline/customer_touches.ts';
import cycleAccelerationEffect from './pipeline/cycle_acceleration_effect.ts';
import forecastAccuracy from './pipeline/forecast_accuracy.ts';
import forecastExpectedRevenue from './pipeline/forecast_expected_revenue.ts';
import idealDealMix from './pipeline/ideal_deal_mix.ts';
import lostOpportunities from './pipeline/lost_opportunities.ts';
import newRevenue from './pipeline/new_revenue.ts';
import openOpportunities from './pipeline/open_opportunities.ts';
import opportunityConversionRate from './pipeline/opportunity_conversion_rate.ts';
import opportunityLostReasons from './pipeline/opportunity_lost_reasons.ts';
import outstandingQuotes from './pipeline/outstanding_quotes.ts';
import pipelineCoverage from './pipeline/pipeline_coverage.ts';
import pipelineCredibility from './pipeline/pipeline_credibility.ts';
import pipelineGrowth from './pipeline/pipeline_growth.ts';
import pipelinePredictability from './pipeline/pipeline_predictability.ts';
import pipelineQuality from './pipeline/pipeline_quality.ts';
import pipelineRealizationRate from './pipeline/pipeline_realization_rate.ts';
import pipelineValue from './pipeline/pipeline_value.ts';
import pipelineVitality from './pipeline/pipeline_vitality.ts';
import profitableDealFocus from './pipeline/profitable_deal_focus.ts';
import quoteToOrderRate from './pipeline/quote_to_order_rate.ts';
import revenueTargetAttainment from './pipeline/revenue_target_attainment.ts';
import salesCycleLength from './pipeline/sales_cycle_length.ts';
import totalSales from './pipeline/total_sales.ts';
import unsupportedDemand from './pipeline/unsupported_demand.ts';
import commissionAtRisk from './receivables/commission_at_risk.ts';
import creditRiskExposure from './receivables/credit_risk_exposure.ts';
import dso from './receivables/dso.ts';
import receivablesOpen from './receivables/receivables_open.ts';
import receivablesOverdue from './receivables/receivables_overdue.ts';
import avgHandleTime from './service/avg_handle_time.ts';
import avgResolutionTime from './service/avg_resolution_time.ts';
import callsPerAgent from './service/calls_per_agent.ts';
import casesClosedPerDay from './service/cases_closed_per_day.ts';
import casesHandled from './service/cases_handled.ts';
import complaints from './service/complaints.ts';
import csatByProduct from './service/csat_by_product.ts';
import deliveryLeadTime from './service/delivery_lead_time.ts';
import fcr from './service/fcr.ts';
import firstResponseTime from './service/first_response_time.ts';
import onTimeDelivery from './service/on_time_delivery.ts';
import promiseKeptRate from './service/promise_kept_rate.ts';
import reopenRate from './service/reopen_rate.ts';
import resolutionRate from './service/resolution_rate.ts';
import selfServiceRate from './service/self_service_rate.ts';
import serviceSalesLag from './service/service_sales_lag.ts';

/** Every KPI, by area and then by reference. A new KPI is one import and one line here. */
const catalogue: readonly Kpi[] = [
  emailCampaignsSent,
  campaignsRunning,
  emailCtr,
  emailOpenRate,
  smsSent,
  salesCalls,
  campaignResponses,
  campaignConversionRate,
  campaignRevenue,
  campaignRoi,
  campaignEffectivenessRank,
  leadsByCampaign,
  websiteVisits,
  websiteConversionRate,
  websiteBuyers,
  avgTimeOnSite,
  newSubscribers,
  paidTrafficPayoff,
  channelEffectiveness,
  avgInteractionCost,
  brandAwareness,
  marketShare,
  roi,
  newLeads,
  qualifiedLeads,
  leadQualificationRate,
  cpl,
  cpa,
  costPerOpportunity,
  conversionRate,
  leadConversionRate,
  acquisitionRate,
  funnelStageConversion,
  funnelStageDuration,
  unconvertedLeads,
  leadLostReasons,
  leadReactivationRate,
  openOpportunities,
  pipelineValue,
  pipelineVitality,
  pipelineQuality,
  pipelineGrowth,
  pipelinePredictability,
  pipelineRealizationRate,
  pipelineCoverage,
  revenueTargetAttainment,
  forecastExpectedRevenue,
  forecastAccuracy,
  pipelineCredibility,
  idealDealMix,
  profitableDealFocus,
  opportunityConversionRate,
  closeRate,
  avgOpportunityValue,
  salesCycleLength,
  lostOpportunities,
  opportunityLostReasons,
  newRevenue,
  totalSales,
  outstandingQuotes,
  quoteToOrderRate,
  customerTouches,
  cycleAccelerationEffect,
  activityOutcomeCorrelation,
  unsupportedDemand,
  newCustomers,
  retainedCustomers,
  retentionRate,
  churnRate,
  churnedCustomers,
  churnReasons,
  renewalRate,
  repeatPurchaseRate,
  repeatCustomers,
  clvRevenue,
  ltvProfit,
  cac,
  clvCacRatio,
  customerRetentionCost,
  retentionCostRatio,
  avgRevenuePerRetainedCustomer,
  orderInterval,
  reorderDue,
  shareOfWallet,
  crossSellRate,
  atRiskCustomers,
  riskSaveRate,
  lifecycleStageMix,
  customerGrowthRate,
  complaints,
  selfServiceRate,
  fcr,
  avgResolutionTime,
  avgHandleTime,
  firstResponseTime,
  resolutionRate,
  casesHandled,
  casesClosedPerDay,
  callsPerAgent,
  reopenRate,
  onTimeDelivery,
  promiseKeptRate,
  deliveryLeadTime,
  serviceSalesLag,
  csatByProduct,
  nps,
  csat,
  ces,
  surveyResponseRate,
  feedbackThemes,
  receivablesOpen,
  receivablesOverdue,
  dso,
  creditRiskExposure,
  commissionAtRisk,
  nurturingToolUse,
  repPerformance,
  performanceSpread,
  coachingUplift,
  successProfile,
  crmAdoptionRate,
  crmUsageDepth,
  dataLeverageRate,
  duplicateRate,
  dataAccuracy,
  badDataCost,
  dataAccessHeadcount,
  dataTrainingCoverage,
];

/** Every KPI of the catalogue by id, in the catalogue's order. */
export const kpis: ReadonlyMap<string, Kpi> = new Map(catalogue.map((kpi) => [kpi.id, kpi]));
