import { Rows, type World } from '../plan/rows.ts';
import type { Condition } from '../query.ts';
import { conjunction, lines, printFilters } from './filter.ts';

export interface PassageQuery {
  /** A span dataset of which the spans of one entity do not overlap. */
  readonly dataset: string;
  readonly entity: string;
  /** The field that tells the state. */
  readonly state: string;
  /** The two days at whose close the states are read. */
  readonly opening: string;
  readonly closing: string;
  readonly where: readonly Condition[];
}

/**
 * How many entities were in which state at one close and at another: rows of `was`, `became` (null: in none) and `entities`. Filters
 * are judged at each close, as those of a stock are.
 */
export function passagesSql({ dataset, entity, state, opening, closing, where }: PassageQuery, world: World): string {
  const { dialect } = world;
  const at = (day: string, when: 'was' | 'is'): string => {
    const rows = new Rows(dataset, world);
    const close = dialect.date(day);
    const filters = printFilters(where, rows, { kind: 'span', from: 'valid_from', to: 'valid_to' });
    const own = rows.value(state).sql;
    const none = dialect.nullOf('text');
    const conditions = [
      `(${rows.day('valid_from')} is null or ${rows.day('valid_from')} <= ${close})`,
      `(${rows.day('valid_to')} is null or ${rows.day('valid_to')} > ${close})`,
      rows.live(),
      filters,
      ...rows.spanClips.map(({ from, to }) => `(${from} is null or ${from} <= ${close}) and (${to} is null or ${to} > ${close})`),
    ];
    const id = rows.value(entity).sql;
    const [was, is] = when === 'was' ? [own, none] : [none, own];
    return lines(
      `select ${rows.source} as source, ${id} as entity, ${was} as state_before, ${is} as state_after`,
      rows.from(),
      conjunction(...conditions),
    );
  };
  return lines(
    `select e.state_before as was, e.state_after as became, ${dialect.double('count(*)')} as entities`,
    'from (',
    'select s.source as source, s.entity as entity, max(s.state_before) as state_before, max(s.state_after) as state_after',
    `from (\n${at(opening, 'was')}\nunion all\n${at(closing, 'is')}\n) as s`,
    'group by 1, 2',
    ') as e',
    'group by 1, 2',
  );
}
