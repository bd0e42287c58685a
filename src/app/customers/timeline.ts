import type { Lists } from './lists.ts';

export const eventKinds = [
  'stage',
  'deal_created',
  'deal_won',
  'deal_lost',
  'order',
  'return',
  'invoice',
  'paid',
  'ticket',
  'resolved',
  'activity',
  'answer',
  'contract',
  'contract_ended',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Something that happened with a customer, on a day. */
export interface CustomerEvent {
  readonly on: string;
  readonly kind: EventKind;
  /** Of the record that tells of it; of a stage, the stage. */
  readonly id: string;
  /** Name, topic or subject, as it stands in the data. */
  readonly text: string | null;
  /** What kind of its kind: a type of activity, of ticket, of survey. */
  readonly type: string | null;
  readonly amount: number | null;
}

export interface StageChange {
  readonly stage: string;
  readonly from: string | null;
}

/**
 * What happened with a customer up to a day, the latest first. A list that was cut short says nothing of the time before its last record: so the timeline ends
 * where the first of them does.
 */
export function timelineOf(
  lists: Lists,
  stages: readonly StageChange[],
  { day, limit }: { readonly day: string; readonly limit: number },
): readonly CustomerEvent[] {
  const event = (on: string | null, kind: EventKind, id: string, more: Partial<CustomerEvent> = {}): CustomerEvent[] =>
    on === null ? [] : [{ on, kind, id, text: null, type: null, amount: null, ...more }];
  const ends: string[] = [];
  const of = <Row>(
    list: { readonly total: number; readonly rows: readonly Row[] } | null,
    dayOf: (row: Row) => string | null,
  ): readonly Row[] => {
    if (list === null) return [];
    const oldest = list.rows.at(-1);
    if (list.total > list.rows.length && oldest !== undefined) ends.push(dayOf(oldest) ?? '');
    return list.rows;
  };
  const events = [
    ...stages.flatMap(({ stage, from }) => event(from, 'stage', stage)),
    ...of(lists.deals, ({ createdOn }) => createdOn).flatMap(({ id, name: text, amount, createdOn, closedOn, status }) => [
      ...event(createdOn, 'deal_created', id, { text, amount }),
      ...(status === 'won' || status === 'lost' ? event(closedOn, status === 'won' ? 'deal_won' : 'deal_lost', id, { text, amount }) : []),
    ]),
    ...of(lists.orders, ({ on }) => on).flatMap(({ id, on, amount, isReturn, status }) =>
      status === 'cancelled' ? [] : event(on, isReturn ? 'return' : 'order', id, { text: id, amount }),
    ),
    ...of(lists.invoices, ({ issuedOn }) => issuedOn).flatMap(({ id, number, amount, issuedOn, paidOn }) => [
      ...event(issuedOn, 'invoice', id, { text: number ?? id, amount }),
      ...event(paidOn, 'paid', id, { text: number ?? id, amount }),
    ]),
    ...of(lists.tickets, ({ openedOn }) => openedOn).flatMap(({ id, type, topic: text, openedOn, resolvedOn }) => [
      ...event(openedOn, 'ticket', id, { text, type }),
      ...event(resolvedOn, 'resolved', id, { text, type }),
    ]),
    ...of(lists.activities, ({ on }) => on).flatMap(({ id, on, type, topic, subject }) =>
      event(on, 'activity', id, { text: subject ?? topic, type }),
    ),
    ...of(lists.answers, ({ on }) => on).flatMap(({ id, on, kind, score, scaleMax }) =>
      event(on, 'answer', id, { type: kind, text: score === null ? null : `${score}${scaleMax === null ? '' : ` / ${scaleMax}`}` }),
    ),
    ...of(lists.contracts, ({ startedOn }) => startedOn).flatMap(({ id, product: text, amount, startedOn, cancelledOn }) => [
      ...event(startedOn, 'contract', id, { text, amount }),
      ...event(cancelledOn, 'contract_ended', id, { text, amount }),
    ]),
  ];
  const begin = ends.reduce((latest, one) => (one > latest ? one : latest), '');
  return events
    .filter(({ on }) => on >= begin && on <= day)
    .toSorted((left, right) => (left.on < right.on ? 1 : left.on > right.on ? -1 : left.kind < right.kind ? -1 : 1))
    .slice(0, limit);
}
