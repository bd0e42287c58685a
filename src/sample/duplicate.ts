import type { Customer, Prospect } from './customer.ts';
import { mainContact } from './customer.ts';
import { emailOf } from './names.ts';
import type { Person } from './people.ts';
import { story } from './story.ts';
import type { World } from './world.ts';

interface Original {
  readonly id: string;
  readonly at: number;
  readonly prospect: Prospect;
  readonly owner: Person;
  readonly source: string;
  readonly customer: Customer | null;
}

const day = 86_400;

/** The same person or company entered twice, written a little differently; some pairs have been merged. */
export function putDuplicates(world: World, key: number, original: Original): void {
  const random = world.random.duplicate.at(key);
  const { lead, account, contact } = story.duplicates;
  if (random.chance(lead)) putLeadAgain(world, original);
  if (original.customer === null) return;
  if (random.chance(account)) putAccountAgain(world, original.customer);
  if (random.chance(contact)) putContactAgain(world, original.customer);
}

const shout = (name: string): string => name.toUpperCase().replaceAll('.', '');

function putLeadAgain(world: World, { at, prospect, owner, source }: Original): void {
  const { calendar, ids, sink } = world;
  const random = world.random.duplicate;
  const again = calendar.afterWork(at + random.below(20) * day, 0.3);
  const lostAt = random.chance(0.5) ? calendar.seen(calendar.afterWork(again, 4)) : null;
  if (again > calendar.end) return;
  sink.put('lead', {
    id: ids.next('lead'),
    created_at: calendar.iso(again),
    updated_at: lostAt ?? calendar.iso(again),
    is_test: false,
    name: random.chance(0.5) ? prospect.name.toLowerCase() : prospect.name,
    email: random.chance(0.75) ? prospect.email : prospect.email.toUpperCase(),
    phone: prospect.phone.replaceAll(' ', ''),
    company: random.chance(0.5) ? shout(prospect.company) : prospect.company,
    source: random.chance(0.5) ? source : 'Web',
    office: prospect.place.office,
    owner_id: owner.id,
    status: lostAt === null ? 'new' : 'lost',
    score: random.below(60),
    currency: prospect.place.currency,
    lost_at: lostAt,
    lost_reason: lostAt === null ? null : 'Duplicado',
  });
}

function putAccountAgain(world: World, customer: Customer): void {
  const { calendar, ids, sink } = world;
  const random = world.random.duplicate;
  const again = calendar.afterWork(customer.createdAt + Math.round(random.between(10, 200) * day), 0);
  if (again > calendar.end) return;
  const created = calendar.iso(again);
  const merged = random.chance(story.duplicates.merged) ? calendar.seen(calendar.afterWork(again, 30)) : null;
  sink.put('account', {
    id: ids.next('account'),
    created_at: created,
    updated_at: merged ?? created,
    deleted_at: merged,
    delete_kind: merged === null ? null : 'merged',
    merged_into_id: merged === null ? null : customer.accountId,
    name: shout(customer.company),
    domain: random.chance(0.6) ? customer.domain : null,
    phone: customer.phone.replaceAll(' ', ''),
    country: customer.place.country,
    region: customer.place.region,
    city: customer.place.city,
    owner_id: customer.owner.id,
    type: 'prospect',
    currency: customer.place.currency,
  });
}

function putContactAgain(world: World, customer: Customer): void {
  const { calendar, ids, sink } = world;
  const random = world.random.duplicate;
  const again = calendar.afterWork(customer.createdAt + Math.round(random.between(5, 250) * day), 0.2);
  if (again > calendar.end) return;
  const created = calendar.iso(again);
  const merged = random.chance(story.duplicates.merged) ? calendar.seen(calendar.afterWork(again, 25)) : null;
  sink.put('contact', {
    id: ids.next('contact'),
    created_at: created,
    updated_at: merged ?? created,
    deleted_at: merged,
    delete_kind: merged === null ? null : 'merged',
    merged_into_id: merged === null ? null : mainContact(customer),
    account_id: customer.accountId,
    name: customer.name,
    email: emailOf(customer.name, customer.domain).toUpperCase(),
    country: customer.place.country,
    owner_id: customer.owner.id,
    source: 'Web',
    consent: 'ninguno',
  });
}
