/** The sums of one month, by their names in `statements.ts`; a statement's parts are told apart by `part`. */
export type Sums = Readonly<Record<string, number | null>>;

const over = (top: number | null | undefined, bottom: number | null | undefined): number | null =>
  top == null || !bottom ? null : top / bottom;
const plus = (...items: readonly (number | null | undefined)[]): number => items.reduce<number>((sum, item) => sum + (item ?? 0), 0);

/** The value of each KPI of the board in a month of so many days. Null: not known. */
export const figures = (sums: Sums, days: number): Readonly<Record<string, number | null>> => {
  const of = (name: string): number => sums[name] ?? 0;
  const lost = of('present') - of('kept');
  const churn = over(lost, of('present'));
  const years = days / 365;
  const margin = over(sums.profit, sums.revenue_costed);
  const lifetime = over(years, churn);
  const worth = over(sums.revenue, sums.orders);
  const orders = over(sums.orders, sums.buyers);
  const visits = over(of('purchasers'), sums.visitors);
  const coversMonth = of('market') > 0 && of('market_days') === days * Math.max(1, of('scopes'));
  return {
    email_campaigns_sent: of('email_campaigns'),
    email_ctr: over(sums.clicked, sums.delivered),
    email_open_rate: over(sums.opened, sums.delivered),
    sms_sent: plus(sums.sms_logged, sums.sms_campaign),
    sales_calls: of('sales_calls'),
    website_conversion_rate: visits,
    conversion_rate: visits,
    avg_interaction_cost: sums.staff_cost == null ? null : over(plus(sums.channel_cost, sums.staff_cost), sums.interactions),
    brand_awareness: over(of('recalled'), sums.asked),
    market_share: coversMonth ? over(sums.sales, sums.market) : null,
    roi: over(of('gained') - of('spent'), sums.spent),
    new_leads: of('leads_created'),
    qualified_leads: of('handed_over'),
    lead_qualification_rate: over(sums.qualified, sums.leads_created),
    lead_conversion_rate: over(sums.converted, sums.leads_created),
    cpl: over(of('lead_cost'), sums.leads_created),
    acquisition_rate: over(of('new_customers'), plus(sums.contacts, sums.leads)),
    funnel_stage_conversion: over(sums.advanced, sums.entered),
    funnel_stage_duration: sums.median ?? null,
    open_opportunities: of('n'),
    pipeline_value: of('value'),
    opportunity_conversion_rate: over(of('won'), plus(sums.won, sums.lost)),
    avg_opportunity_value: sums.won_amount ?? null,
    sales_cycle_length: sums.cycle ?? null,
    lost_opportunities: of('lost'),
    new_revenue: of('first_revenue'),
    total_sales: of('sales'),
    new_customers: of('new_customers'),
    retained_customers: of('kept'),
    retention_rate: over(of('kept'), sums.present),
    churn_rate: churn,
    churned_customers: lost,
    renewal_rate: over(of('renewed'), sums.due),
    repeat_purchase_rate: over(of('repeaters'), sums.customers_buying),
    repeat_customers: of('repeat_ever'),
    ltv_profit:
      worth === null || orders === null || margin === null || lifetime === null ? null : worth * (orders / years) * margin * lifetime,
    cac: over(of('acquisition_cost'), sums.new_customers),
    order_interval: sums.order_interval ?? null,
    complaints: of('complaints'),
    self_service_rate: over(of('by_customer'), sums.by_known),
    fcr: over(of('at_once'), sums.handled),
    avg_resolution_time: sums.resolution_hours ?? null,
    first_response_time: sums.response_hours ?? null,
    resolution_rate: over(of('solved'), sums.cases),
    cases_handled: of('cases_handled'),
    cases_closed_per_day: over(of('closed'), sums.working_days),
    reopen_rate: over(of('reopened'), sums.closed),
    on_time_delivery: over(of('on_time'), sums.promised),
    delivery_lead_time: sums.lead_time ?? null,
    nps: over(100 * (of('promoters') - of('detractors')), sums.nps_answers),
    csat: over(of('satisfied'), sums.csat_answers),
    ces: sums.ces ?? null,
    receivables_open: of('open_value'),
    receivables_overdue: of('overdue_value'),
    dso: over(of('open_value') * days, sums.invoiced),
  };
};
