import { opportunity as opportunityEntity } from '../../../src/model/entities/opportunity.ts';
import { type Row, sourceOf, type Value } from '../company.ts';
import { type Change, typed, type World } from '../world.ts';

const tracked = ['status', 'pipeline', 'stage', 'amount', 'currency', 'owner_id', 'expected_close_on'] as const;

/** A stretch of a deal's life in which nothing about it changed. */
export interface Stretch {
  readonly from: Value;
  readonly to: Value;
  /** True from the closing of a won or lost deal on. */
  readonly closed: boolean;
  readonly startUnknown: boolean;
  readonly values: Readonly<Record<(typeof tracked)[number], Value>>;
}

const atOf = (world: World, value: Value): number => world.moment(value)?.at ?? 0;

export const isClosing = (status: Value | undefined): boolean => status === 'won' || status === 'lost';

/** The whole known life of a deal, cut where anything about it changed; empty for a closed deal that nothing dates. */
export function lifeOf(world: World, deal: Row): Stretch[] {
  const changesOf = (field: string): readonly Change[] => world.changes(sourceOf(deal), 'opportunity', String(deal.id), field);
  const written = new Map<Change, Value>();
  for (const row of world.live('field_change')) {
    for (const field of tracked)
      for (const change of changesOf(field)) if (change.key === row.id) written.set(change, row.changed_at ?? null);
  }
  const isClosed = isClosing(deal.status);
  const closedBy = changesOf('status')
    .filter((change) => change.became === deal.status)
    .at(-1);
  let closing: Value = isClosed ? (deal.closed_at ?? (closedBy ? (written.get(closedBy) ?? null) : null)) : null;
  if (isClosed && closing === null) return [];
  const reach = world.watermarkOfSource('opportunity', sourceOf(deal));
  const startUnknown = !isClosed && (deal.created_at ?? null) === null;
  const begins: Value = deal.created_at ?? closing ?? (reach === null ? null : Temporal.Instant.fromEpochMilliseconds(reach).toString());
  if (begins === null) return [];
  if (closing !== null && atOf(world, closing) < atOf(world, begins)) closing = begins;

  const cuts: Value[] = [begins];
  for (const field of tracked) for (const change of changesOf(field)) cuts.push(written.get(change) ?? null);
  if (closing !== null) cuts.push(closing);
  const after = cuts.filter((cut) => atOf(world, cut) >= atOf(world, begins)).sort((a, b) => atOf(world, a) - atOf(world, b));
  const distinct = after.filter((cut, index) => index === 0 || atOf(world, cut) !== atOf(world, after[index - 1] ?? null));
  return distinct.map((from, index) => {
    const at = atOf(world, from);
    const closed = closing !== null && at >= atOf(world, closing);
    const values = Object.fromEntries(tracked.map((field) => [field, readAt(deal, field, changesOf(field), at)]));
    const changes = changesOf('status');
    const status = closed ? (deal.status ?? null) : isClosed ? statusBefore(changes, at) : (values.status ?? null);
    return {
      from,
      to: distinct[index + 1] ?? null,
      closed,
      startUnknown,
      values: {
        status,
        pipeline: values.pipeline ?? null,
        stage: values.stage ?? null,
        amount: values.amount ?? null,
        currency: values.currency ?? null,
        owner_id: values.owner_id ?? null,
        expected_close_on: values.expected_close_on ?? null,
      },
    };
  });
}

/** Up to a field's last change, what the changes say; after it, and without changes, what the record says. */
function readAt(deal: Row, field: string, changes: readonly Change[], at: number): Value {
  const type = opportunityEntity.fields[field];
  const next = changes.find((change) => change.at.at > at);
  if (!next) return deal[field] ?? null;
  const last = changes.filter((change) => change.at.at <= at).at(-1);
  return typed(last ? last.became : next.was, type);
}

/** Of a deal that is closed now, before its closing: what the changes say, else open. */
function statusBefore(changes: readonly Change[], at: number): Value {
  const next = changes.find((change) => change.at.at > at);
  const last = changes.filter((change) => change.at.at <= at).at(-1);
  return (last ? last.became : next?.was) ?? 'open';
}

export function opportunitySpan(world: World): Row[] {
  return world.live('opportunity').flatMap((deal) =>
    lifeOf(world, deal).map((stretch, index, life) => ({
      _source: sourceOf(deal),
      opportunity_id: deal.id ?? null,
      ...stretch.values,
      valid_from: stretch.from,
      valid_to: stretch.to,
      start_unknown: stretch.startUnknown,
      before_status: life[index - 1]?.values.status ?? null,
      before_amount: life[index - 1]?.values.amount ?? null,
      next_status: life[index + 1]?.values.status ?? null,
      next_expected_close_on: life[index + 1]?.values.expected_close_on ?? null,
    })),
  );
}
