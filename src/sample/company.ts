import { putCosts } from './cost.ts';
import { putLead } from './lead.ts';
import { putMarket } from './market.ts';
import { putMailings } from './message.ts';
import { putPlans } from './planning.ts';
import { putCampaigns, putReference } from './reference.ts';
import { Season, secondOfDay } from './season.ts';
import type { Sink } from './sink.ts';
import { putStaff } from './staff.ts';
import { story, volume } from './story.ts';
import { putVisitor, visitSecond } from './visit.ts';
import { makeWorld, type SampleOptions, type World } from './world.ts';

/** How many cases between two pauses, in which a writer may write. */
const pause = 64;
/** The keys of the giveaway's leads begin here, so that the others keep theirs whatever happens to it. */
const giveawayKeys = 1_000_000_000;

/**
 * The sample company, row by row into `sink`. Pure: the same options give the same rows in the same order.
 * Yields now and then, so that what was put can be written before more comes.
 */
export function* makeCompany(options: SampleOptions, sink: Sink): Generator<void, void, void> {
  const world = makeWorld(options, sink);
  putReference(world);
  yield* putLeads(world);
  yield* putVisitors(world);
  putCampaigns(world);
  yield* putStaff(world);
  putCosts(world);
  putPlans(world);
  putMarket(world);
}

/** The ordinary leads and the giveaway's, in order of time. */
function* putLeads(world: World): Generator<void, void, void> {
  const { calendar, random, scale } = world;
  const { giveaway } = story;
  const many = (count: number): number => Math.max(1, Math.round(count * scale));
  const ordinary = starts(world, many(volume.leads), new Season(calendar, random.season.at(0), [0, calendar.days]));
  const days = [calendar.storyDay(giveaway.from), calendar.storyDay(giveaway.to)] as const;
  const prized = starts(
    world,
    many(giveaway.leadsPerMonth * (giveaway.to - giveaway.from)),
    new Season(calendar, random.season.at(1), days),
  );
  let [next, prize] = [ordinary.next(), prized.next()];
  for (let i = 0, j = 0; !next.done || !prize.done; ) {
    if (prize.done || (!next.done && next.value <= prize.value)) {
      if (!next.done) putLead(world, i++, next.value, false);
      next = ordinary.next();
    } else {
      putLead(world, giveawayKeys + j++, prize.value, true);
      prize = prized.next();
    }
    if ((i + j) % pause === 0) yield;
  }
}

/** The times at which so many cases begin, spread over the season. */
function* starts(world: World, count: number, season: Season): Generator<number, void, void> {
  for (let i = 0; i < count; i++) {
    const random = world.random.season.at(i * 2 + 2);
    yield season.time((i + random.next()) / count, secondOfDay(random));
  }
}

function* putVisitors(world: World): Generator<void, void, void> {
  const { calendar, random, scale } = world;
  const season = new Season(calendar, random.season.at(3), [0, calendar.days]);
  const count = Math.max(1, Math.round(volume.visitors * scale));
  for (let i = 0; i < count; i++) {
    const share = (i + random.season.at(i * 2 + 1).next()) / count;
    const subscriber = putVisitor(world, i, season.time(share, visitSecond(world, i)));
    if (subscriber) putMailings(world, i * 8 + 5, subscriber.contactId, subscriber.at, null, 0.75);
    if (i % (pause * 16) === 0) yield;
  }
}
