import { derivedDatasets } from '../../model/registry.ts';
import type { Settings } from '../../model/settings.ts';
import type { Run } from '../run.ts';
import { accountRfmBuilder } from './account_rfm.ts';
import { accountRiskBuilder } from './account_risk.ts';
import { accountStageSpanBuilder } from './account_stage_span.ts';
import { accountValueBuilder } from './account_value.ts';
import { attributionBuilder } from './attribution.ts';
import { businessDayBuilder } from './business_day.ts';
import { buyerModelBuilder } from './buyer_model.ts';
import { checkResultBuilder } from './check_result.ts';
import { type DerivedBuilder, type DerivedContext, isModelled } from './context.ts';
import { costDayBuilder } from './cost_day.ts';
import { creditExposureSpanBuilder } from './credit_exposure_span.ts';
import { crossSellBuilder } from './cross_sell.ts';
import { customerSpanBuilder } from './customer_span.ts';
import { dealModelBuilder } from './deal_model.ts';
import { deliveryOutcomeBuilder } from './delivery_outcome.ts';
import { duplicateGroupBuilder } from './duplicate_group.ts';
import { Emptiness, withEmpty } from './emptiness.ts';
import { fieldSpanBuilder } from './field_span.ts';
import { emptySql, finishedSql } from './finish.ts';
import { forecastOutcomeBuilder } from './forecast_outcome.ts';
import { intervalModelBuilder } from './interval_model.ts';
import { leadNurturingBuilder } from './lead_nurturing.ts';
import { leadPaymentBuilder } from './lead_payment.ts';
import { makeModelled } from './modelled.ts';
import { mrrSpanBuilder } from './mrr_span.ts';
import { opportunityForecastBuilder } from './opportunity_forecast.ts';
import { opportunitySpanBuilder } from './opportunity_span.ts';
import { opportunityStateSpanBuilder } from './opportunity_state_span.ts';
import { orderForecastBuilder } from './order_forecast.ts';
import { orderSequenceBuilder } from './order_sequence.ts';
import { productOrderSequenceBuilder } from './product_order_sequence.ts';
import { rateDayBuilder } from './rate_day.ts';
import { receivableSpanBuilder } from './receivable_span.ts';
import { renewalBuilder } from './renewal.ts';
import { riskEpisodeBuilder } from './risk_episode.ts';
import { stageActivityBuilder } from './stage_activity.ts';
import { stageSpanBuilder } from './stage_span.ts';
import { inSteps } from './steps.ts';
import { targetDayBuilder } from './target_day.ts';
import { ticketActionBuilder } from './ticket_action.ts';
import { ticketContactBuilder } from './ticket_contact.ts';

const builders: ReadonlyMap<string, DerivedBuilder> = new Map(
  [
    accountRfmBuilder,
    accountStageSpanBuilder,
    attributionBuilder,
    businessDayBuilder,
    checkResultBuilder,
    costDayBuilder,
    customerSpanBuilder,
    creditExposureSpanBuilder,
    crossSellBuilder,
    deliveryOutcomeBuilder,
    duplicateGroupBuilder,
    fieldSpanBuilder,
    leadNurturingBuilder,
    leadPaymentBuilder,
    mrrSpanBuilder,
    opportunitySpanBuilder,
    orderSequenceBuilder,
    productOrderSequenceBuilder,
    rateDayBuilder,
    receivableSpanBuilder,
    renewalBuilder,
    stageSpanBuilder,
    ticketActionBuilder,
    targetDayBuilder,
    forecastOutcomeBuilder,
    opportunityStateSpanBuilder,
    stageActivityBuilder,
    dealModelBuilder,
    opportunityForecastBuilder,
    intervalModelBuilder,
    orderForecastBuilder,
    buyerModelBuilder,
    accountValueBuilder,
    accountRiskBuilder,
    riskEpisodeBuilder,
    ticketContactBuilder,
  ].map((builder) => [builder.dataset.name, builder]),
);

/** Every derived dataset in an order in which each comes after those it is made from. */
export const derivedBuilders: readonly DerivedBuilder[] = [...derivedDatasets.keys()].flatMap((name) => builders.get(name) ?? []);

/** The derived datasets that change when these entities do, in the order to make them in. */
export const derivedFrom = (changed: ReadonlySet<string>): readonly DerivedBuilder[] => {
  const touched = new Set(changed);
  return derivedBuilders.filter(({ dataset }) => {
    if (!dataset.from.some((name) => touched.has(name))) return false;
    touched.add(dataset.name);
    return true;
  });
};

/** What any question may read beside what it names: histories of attributes, rates, working days, what segments stand on. */
const alwaysRead = ({ segments }: Settings): readonly string[] => {
  const all = Object.values(segments);
  return [
    ...['field_span', 'rate_day', 'business_day'],
    ...(all.some(({ rfm }) => rfm !== undefined) ? ['account_rfm'] : []),
    ...(all.some(({ stage }) => stage !== undefined) ? ['account_stage_span'] : []),
  ];
};

/** The datasets that a question about some of them reads, and all that these are made from. */
export const readWith = (names: readonly string[], settings: Settings): ReadonlySet<string> => {
  const due = new Set([...names, ...alwaysRead(settings)]);
  for (const { dataset } of derivedBuilders.toReversed()) if (due.has(dataset.name)) for (const name of dataset.from) due.add(name);
  return due;
};

/**
 * Makes anew, inside the caller's transaction, the derived datasets that stand on what changed: `'all'` after a change of
 * settings (zone, currency, what a customer is) and in a new warehouse. `context.relation` names where each table is and goes.
 * @param only those of them that are wanted; null: all
 * @returns the names of those made, in order
 */
export const rebuildDerived = async (
  run: Run,
  context: DerivedContext,
  changed: ReadonlySet<string> | 'all',
  only: ReadonlySet<string> | null = null,
): Promise<readonly string[]> => {
  const all = changed === 'all' ? derivedBuilders : derivedFrom(changed);
  const due = only === null ? all : all.filter(({ dataset }) => only.has(dataset.name));
  const emptiness = new Emptiness(run);
  for (const builder of due) await makeDerived(run, context, builder, { emptiness });
  return due.map(({ dataset }) => dataset.name);
};

/** Whether a dataset has no rows because of those that it is made from have none; nothing else need be looked at then. */
export const isEmptyWith = (builder: DerivedBuilder, empty: ReadonlySet<string>): boolean => {
  const { standsOn = [] } = builder.dataset;
  const unites = isModelled(builder) ? [] : (builder.unites ?? []);
  return standsOn.some((name) => empty.has(name)) || (unites.length > 0 && unites.every((name) => empty.has(name)));
};

/** Makes one derived dataset anew, or (`parts`) of one that is made by parts only some of them. */
export const makeDerived = async (
  run: Run,
  context: DerivedContext,
  builder: DerivedBuilder,
  { parts = null, emptiness = new Emptiness(run) }: { readonly parts?: readonly string[] | null; readonly emptiness?: Emptiness } = {},
): Promise<void> => {
  const { dialect } = context;
  const { dataset } = builder;
  const table = context.relation(dataset.name);
  const empty = await emptiness.of(context, dataset.from);
  emptiness.forget(table);
  if (isEmptyWith(builder, empty)) {
    await run(dialect.replaceTable(table, emptySql(dataset, dialect)));
    return;
  }
  const shown = withEmpty(context, empty);
  if (isModelled(builder)) return makeModelled(run, shown, builder, parts);
  const sql = builder.sql(shown);
  if (!dialect.copiesWith) {
    await run(dialect.replaceTable(table, finishedSql(builder, dialect, sql)));
    return;
  }
  const steps = inSteps(sql);
  try {
    for (const statement of steps.before) await run(statement);
    await run(dialect.replaceTable(table, finishedSql(builder, dialect, steps.select)));
  } finally {
    for (const statement of steps.after) await run(statement);
  }
};
