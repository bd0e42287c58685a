import { duplicateGroup } from '../../model/derived/duplicate_group.ts';
import { commonFields } from '../../model/entity.ts';
import { entities } from '../../model/registry.ts';
import { duplicateGroups } from '../../quality/duplicates/groups.ts';
import { type DuplicateEntity, duplicateEntities, type GivenRecord } from '../../quality/duplicates/record.ts';
import type { Row, Value } from '../run.ts';
import type { ModelledBuilder } from './context.ts';
import { isDateOnly, isLive } from './moment.ts';

const read: Readonly<Record<DuplicateEntity, Readonly<Record<string, string>>>> = {
  account: { name: 'name', domain: 'domain', tax_id: 'tax_id', phone: 'phone', city: 'city', country: 'country', account_id: 'parent_id' },
  contact: { name: 'name', email: 'email', phone: 'phone', country: 'country', account_id: 'account_id' },
  lead: { name: 'name', email: 'email', phone: 'phone', company: 'company' },
};

/** The fields of an entity that say something of the record itself. */
export const tellingFields = (entity: DuplicateEntity): readonly string[] =>
  Object.keys(entities.get(entity)?.fields ?? {}).filter((name) => !(name in commonFields) && name !== '_source' && name !== 'id');

const text = (value: Value | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** A condition comes as 1 from some databases. */
const isTrue = (value: Value | undefined): boolean => value === true || value === 1;

const recordOf = (row: Row): GivenRecord => ({
  id: String(row.id),
  createdAt: text(isTrue(row.date_only) ? row.created_at_day : row.created_at),
  name: text(row.name),
  company: text(row.company),
  accountId: text(row.account_id),
  email: text(row.email),
  phone: text(row.phone),
  domain: text(row.domain),
  taxId: text(row.tax_id),
  city: text(row.city),
  country: text(row.country),
  filled: Number(row.filled),
});

const bySource = (rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> => Map.groupBy(rows, (row) => String(row._source));

/** Likely duplicates; the rule is told at the model's `duplicate_group`. */
export const duplicateGroupBuilder: ModelledBuilder = {
  dataset: duplicateGroup,
  partsBy: 'entity',
  reads: ({ dialect, relation }) =>
    Object.fromEntries(
      duplicateEntities.map((entity) => {
        const columns = Object.entries(read[entity]).map(([as, field]) => `e."${field}" as ${as}`);
        const filled = tellingFields(entity).map((field) => `case when e."${field}" is null then 0 else 1 end`);
        const created = `e.created_at as created_at, e.created_at_day as created_at_day, ${isDateOnly(dialect, 'e', 'created_at')} as date_only`;
        return [
          entity,
          `select e._source as _source, e.id as id, e.owner_id as owner_id, ${created}, ${columns.join(', ')}, ${filled.join(' + ')} as filled from ${relation(entity)} as e where ${isLive('e')} order by e._source, e.id`,
        ];
      }),
    ),
  make: (rows) =>
    duplicateEntities.flatMap((entity) =>
      [...bySource(rows[entity] ?? [])].flatMap(([source, own]) => {
        const owners = new Map(own.map((row) => [String(row.id), row.owner_id ?? null]));
        return duplicateGroups(entity, own.map(recordOf)).flatMap(({ members, survivorId, score }) =>
          members.map(
            (member): Row => ({
              _source: source,
              entity,
              group_id: `${entity} ${members[0]?.id ?? ''}`,
              record_id: member.id,
              created_at: member.createdAt,
              owner_id: owners.get(member.id) ?? null,
              ordinal: member.ordinal,
              size: members.length,
              survivor_id: survivorId,
              is_survivor: member.id === survivorId,
              score: member.score,
              group_score: score,
              reasons: member.reasons.join(' '),
            }),
          ),
        );
      }),
    ),
};
