import { type LossKind, saysLater, whyLost } from './why-lost.ts';

/** A lost lead or deal, and what has happened since around it. */
export interface Lost {
  readonly reason: string | null;
  readonly note: string | null;
  /** YYYY-MM-DD. */
  readonly lostOn: string;
  /** Of the deal's product: what it cost when it was lost and now. */
  readonly priceThen: number | null;
  readonly priceNow: number | null;
  /** Products that came into the catalogue, or back into it, since: all of them. */
  readonly newProducts: readonly {
    readonly name: string;
    readonly category: string | null;
    readonly price: number | null;
    readonly on: string;
  }[];
  /** The deal's product. */
  readonly product: { readonly name: string; readonly category: string | null; readonly isSold: boolean } | null;
  /** Median days from order to delivery of its product: around the loss, and of late. */
  readonly leadTimeThen: number | null;
  readonly leadTimeNow: number | null;
  /** The last time they came by themselves since: wrote or called, visited the web, clicked in a message, asked for a product. */
  readonly lastIn: { readonly kind: 'contact' | 'visit' | 'click' | 'demand'; readonly on: string; readonly what: string | null } | null;
  /** The last person who came to the account since. */
  readonly newPersonOn: string | null;
}

export const changeRules = [
  'price_down',
  'cheaper_product',
  'product_sold',
  'delivery_faster',
  'time_has_come',
  'new_budget',
  'new_person',
  'came_back',
] as const;
export type ChangeRule = (typeof changeRules)[number];

/** What has changed, and what was seen of it. */
export interface Change {
  readonly rule: ChangeRule;
  readonly on: string | null;
  /** What it was and is: a price, days. */
  readonly was: number | null;
  readonly is: number | null;
  /** A product, a subject. */
  readonly what: string | null;
}

export interface ChangeSettings {
  /** A price is lower from so much on. */
  readonly priceDrop: number;
  /** A delivery is faster from so much on. */
  readonly fasterBy: number;
  /** Days after which the time has come, where nobody said when. */
  readonly waitDays: number;
  /** A sign of life counts for so many days. */
  readonly recentDays: number;
  /** What was lost longer ago is not told any more. */
  readonly forgetDays: number;
  /** What was lost less than so long ago is somebody's still. */
  readonly restDays: number;
  readonly fiscalYearStartsIn: number;
}

export const usualChanges: ChangeSettings = {
  ...{ priceDrop: 0.03, fasterBy: 0.2, waitDays: 180, recentDays: 90, forgetDays: 730, restDays: 30, fiscalYearStartsIn: 1 },
};

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The first day of the last fiscal year that began by a day. */
function yearBegan(day: string, startsIn: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return `${month >= startsIn ? year : year - 1}-${String(startsIn).padStart(2, '0')}-01`;
}

const nothing = { on: null, was: null, is: null, what: null } as const;

/** A word of four letters or more that both have: «recuperador» in «recuperador Sierra». */
function shares(one: string, other: string): boolean {
  const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const known = new Set(wordsOf(other));
  return wordsOf(one).some((word) => known.has(word));
}

/** For each kind of reason, what must have changed. */
function changesFor(kind: LossKind | null, lost: Lost, day: string, settings: ChangeSettings): readonly Change[] {
  const { priceThen, priceNow, product, newProducts, leadTimeThen, leadTimeNow } = lost;
  const found: Change[] = [];
  if (kind === 'price' || kind === 'budget' || kind === 'competitor') {
    if (priceThen !== null && priceNow !== null && priceThen > 0 && priceNow <= priceThen * (1 - settings.priceDrop))
      found.push({ ...nothing, rule: 'price_down', was: priceThen, is: priceNow, what: product?.name ?? null });
    const cheaper = newProducts
      .filter(
        ({ category, price }) =>
          product?.category != null &&
          category === product.category &&
          price !== null &&
          priceThen !== null &&
          price < priceThen * (1 - settings.priceDrop),
      )
      .toSorted((one, other) => (one.price ?? 0) - (other.price ?? 0))[0];
    if (cheaper) found.push({ rule: 'cheaper_product', on: cheaper.on, was: priceThen, is: cheaper.price, what: cheaper.name });
  }
  if (kind === 'product') {
    const said = [lost.reason, lost.note].filter((text) => text !== null).join(' ');
    const sold = newProducts.find(({ name }) => shares(name, said) || (product !== null && shares(name, product.name)));
    if (sold) found.push({ rule: 'product_sold', on: sold.on, was: null, is: sold.price, what: sold.name });
  }
  if (kind === 'delivery' && leadTimeThen !== null && leadTimeNow !== null && leadTimeNow <= leadTimeThen * (1 - settings.fasterBy))
    found.push({ ...nothing, rule: 'delivery_faster', was: leadTimeThen, is: leadTimeNow, what: product?.name ?? null });
  if ((kind === 'timing' || saysLater(lost.note)) && daysBetween(lost.lostOn, day) >= settings.waitDays)
    found.push({ ...nothing, rule: 'time_has_come', was: daysBetween(lost.lostOn, day), what: kind === 'timing' ? null : 'note' });
  if (kind === 'budget') {
    const began = yearBegan(day, settings.fiscalYearStartsIn);
    if (began > lost.lostOn && daysBetween(lost.lostOn, day) >= settings.waitDays)
      found.push({ ...nothing, rule: 'new_budget', on: began });
  }
  if (kind === 'person' && lost.newPersonOn !== null) found.push({ ...nothing, rule: 'new_person', on: lost.newPersonOn });
  return found;
}

/**
 * What has changed since something was lost, by the reason for which it was:
 * - price, budget, competitor: its product costs at least 3 % less, or a cheaper one of its category has come since;
 * - budget: a new fiscal year has begun, and half a year has passed;
 * - product: one that shares a word with what was asked for is sold since;
 * - delivery: its product is delivered in at least a fifth less time than around the loss;
 * - timing, or a note to come back: half a year has passed;
 * - person: somebody new is at the account;
 * - any, silence and none among them: they have come back by themselves in the last 90 days.
 *
 * Lost less than 30 days ago it is somebody's still, more than two years ago it is gone.
 * Lost for its price in March, which was 1,200 then and is 1,100 now: `price_down`, 1,200 and 1,100.
 */
export function changesSince(lost: Lost, day: string, settings: ChangeSettings = usualChanges): readonly Change[] {
  const age = daysBetween(lost.lostOn, day);
  if (age < settings.restDays || age > settings.forgetDays) return [];
  const back: readonly Change[] =
    lost.lastIn !== null && daysBetween(lost.lastIn.on, day) <= settings.recentDays && lost.lastIn.on > lost.lostOn
      ? [{ ...nothing, rule: 'came_back', on: lost.lastIn.on, what: lost.lastIn.what ?? lost.lastIn.kind }]
      : [];
  return [...changesFor(whyLost(lost.reason, lost.note), lost, day, settings), ...back];
}

/** How plain a change is: what they were told or did themselves comes before time that has passed. */
const plainness: Readonly<Record<ChangeRule, number>> = {
  ...{
    price_down: 4,
    cheaper_product: 3,
    product_sold: 4,
    delivery_faster: 3,
    time_has_come: 1,
    new_budget: 1,
    new_person: 2,
    came_back: 4,
  },
};

/** What stands first in the queue: the plainer and the more, then the greater amount. */
export const urgencyOf = (changes: readonly Change[]): number => changes.reduce((sum, { rule }) => sum + plainness[rule], 0);
