import { type ReadingRule, ruleAbout } from '../rule.ts';

/** What is solved at first contact depends on what customers solve by themselves: the easy questions are gone. */
const firstContact = ruleAbout({
  id: 'first_contact',
  source: 'S1#16',
  of: ['fcr'],
  companions: ['self_service_rate'],
  read: ({ subject, other }) => {
    const own = other('self_service_rate');
    if (own === null) return { outcome: 'self_service_unknown', tone: 'neutral', saw: [] };
    if (subject.verdict === 'worse' && own.move === 'rise')
      return { outcome: 'harder_questions', tone: 'neutral', saw: ['self_service_rate'] };
    if (subject.verdict === 'worse') return { outcome: 'knowledge', tone: 'bad', saw: ['self_service_rate'] };
    return null;
  },
});

/** Short is good only while customers are served: time is read with satisfaction. */
const timeWithSatisfaction = ruleAbout({
  id: 'time_with_satisfaction',
  source: 'S1#17; S3 L20',
  of: ['avg_resolution_time', 'avg_handle_time', 'first_response_time', 'calls_per_agent'],
  companions: ['csat', 'nps', 'fcr', 'repeat_purchase_rate'],
  read: ({ subject, other }) => {
    const seen = ['csat', 'nps', 'fcr', 'repeat_purchase_rate'].filter((id) => (other(id)?.now.value ?? null) !== null);
    if (seen.length === 0) return { outcome: 'satisfaction_unknown', tone: 'warning', saw: [] };
    const faster = subject.kpi.id === 'calls_per_agent' ? subject.move === 'rise' : subject.move === 'fall';
    const worse = seen.filter((id) => other(id)?.verdict === 'worse');
    if (faster && worse.length > 0) return { outcome: 'too_fast', tone: 'bad', saw: worse };
    return null;
  },
});

/** More complaints can mean worse products or better listening: the number alone does not tell. */
const complaints = ruleAbout({
  id: 'complaints',
  source: 'S1#15; S3 L30',
  of: ['complaints'],
  companions: ['csat', 'nps', 'churn_rate'],
  read: ({ subject, other }) => {
    if (subject.move !== 'rise') return null;
    const worse = ['csat', 'nps', 'churn_rate'].filter((id) => other(id)?.verdict === 'worse');
    return worse.length > 0
      ? { outcome: 'felt', tone: 'bad', saw: worse }
      : { outcome: 'listening', tone: 'neutral', saw: ['csat', 'nps'].filter((id) => other(id) !== null) };
  },
});

/** Deliveries and sales follow each other: what is late now is not bought later, and sellers must know the lead time. */
const deliveryAndSales = ruleAbout({
  id: 'delivery_and_sales',
  source: 'S3 L45',
  of: ['on_time_delivery', 'promise_kept_rate', 'delivery_lead_time'],
  companions: ['total_sales', 'service_sales_lag', 'delivery_lead_time'],
  read: ({ subject, other }) => {
    if (subject.verdict !== 'worse') return null;
    const saw = ['service_sales_lag', 'delivery_lead_time', 'total_sales'].filter(
      (id) => id !== subject.kpi.id && (other(id)?.now.value ?? null) !== null,
    );
    return { outcome: 'tell_sales', tone: 'bad', saw };
  },
});

/** A product whose satisfaction falls is a matter of quality control. */
const qualityOfProduct = ruleAbout({
  id: 'quality_of_product',
  source: 'S3 L45',
  of: ['csat_by_product', 'csat'],
  parts: { by: 'product.name' },
  read: ({ subject, parts }) => {
    const all = subject.now.value;
    if (all === null) return null;
    // Only products whose interval lies wholly below the value of all.
    const poor = parts.flatMap(({ group, ci, reasons }) =>
      ci && ci[1] < all && !reasons.includes('small_sample') && group['product.name'] ? [group['product.name']] : [],
    );
    return poor.length === 0 ? null : { outcome: 'tell_quality', tone: 'bad', saw: [], params: { products: poor } };
  },
});

export const serviceRules: readonly ReadingRule[] = [firstContact, timeWithSatisfaction, complaints, deliveryAndSales, qualityOfProduct];
