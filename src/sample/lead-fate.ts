import type { Campaign } from './campaigns.ts';
import type { Office } from './places.ts';
import type { Random } from './random.ts';
import { story } from './story.ts';
import type { World } from './world.ts';

/** What becomes of a lead, whether or not before the end of the sample. */
export interface LeadFate {
  readonly source: string;
  readonly campaign: Campaign | null;
  readonly score: number;
  readonly contactedAt: number | null;
  readonly qualifiedAt: number | null;
  readonly handedOverAt: number | null;
  readonly acceptedAt: number | null;
  readonly convertedAt: number | null;
  readonly lostAt: number | null;
  readonly lostReason: string | null;
  readonly reopenedAt: number | null;
  /** Multiplies the deal's chance of being won. */
  readonly promise: number;
}

interface SourceFacts {
  readonly qualified: number;
  readonly promise: number;
}

const sources: Readonly<Record<string, SourceFacts>> = {
  Web: { qualified: 0.44, promise: 1 },
  Referido: { qualified: 0.62, promise: 1.3 },
  'Llamada en frío': { qualified: 0.29, promise: 0.8 },
  Feria: { qualified: 0.42, promise: 1.05 },
  Anuncios: { qualified: 0.38, promise: 0.95 },
  Email: { qualified: 0.45, promise: 1.05 },
  SMS: { qualified: 0.35, promise: 0.9 },
  'Redes sociales': { qualified: 0.3, promise: 0.85 },
};
const bySelf: readonly (readonly [string, number])[] = [
  ['Web', 44],
  ['Referido', 26],
  ['Llamada en frío', 30],
];
const byChannel: Readonly<Record<string, string>> = {
  email: 'Email',
  ads: 'Anuncios',
  event: 'Feria',
  social: 'Redes sociales',
  sms: 'SMS',
  call: 'Llamada en frío',
};
/** The pull of everything but campaigns. */
const selfPull = 3.2;
const reasons: readonly (readonly [string, number])[] = [
  ['No contesta', 30],
  ['Sin presupuesto', 24],
  ['Ya tiene proveedor', 20],
  ['No era quien decide', 12],
  ['Fuera de zona', 8],
  ['Duplicado', 6],
];

export function drawFate(world: World, random: Random, lead: { at: number; isGiveaway: boolean; office: Office }): LeadFate {
  const { calendar } = world;
  const campaign = lead.isGiveaway ? world.campaigns.giveaway : drawCampaign(world, random, lead.at);
  const source = campaign ? (byChannel[campaign.channel] ?? 'Web') : random.weighted(bySelf);
  const facts = sources[source] ?? { qualified: 0.4, promise: 1 };
  const isQualified = random.chance(lead.isGiveaway ? story.giveaway.qualified : facts.qualified);
  const isConverted = isQualified && random.chance(lead.isGiveaway ? story.giveaway.converted : 0.7);
  const isForgotten = !isConverted && random.chance(0.08);
  const score = Math.max(0, Math.min(100, Math.round((isQualified ? 66 : 41) + (lead.isGiveaway ? -14 : 0) + 13 * random.normal())));
  const contactedAt = isForgotten && random.chance(0.5) ? null : calendar.afterOfficeHours(lead.at, random.logNormal(5, 0.9));
  const first = contactedAt ?? calendar.afterOfficeHours(lead.at, 8);
  const qualifiedAt = isQualified ? calendar.afterWork(first, random.logNormal(2.5, 0.7)) : null;
  const handedOverAt = qualifiedAt === null ? null : calendar.afterWork(qualifiedAt, random.between(0.05, 1));
  const acceptedAt =
    handedOverAt === null || !(isConverted || random.chance(0.7)) ? null : calendar.afterWork(handedOverAt, random.between(0.05, 1.2));
  const convertedAt = isConverted && acceptedAt !== null ? calendar.afterWork(acceptedAt, random.between(0.1, 3)) : null;
  const lostAt = isConverted || isForgotten ? null : calendar.afterWork(acceptedAt ?? handedOverAt ?? first, random.logNormal(9, 0.6));
  const missing = lead.office === story.careless.office ? story.careless.lostReasonMissing : story.missing.lostReason;
  const reason = lead.isGiveaway && random.chance(0.7) ? 'Solo quería el premio' : random.weighted(reasons);
  const reopens = lostAt !== null && !lead.isGiveaway && random.chance(0.05);
  const reopenedAt = reopens && lostAt !== null ? calendar.afterWork(lostAt + (40 + random.below(110)) * 86_400, 0.1) : null;
  const isRedeemed = reopenedAt !== null && qualifiedAt === null && random.chance(0.5);
  return {
    source,
    campaign,
    score,
    contactedAt,
    qualifiedAt: isRedeemed && reopenedAt !== null ? calendar.afterWork(reopenedAt, 3) : qualifiedAt,
    handedOverAt,
    acceptedAt,
    convertedAt,
    lostAt,
    lostReason: random.chance(missing) ? null : reason,
    reopenedAt,
    promise: facts.promise,
  };
}

function drawCampaign(world: World, random: Random, at: number): Campaign | null {
  const running = world.campaigns.running(world.calendar.dayOf(at));
  const pull = running.reduce((sum, [, weight]) => sum + weight, 0);
  return random.chance(pull / (pull + selfPull)) ? random.weighted(running) : null;
}
