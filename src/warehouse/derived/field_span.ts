import { fieldSpan } from '../../model/derived/field_span.ts';
import type { SelectedBuilder } from './context.ts';
import { isLive, mapMoment, momentOf, noMoment, sameMoment } from './moment.ts';

/**
 * Changes of one field in order of their time, then id. Each change's new value holds until the next; before the first its old
 * value held, since a time unknown. Two changes at one instant leave a span without length between them. Changes without a
 * time tell nothing.
 */
export const fieldSpanBuilder: SelectedBuilder = {
  dataset: fieldSpan,
  sql: ({ dialect, relation }) => `with changed as (
  select c._source, c.entity, c.record_id, c.field, c.old_value, c.new_value, c.id, ${momentOf(dialect, 'c', 'changed_at', 'turn')}
  from ${relation('field_change')} as c
  where ${isLive('c')} and c.changed_at is not null and c.entity is not null and c.record_id is not null and c.field is not null
), ordered as materialized (
  select changed.*,
    row_number() over one_field as ordinal,
    ${mapMoment('turn', 'next_turn', (column) => `lead(${column}) over one_field`)}
  from changed
  window one_field as (partition by _source, entity, record_id, field order by turn, id)
)
select o._source, o.entity, o.record_id, o.field, o.new_value as value, ${sameMoment('o', 'turn', 'valid_from')}, ${sameMoment('o', 'next_turn', 'valid_to')}
from ordered as o
union all
select o._source, o.entity, o.record_id, o.field, o.old_value as value, ${noMoment(dialect, 'valid_from')}, ${sameMoment('o', 'turn', 'valid_to')}
from ordered as o
where o.ordinal = 1`,
};
