import { accountRfm } from './derived/account_rfm.ts';
import { accountRisk } from './derived/account_risk.ts';
import { accountStageSpan } from './derived/account_stage_span.ts';
import { accountValue } from './derived/account_value.ts';
import { attribution } from './derived/attribution.ts';
import { businessDay } from './derived/business_day.ts';
import { buyerModel } from './derived/buyer_model.ts';
import { checkResult } from './derived/check_result.ts';
import { costDay } from './derived/cost_day.ts';
import { creditExposureSpan } from './derived/credit_exposure_span.ts';
import { crossSell } from './derived/cross_sell.ts';
import { customerSpan } from './derived/customer_span.ts';
import { dealModel } from './derived/deal_model.ts';
import { deliveryOutcome } from './derived/delivery_outcome.ts';
import { duplicateGroup } from './derived/duplicate_group.ts';
import { fieldSpan } from './derived/field_span.ts';
import { forecastOutcome } from './derived/forecast_outcome.ts';
import { intervalModel } from './derived/interval_model.ts';
import { leadNurturing } from './derived/lead_nurturing.ts';
import { leadPayment } from './derived/lead_payment.ts';
import { mrrSpan } from './derived/mrr_span.ts';
import { opportunityForecast } from './derived/opportunity_forecast.ts';
import { opportunitySpan } from './derived/opportunity_span.ts';
import { opportunityStateSpan } from './derived/opportunity_state_span.ts';
import { orderForecast } from './derived/order_forecast.ts';
import { orderSequence } from './derived/order_sequence.ts';
import { productOrderSequence } from './derived/product_order_sequence.ts';
import { rateDay } from './derived/rate_day.ts';
import { receivableSpan } from './derived/receivable_span.ts';
import { renewal } from './derived/renewal.ts';
import { riskEpisode } from './derived/risk_episode.ts';
import { stageActivity } from './derived/stage_activity.ts';
import { stageSpan } from './derived/stage_span.ts';
import { targetDay } from './derived/target_day.ts';
import { ticketAction } from './derived/ticket_action.ts';
import { ticketContact } from './derived/ticket_contact.ts';
import { accessGrant } from './entities/access_grant.ts';
import { account } from './entities/account.ts';
import { activity } from './entities/activity.ts';
import { campaign } from './entities/campaign.ts';
import { campaignMessage } from './entities/campaign_message.ts';
import { coachingAction } from './entities/coaching_action.ts';
import { contact } from './entities/contact.ts';
import { contract } from './entities/contract.ts';
import { cost } from './entities/cost.ts';
import { dataIssue } from './entities/data_issue.ts';
import { delivery } from './entities/delivery.ts';
import { demandSignal } from './entities/demand_signal.ts';
import { exchangeRate } from './entities/exchange_rate.ts';
import { fieldChange } from './entities/field_change.ts';
import { forecast } from './entities/forecast.ts';
import { investment } from './entities/investment.ts';
import { invoice } from './entities/invoice.ts';
import { lead } from './entities/lead.ts';
import { marketEstimate } from './entities/market_estimate.ts';
import { opportunity } from './entities/opportunity.ts';
import { opportunityLine } from './entities/opportunity_line.ts';
import { order } from './entities/order.ts';
import { orderLine } from './entities/order_line.ts';
import { payment } from './entities/payment.ts';
import { product } from './entities/product.ts';
import { quote } from './entities/quote.ts';
import { retentionAction } from './entities/retention_action.ts';
import { stage } from './entities/stage.ts';
import { surveyInvitation } from './entities/survey_invitation.ts';
import { surveyResponse } from './entities/survey_response.ts';
import { target } from './entities/target.ts';
import { ticket } from './entities/ticket.ts';
import { touch } from './entities/touch.ts';
import { training } from './entities/training.ts';
import { user } from './entities/user.ts';
import { userEvent } from './entities/user_event.ts';
import { webEvent } from './entities/web_event.ts';
import { webSession } from './entities/web_session.ts';
import type { Dataset, DerivedDataset, Entity } from './entity.ts';
import type { Term } from './glossary.ts';

const byName = <T extends Dataset>(datasets: readonly T[]): ReadonlyMap<string, T> =>
  new Map(datasets.map((dataset) => [dataset.name, dataset]));

/** Every entity of the canonical model, by name. */
export const entities: ReadonlyMap<string, Entity> = byName([
  user,
  account,
  contact,
  lead,
  opportunity,
  stage,
  fieldChange,
  opportunityLine,
  activity,
  campaign,
  campaignMessage,
  touch,
  webSession,
  webEvent,
  product,
  quote,
  order,
  orderLine,
  delivery,
  contract,
  invoice,
  payment,
  ticket,
  surveyInvitation,
  surveyResponse,
  cost,
  userEvent,
  training,
  demandSignal,
  retentionAction,
  coachingAction,
  investment,
  forecast,
  target,
  accessGrant,
  dataIssue,
  marketEstimate,
  exchangeRate,
]);

/** Every dataset made from entities, in an order in which each comes after those it is made from. */
export const derivedDatasets: ReadonlyMap<string, DerivedDataset> = byName([
  businessDay,
  fieldSpan,
  opportunitySpan,
  stageSpan,
  customerSpan,
  accountStageSpan,
  orderSequence,
  productOrderSequence,
  renewal,
  receivableSpan,
  ticketContact,
  ticketAction,
  attribution,
  leadNurturing,
  leadPayment,
  costDay,
  mrrSpan,
  rateDay,
  deliveryOutcome,
  crossSell,
  creditExposureSpan,
  targetDay,
  forecastOutcome,
  accountRfm,
  dealModel,
  opportunityForecast,
  opportunityStateSpan,
  stageActivity,
  intervalModel,
  orderForecast,
  buyerModel,
  accountValue,
  accountRisk,
  riskEpisode,
  checkResult,
  duplicateGroup,
]);

/** @returns the entity or derived dataset of that name; undefined when there is none. */
export const findDataset = (name: string): Dataset | undefined => entities.get(name) ?? derivedDatasets.get(name);

/** The words of the glossary by which a dataset is made, itself or through those that it is made from. */
export const termsOf = (name: string): readonly Term[] => {
  const dataset = derivedDatasets.get(name);
  return dataset ? [...new Set([...(dataset.terms ?? []), ...dataset.from.flatMap(termsOf)])] : [];
};
