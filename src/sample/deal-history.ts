import { pipelines } from './catalogue.ts';
import type { Customer } from './customer.ts';
import type { Deal } from './deal.ts';
import { leftAt, type Person } from './people.ts';
import { cents, type World } from './world.ts';

interface Change {
  readonly field: string;
  readonly from: string | number | null;
  readonly to: string | number | null;
  readonly at: number;
}

export interface DealHistory {
  /** What the deal reads at the end of the sample. */
  readonly stage: string;
  readonly owner: Person;
  readonly expectedOn: string;
  readonly amount: number;
  readonly nextStepAt: string | null;
  readonly updatedAt: number;
}

const stages = pipelines.Ventas;

/** Writes what changed in a deal, as the CRM's own history has it: stage, amount, expected close, owner. */
export function putDealHistory(world: World, customer: Customer, deal: Deal): DealHistory {
  const { calendar } = world;
  const changes: Change[] = [];
  let stage: string = stages[0].name;
  for (const step of [...deal.entered.slice(1), { stage: deal.isWon ? 4 : 5, at: deal.closedAt }]) {
    const next = stages[step.stage]?.name ?? stage;
    if (step.at > calendar.end) break;
    changes.push({ field: 'stage', from: stage, to: next, at: step.at });
    stage = next;
  }
  const expectedOn = pushExpectedClose(world, deal, changes);
  const amount = changeAmount(world, deal, changes);
  const owner = changeOwner(world, customer, deal, changes);
  const nextStepAt = planNextSteps(world, customer, deal, changes);
  changes.sort((a, b) => a.at - b.at);
  for (const change of changes) {
    world.sink.put('field_change', {
      id: world.ids.next('field_change'),
      entity: 'opportunity',
      record_id: deal.id,
      field: change.field,
      old_value: change.from,
      new_value: change.to,
      changed_at: calendar.iso(change.at),
      changed_by: deal.owner.id,
      origin: 'native',
    });
  }
  return { stage, owner, expectedOn, amount, nextStepAt, updatedAt: changes[changes.length - 1]?.at ?? deal.plan.at };
}

/** The close is expected too early and put off as its day comes. */
function pushExpectedClose(world: World, deal: Deal, changes: Change[]): string {
  const { calendar } = world;
  const random = world.random.selling;
  let expected = calendar.afterWork(deal.plan.at, random.between(14, 34));
  for (let pushes = 0; pushes < 6; pushes++) {
    const at = calendar.afterWork(expected, random.between(-1, 3));
    if (at >= deal.closedAt || at > calendar.end) break;
    const next = calendar.afterWork(expected, random.between(8, 24));
    changes.push({
      field: 'expected_close_on',
      from: calendar.dateOf(expected),
      to: calendar.dateOf(next),
      at: Math.max(at, deal.plan.at + 60),
    });
    expected = next;
  }
  return calendar.dateOf(expected);
}

/** A first guess of the amount, mended with the proposal. */
function changeAmount(world: World, deal: Deal, changes: Change[]): number {
  const random = world.random.selling;
  const proposal = deal.entered.find((step) => step.stage === 2);
  if (proposal === undefined || !random.chance(0.3)) return deal.amount;
  const guess = cents(deal.amount * random.between(0.75, 1.3));
  if (proposal.at > world.calendar.end) return guess;
  changes.push({ field: 'amount', from: guess, to: deal.amount, at: proposal.at });
  return deal.amount;
}

/** One step agreed after another; now and then, for some days, none. */
function planNextSteps(world: World, customer: Customer, deal: Deal, changes: Change[]): string | null {
  const { calendar } = world;
  const random = world.random.nextStep.at(customer.key * 1024 + customer.ordinals.opportunity);
  const end = Math.min(deal.closedAt, calendar.end);
  let step: string | null = null;
  let at = calendar.afterWork(deal.plan.at, random.between(0.02, 0.5));
  while (at < end) {
    const due = calendar.afterWork(at, random.between(3, 11));
    const next = calendar.iso(due);
    changes.push({ field: 'next_step_at', from: step, to: next, at });
    step = next;
    at = calendar.afterWork(due, random.chance(0.7) ? random.between(0.01, 0.3) : random.between(2, 9));
  }
  return step;
}

/** Who leaves hands the open deals to a colleague. */
function changeOwner(world: World, customer: Customer, deal: Deal, changes: Change[]): Person {
  const { calendar } = world;
  const left = leftAt(calendar, deal.owner);
  if (left === null || left <= deal.plan.at || left >= deal.closedAt || left > calendar.end) return deal.owner;
  const heirs = world.people.sellers(customer.place.office, deal.owner.left ?? 0);
  const heir = world.random.selling.pick(heirs);
  changes.push({ field: 'owner_id', from: deal.owner.id, to: heir.id, at: left });
  customer.owner = heir;
  return heir;
}
