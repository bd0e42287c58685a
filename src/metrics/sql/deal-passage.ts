import { money } from '../expression.ts';
import { Rows, spanMoment, type World } from '../plan/rows.ts';
import type { Condition } from '../query.ts';
import { printExpression } from './expression.ts';
import { conjunction, lines, printFilters } from './filter.ts';

export interface DealPassageQuery {
  /** The two days at whose close the pipeline is told; the second is the later one. */
  readonly opening: string;
  readonly closing: string;
  readonly where: readonly Condition[];
}

/**
 * Deals that were open within the filters at one close or another, or closed within them in between: one row a deal, with what
 * `DealPassage` of `insights/pipeline-bridge.ts` holds. Filters are judged at each close, and where a deal closed, just before.
 *
 * Columns: `before`, `after` (1 or null), `amount_before`, `amount_after`, `state_before`, `state_after`, `closed_as`, `amount_closed`, `is_new`.
 */
export function dealPassagesSql({ opening, closing, where }: DealPassageQuery, world: World): string {
  const { dialect } = world;
  const dataset = 'opportunity_span';
  const [begin, end] = [dialect.date(opening), dialect.date(closing)];
  const none = { text: dialect.nullOf('text'), number: dialect.nullOf('number') };
  const amountOf = (rows: Rows): string => dialect.double(printExpression(money('amount', 'valid_from'), rows));
  const holds = (from: string, to: string, close: string): string =>
    `(${from} is null or ${from} <= ${close}) and (${to} is null or ${to} > ${close})`;
  const isOpen = (rows: Rows): string => `${rows.value('status').sql} = ${dialect.text('open')}`;

  /** Open within the filters at a close. */
  const openAt = (close: string, which: 'before' | 'after'): string => {
    const rows = new Rows(dataset, world);
    const filters = printFilters(where, rows, spanMoment);
    const [amount, deal, open] = [amountOf(rows), rows.value('opportunity_id').sql, isOpen(rows)];
    const place = (name: 'before' | 'after', sql: string, other: string) => (name === which ? sql : other);
    const columns = [
      `${rows.source} as source`,
      `${deal} as deal`,
      `${place('before', '1', 'null')} as b`,
      `${place('after', '1', 'null')} as a`,
      `${place('before', amount, none.number)} as amount_b`,
      `${place('after', amount, none.number)} as amount_a`,
      `${none.text} as closed_as`,
      `${none.number} as amount_c`,
    ];
    return lines(
      `select ${columns.join(', ')}`,
      rows.from(),
      conjunction(
        open,
        holds(rows.day('valid_from'), rows.day('valid_to'), close),
        filters,
        ...rows.spanClips.map(({ from, to }) => holds(from, to, close)),
      ),
    );
  };

  /** Closed within the filters after the first close, up to the second: the last time. */
  const closedBetween = (): string => {
    const rows = new Rows(dataset, world);
    const filters = printFilters(where, rows, spanMoment);
    const [amount, deal, open, to] = [amountOf(rows), rows.value('opportunity_id').sql, isOpen(rows), rows.day('valid_to')];
    const next = rows.value('next_status').sql;
    const last = `row_number() over (partition by ${rows.source}, ${deal} order by ${rows.value('valid_to').sql} desc)`;
    const ended = rows.spanClips.map(
      ({ from, to: until }) => `(${from} is null or ${from} <= ${to}) and (${until} is null or ${until} >= ${to})`,
    );
    return lines(
      `select c.source, c.deal, null as b, null as a, ${none.number} as amount_b, ${none.number} as amount_a, c.closed_as, c.amount_c`,
      `from (\nselect ${rows.source} as source, ${deal} as deal, ${next} as closed_as, ${amount} as amount_c, ${last} as place`,
      rows.from(),
      conjunction(
        open,
        `${to} > ${begin}`,
        `${to} <= ${end}`,
        `${next} in (${dialect.text('won')}, ${dialect.text('lost')})`,
        filters,
        ...ended,
      ),
      ') as c where c.place = 1',
    );
  };

  /** What deals were at a close, whatever the filters, and whether they came after the first. */
  const stateAt = (close: string): string => {
    const rows = new Rows(dataset, world);
    const created = rows.day('opportunity.created_at');
    const columns = [
      `${rows.source} as source`,
      `${rows.value('opportunity_id').sql} as deal`,
      `${rows.value('status').sql} as state`,
      `case when coalesce(${created}, ${rows.day('valid_from')}) > ${begin} then 1 else 0 end as is_new`,
    ];
    return lines(`select ${columns.join(', ')}`, rows.from(), conjunction(holds(rows.day('valid_from'), rows.day('valid_to'), close)));
  };

  return lines(
    'select d.b as before, d.a as after, d.amount_b as amount_before, d.amount_a as amount_after,',
    'x.state as state_before, y.state as state_after, d.closed_as as closed_as, d.amount_c as amount_closed, y.is_new as is_new',
    'from (',
    'select u.source as source, u.deal as deal, max(u.b) as b, max(u.a) as a, max(u.amount_b) as amount_b, max(u.amount_a) as amount_a,',
    'max(u.closed_as) as closed_as, max(u.amount_c) as amount_c',
    `from (\n${openAt(begin, 'before')}\nunion all\n${openAt(end, 'after')}\nunion all\n${closedBetween()}\n) as u`,
    'group by 1, 2',
    ') as d',
    `left join (\n${stateAt(begin)}\n) as x on x.source = d.source and x.deal = d.deal`,
    `left join (\n${stateAt(end)}\n) as y on y.source = d.source and y.deal = d.deal`,
  );
}
