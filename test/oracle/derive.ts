import { derivedDatasets } from '../../src/model/registry.ts';
import type { Row } from './company.ts';
import { attribution } from './derived/attribution.ts';
import { renewal } from './derived/contracts.ts';
import { costDay } from './derived/costs.ts';
import { creditExposureSpan } from './derived/credit.ts';
import { crossSell } from './derived/cross_sell.ts';
import { customerSpan } from './derived/customers.ts';
import { opportunitySpan } from './derived/deals.ts';
import { deliveryOutcome } from './derived/deliveries.ts';
import { riskEpisode } from './derived/episodes.ts';
import { fieldSpan } from './derived/field_span.ts';
import { opportunityForecast } from './derived/forecasts.ts';
import { leadNurturing } from './derived/lead_nurturing.ts';
import { leadPayment } from './derived/lead_payment.ts';
import { accountStageSpan } from './derived/lifecycle.ts';
import { mrrSpan } from './derived/mrr.ts';
import { orderForecast } from './derived/next_orders.ts';
import { orderSequence, productOrderSequence } from './derived/orders.ts';
import { forecastOutcome, targetDay } from './derived/plans.ts';
import { checkResult, duplicateGroup } from './derived/quality.ts';
import { receivableSpan } from './derived/receivables.ts';
import { accountRfm } from './derived/rfm.ts';
import { accountRisk } from './derived/risk.ts';
import { stageActivity } from './derived/stage_activity.ts';
import { stageSpan } from './derived/stages.ts';
import { opportunityStateSpan } from './derived/states.ts';
import { ticketAction, ticketContact } from './derived/tickets.ts';
import { accountValue } from './derived/values.ts';
import type { World } from './world.ts';

const makers: Readonly<Record<string, (world: World) => Row[]>> = {
  attribution,
  account_risk: (world) =>
    accountRisk(world, {
      customers: rowsOf(world, 'customer_span'),
      recurring: rowsOf(world, 'mrr_span'),
      receivables: rowsOf(world, 'receivable_span'),
      forecasts: rowsOf(world, 'order_forecast'),
    }),
  account_value: (world) => accountValue(world, rowsOf(world, 'mrr_span'), rowsOf(world, 'customer_span')),
  account_rfm: accountRfm,
  account_stage_span: (world) => accountStageSpan(world, rowsOf(world, 'customer_span')),
  check_result: checkResult,
  cost_day: costDay,
  credit_exposure_span: (world) =>
    creditExposureSpan(world, { debts: rowsOf(world, 'receivable_span'), deals: rowsOf(world, 'opportunity_span') }),
  cross_sell: (world) => crossSell(world, rowsOf(world, 'product_order_sequence')),
  customer_span: customerSpan,
  delivery_outcome: deliveryOutcome,
  duplicate_group: duplicateGroup,
  field_span: fieldSpan,
  forecast_outcome: forecastOutcome,
  lead_nurturing: leadNurturing,
  lead_payment: leadPayment,
  mrr_span: mrrSpan,
  opportunity_forecast: (world) =>
    opportunityForecast(world, { spans: rowsOf(world, 'opportunity_span'), visits: rowsOf(world, 'stage_span') }),
  opportunity_span: opportunitySpan,
  opportunity_state_span: (world) =>
    opportunityStateSpan(world, {
      spans: rowsOf(world, 'opportunity_span'),
      guesses: rowsOf(world, 'opportunity_forecast'),
      visits: rowsOf(world, 'stage_span'),
    }),
  order_forecast: (world) => orderForecast(world, rowsOf(world, 'order_sequence'), rowsOf(world, 'product_order_sequence')),
  order_sequence: orderSequence,
  product_order_sequence: productOrderSequence,
  receivable_span: receivableSpan,
  renewal,
  risk_episode: (world) => riskEpisode(world, { risks: rowsOf(world, 'account_risk'), customers: rowsOf(world, 'customer_span') }),
  stage_activity: (world) => stageActivity(world, rowsOf(world, 'stage_span')),
  stage_span: stageSpan,
  target_day: targetDay,
  ticket_action: ticketAction,
  ticket_contact: ticketContact,
};

/** The rows of a dataset that count: live records of an entity, or what a derived dataset is made of. */
export function rowsOf(world: World, dataset: string): readonly Row[] {
  if (!derivedDatasets.has(dataset)) return world.live(dataset);
  const made = world.derived.get(dataset) ?? makers[dataset]?.(world);
  if (!made) throw new Error(`the oracle cannot make ${dataset}`);
  world.derived.set(dataset, made);
  return made;
}
