import { companyName, emailOf, personName, phone, slug } from './names.ts';
import type { Person } from './people.ts';
import type { Place } from './places.ts';
import type { Random } from './random.ts';
import { story } from './story.ts';
import { cents, type World } from './world.ts';

export interface Prospect {
  readonly place: Place;
  readonly industry: string;
  readonly size: 'Pequeña' | 'Mediana' | 'Grande';
  readonly company: string;
  readonly domain: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** An account with its main contact and what its life needs to know. */
export interface Customer extends Prospect {
  /** The number of the case; its own numbers are drawn at `key × 256 + ordinal`. */
  readonly key: number;
  readonly accountId: string;
  readonly contactIds: readonly string[];
  readonly createdAt: number;
  owner: Person;
  /** Units of the account's currency for one euro. */
  readonly rate: number;
  readonly ordinals: { opportunity: number; order: number; ticket: number; invoice: number; survey: number };
}

const industries: readonly (readonly [string, number])[] = [
  ['Instaladores', 20],
  ['Hostelería', 20],
  ['Comercio', 17],
  ['Oficinas', 15],
  ['Sanidad', 11],
  ['Industria', 10],
  ['Educación', 7],
];
const sizes: readonly (readonly [Prospect['size'], number])[] = [
  ['Pequeña', 58],
  ['Mediana', 31],
  ['Grande', 11],
];
/** How much more a bigger customer buys. */
export const sizeFactor: Readonly<Record<Prospect['size'], number>> = { Pequeña: 1, Mediana: 1.5, Grande: 2.6 };
export const ratePerEuro: Readonly<Record<string, number>> = { EUR: 1, USD: 1.09, GBP: 0.86 };

/** Somebody who might buy: company, person, address. */
export function drawProspect(random: Random, key: number, place: Place): Prospect {
  const industry = random.weighted(industries);
  const company = companyName(random, industry);
  const name = personName(random);
  const domain = `${slug(company.split(',')[0] ?? company)}-${key.toString(36)}.example`;
  return { place, industry, size: random.weighted(sizes), company, domain, name, email: emailOf(name, domain), phone: phone(random) };
}

/** Writes the account and its contacts at the time a lead becomes one. */
export function openAccount(world: World, key: number, prospect: Prospect, owner: Person, at: number, source: string | null): Customer {
  const random = world.random.account.at(key);
  const { calendar, ids, sink } = world;
  const { place, industry, size } = prospect;
  const careless = place.office === story.careless.office;
  const isInstaller = industry === 'Instaladores';
  const accountId = ids.next('account');
  const spend = cents(random.logNormal(16_000, 0.7) * sizeFactor[size] * (isInstaller ? 3 : 1));
  const created = calendar.iso(at);
  const row = {
    created_at: created,
    updated_at: created,
    name: prospect.company,
    domain: prospect.domain,
    tax_id: `B00${100_000 + random.below(900_000)}`,
    phone: random.chance(story.missing.phone) ? null : prospect.phone,
    industry: random.chance(careless ? story.careless.industryMissing : story.missing.industry) ? null : industry,
    segment: isInstaller ? 'Instalador' : size === 'Grande' ? 'Gran cuenta' : 'Cliente final',
    size,
    country: place.country,
    region: place.region,
    city: place.city,
    owner_id: owner.id,
    credit_limit: Math.round(random.logNormal(9000, 0.5) * sizeFactor[size] * (isInstaller ? 2 : 1)),
    category_spend: random.chance(story.missing.categorySpend) ? null : spend,
    currency: place.currency,
    tarifa: random.weighted([
      ['A', 5],
      ['B', 3],
      ['C', 2],
    ]),
  };
  sink.put('account', { id: accountId, ...row, type: 'customer' });
  if (size === 'Grande' && random.chance(0.25)) {
    const name = `${prospect.company.split(',')[0]} (segunda sede)`;
    sink.put('account', { id: ids.next('account'), ...row, name, tax_id: null, category_spend: null, type: 'site', parent_id: accountId });
  }
  const contactIds = [prospect.name, ...(random.chance(0.4) ? [personName(random)] : [])].map((name) => {
    const id = ids.next('contact');
    const subscribed = random.chance(0.55) ? at : null;
    const left = subscribed !== null && random.chance(0.07) ? subscribed + random.below(300 * 86_400) : null;
    sink.put('contact', {
      id,
      created_at: created,
      updated_at: created,
      account_id: accountId,
      name,
      email: emailOf(name, prospect.domain),
      phone: random.chance(0.3) ? null : phone(random),
      country: place.country,
      owner_id: owner.id,
      source,
      subscribed_at: calendar.seen(subscribed),
      unsubscribed_at: calendar.seen(left),
      consent: subscribed === null ? 'ninguno' : 'doble confirmación',
    });
    return id;
  });
  const customer: Customer = {
    ...prospect,
    key,
    accountId,
    contactIds,
    createdAt: at,
    owner,
    rate: ratePerEuro[place.currency] ?? 1,
    ordinals: { opportunity: 0, order: 0, ticket: 0, invoice: 0, survey: 0 },
  };
  return customer;
}

export const mainContact = (customer: Customer): string => customer.contactIds[0] ?? '';

/** Where the case's next opportunity, order or ticket has its own numbers. */
export function nextOf(customer: Customer, what: keyof Customer['ordinals']): number {
  return customer.key * 1024 + customer.ordinals[what]++;
}

/** Who serves the account at a time: when its sales person has left, a colleague of the office. */
export function ownerAt(world: World, customer: Customer, time: number, random: Random): Person {
  const month = world.calendar.storyMonth(time);
  if (customer.owner.left !== null && customer.owner.left <= month) {
    customer.owner = random.pick(world.people.sellers(customer.place.office, month));
  }
  return customer.owner;
}
