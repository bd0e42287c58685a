import { Calendar } from './calendar.ts';
import { type Campaigns, makeCampaigns } from './campaigns.ts';
import { makePeople, type People } from './people.ts';
import { Random } from './random.ts';
import { Ids, type Sink } from './sink.ts';

/** One stream of numbers for each part of the sample. */
const makeStreams = (seed: number) => ({
  people: new Random(seed, 'people'),
  season: new Random(seed, 'season'),
  lead: new Random(seed, 'lead'),
  account: new Random(seed, 'account'),
  opportunity: new Random(seed, 'opportunity'),
  selling: new Random(seed, 'selling'),
  nextStep: new Random(seed, 'nextStep'),
  order: new Random(seed, 'order'),
  billing: new Random(seed, 'billing'),
  contract: new Random(seed, 'contract'),
  life: new Random(seed, 'life'),
  ticket: new Random(seed, 'ticket'),
  survey: new Random(seed, 'survey'),
  message: new Random(seed, 'message'),
  visit: new Random(seed, 'visit'),
  leadVisit: new Random(seed, 'leadVisit'),
  shopVisit: new Random(seed, 'shopVisit'),
  team: new Random(seed, 'team'),
  cost: new Random(seed, 'cost'),
  planning: new Random(seed, 'planning'),
  market: new Random(seed, 'market'),
  duplicate: new Random(seed, 'duplicate'),
  decision: new Random(seed, 'decision'),
});

/** What the parts of the sample share. */
export interface World {
  readonly scale: number;
  readonly calendar: Calendar;
  readonly people: People;
  readonly campaigns: Campaigns;
  readonly sink: Sink;
  readonly ids: Ids;
  /** Each part draws from its own stream, moved to the case at hand with `at`. */
  readonly random: ReturnType<typeof makeStreams>;
  readonly tally: Tally;
}

/** Sums that only the end of the making knows, and that costs, forecasts and targets are made from. */
interface Tally {
  readonly leadsByCampaign: Map<string, number>;
  /** Won, EUR, by owner and calendar month (`2026-10`). */
  readonly wonByOwner: Map<string, Map<string, number>>;
  /** New leads, won deals and so on by calendar month. */
  readonly byMonth: Map<string, Map<string, number>>;
}

export interface SampleOptions {
  readonly until: Temporal.PlainDate;
  readonly scale: number;
  readonly seed: number;
}

export function makeWorld(options: SampleOptions, sink: Sink): World {
  const calendar = new Calendar(options.until);
  const random = makeStreams(options.seed);
  return {
    scale: options.scale,
    calendar,
    people: makePeople(random.people, options.scale),
    campaigns: makeCampaigns(calendar),
    sink,
    ids: new Ids(),
    random,
    tally: { leadsByCampaign: new Map(), wonByOwner: new Map(), byMonth: new Map() },
  };
}

/** Adds to one of the sums by key and month. */
export function addTo(sums: Map<string, Map<string, number>>, key: string, month: string, amount: number): void {
  const months = sums.get(key) ?? new Map<string, number>();
  sums.set(key, months);
  months.set(month, (months.get(month) ?? 0) + amount);
}

export const cents = (amount: number): number => Math.round(amount * 100) / 100;
