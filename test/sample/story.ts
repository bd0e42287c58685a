import { story } from '../../src/sample/story.ts';

/** The `--until` that the facts are about. */
export const until = '2026-10-31';

/** One cell: a KPI over months of the story (0 to 35, the second left out) as one period. */
export interface Slice {
  readonly kpi: string;
  readonly variant?: string;
  readonly months: readonly [number, number];
  /** As after `--where`. */
  readonly where?: readonly string[];
  /** For a mix: the cell of this group. */
  readonly group?: Readonly<Record<string, string>>;
}

/** What a KPI must show: `left` is above or below `times` × `right`. */
export interface StoryFact {
  readonly twist: 'giveaway' | 'slip' | 'people' | 'service' | 'churn' | 'payment' | 'season';
  readonly says: string;
  readonly left: Slice;
  readonly relation: 'above' | 'below';
  readonly times: number;
  readonly right: Slice;
}

/** The dates of a slice, both included, for `--from` and `--to`. */
export function datesOf(slice: Slice): { from: string; to: string } {
  const start = Temporal.PlainDate.from(until).add({ days: 1 }).subtract({ months: 36 });
  const [from, to] = slice.months;
  return { from: start.add({ months: from }).toString(), to: start.add({ months: to }).subtract({ days: 1 }).toString() };
}

type Months = readonly [number, number];
const lastYear: Months = [24, 36];
const { giveaway, slip, serviceCrisis, churnWave } = story;
const during: Months = [giveaway.from, giveaway.to];
const yearBefore: Months = [giveaway.from - 12, giveaway.to - 12];
const late: Months = [slip.from + 1, 36];
const onTime: Months = [slip.from - 12, slip.from];
const unsold: Months = [slip.salesFrom + 1, 36];
const crisis: Months = [serviceCrisis.from, serviceCrisis.to];
const beforeCrisis: Months = [serviceCrisis.from - 3, serviceCrisis.from];
const wave: Months = [churnWave.from, churnWave.to];
const beforeWave: Months = [churnWave.from - 3, churnWave.from];

const prize = [`campaign.name=${giveaway.campaign}`];
const sierra = [`product.name=${slip.product}`];
const split = ['product.name=Split Brisa 35'];
const owner = (person: { name: string }) => [`owner.name=${person.name}`];
/** Without renewals, which are won more often and by others. */
const selling = ['pipeline=Ventas'];
const support = ['touchpoint=soporte'];
const hotels = [`account.industry=${story.latePayers.industry}`];

const fact = (
  twist: StoryFact['twist'],
  says: string,
  kpi: string,
  [leftMonths, leftWhere]: readonly [Months, (readonly string[])?],
  relation: StoryFact['relation'],
  times: number,
  [rightMonths, rightWhere]: readonly [Months, (readonly string[])?],
  extra: { variant?: string; group?: Readonly<Record<string, string>> } = {},
): StoryFact => ({
  twist,
  says,
  left: { kpi, months: leftMonths, ...(leftWhere ? { where: leftWhere } : {}), ...extra },
  relation,
  times,
  right: { kpi, months: rightMonths, ...(rightWhere ? { where: rightWhere } : {}), ...extra },
});

export const storyFacts: readonly StoryFact[] = [
  fact('giveaway', 'leads rise', 'new_leads', [during], 'above', 1.5, [yearBefore]),
  fact('giveaway', 'its leads cost little', 'cpl', [during, prize], 'below', 0.3, [during, ['channel=ads']], { variant: 'campaigns' }),
  fact('giveaway', 'so the cost per lead looks better', 'cpl', [during], 'below', 0.95, [yearBefore]),
  fact('giveaway', 'its leads do not qualify', 'lead_qualification_rate', [during, prize], 'below', 0.35, [yearBefore]),
  fact('giveaway', 'its leads do not convert', 'lead_conversion_rate', [during, prize], 'below', 0.2, [yearBefore]),
  fact('giveaway', 'fewer leads qualify', 'lead_qualification_rate', [during], 'below', 0.85, [yearBefore]),
  fact('giveaway', 'fewer leads convert', 'lead_conversion_rate', [during], 'below', 0.85, [yearBefore]),

  fact('slip', 'it comes late', 'on_time_delivery', [late, sierra], 'below', 0.5, [onTime, sierra]),
  fact('slip', 'other products do not', 'on_time_delivery', [late, split], 'above', 0.95, [onTime, split]),
  fact('slip', 'it takes longer', 'delivery_lead_time', [late, sierra], 'above', 1.5, [onTime, sierra]),
  fact('slip', 'its buyers are unhappy', 'csat', [late, sierra], 'below', 0.7, [onTime, sierra]),
  fact('slip', 'others are as happy as before', 'csat', [late, split], 'above', 0.85, [onTime, split]),
  fact('slip', 'they complain', 'complaints', [late, sierra], 'above', 2, [onTime, sierra]),
  fact('slip', 'its deals are lost', 'opportunity_conversion_rate', [unsold, sierra], 'below', 0.7, [onTime, sierra]),
  fact('slip', 'for the delivery time', 'opportunity_lost_reasons', [unsold, sierra], 'above', 3, [onTime, sierra], {
    group: { lost_reason: 'Plazo de entrega' },
  }),
  fact('slip', 'its sales fall while all others grow', 'total_sales', [unsold, [`opportunity.${sierra[0]}`]], 'below', 0.75, [
    [unsold[0] - 12, unsold[1] - 12],
    [`opportunity.${sierra[0]}`],
  ]),

  fact('people', 'the star wins more', 'opportunity_conversion_rate', [lastYear, owner(story.star)], 'above', 1.35, [lastYear, selling]),
  fact('people', 'the star wins sooner', 'sales_cycle_length', [lastYear, owner(story.star)], 'below', 0.8, [lastYear, selling]),
  fact('people', 'the star wins bigger deals', 'avg_opportunity_value', [lastYear, owner(story.star)], 'above', 1.1, [lastYear, selling]),
  fact('people', 'the struggling one wins less', 'opportunity_conversion_rate', [lastYear, owner(story.struggling)], 'below', 0.6, [
    lastYear,
    selling,
  ]),
  fact('people', 'the struggling one takes longer', 'sales_cycle_length', [lastYear, owner(story.struggling)], 'above', 1.25, [
    lastYear,
    selling,
  ]),
  fact('people', 'and yet calls more than the star', 'sales_calls', [lastYear, owner(story.struggling)], 'above', 1.4, [
    lastYear,
    owner(story.star),
  ]),
  fact('people', 'coaching helps', 'opportunity_conversion_rate', [lastYear, owner(story.coached)], 'above', 1.3, [
    [0, story.coached.from],
    owner(story.coached),
  ]),

  fact('service', 'two agents leave: answers take longer', 'first_response_time', [crisis], 'above', 2, [beforeCrisis]),
  fact('service', 'solutions take longer', 'avg_resolution_time', [crisis], 'above', 1.3, [beforeCrisis]),
  fact('service', 'customers complain', 'complaints', [crisis], 'above', 1.5, [beforeCrisis]),
  fact('service', 'support satisfies less', 'csat', [crisis, support], 'below', 0.75, [beforeCrisis, support]),
  fact('service', 'and fewer recommend the company', 'nps', [[26, 30]], 'below', 0.5, [[20, 26]]),
  fact('service', 'with new agents answers are as before', 'first_response_time', [[30, 36]], 'below', 0.5, [crisis]),

  fact('churn', 'customers who complained leave', 'churned_customers', [wave], 'above', 3, [beforeWave]),
  fact('churn', 'in relation to all customers too', 'churn_rate', [wave], 'above', 2.5, [beforeWave]),
  fact('churn', 'and do not renew', 'renewal_rate', [[28, 34]], 'below', 0.95, [[16, 28]]),

  fact('payment', 'hotels and restaurants pay late', 'dso', [[30, 36], hotels], 'above', 1.25, [[30, 36]]),

  fact('season', 'August is quiet', 'new_leads', [[33, 34]], 'below', 0.65, [[34, 35]]),
];
