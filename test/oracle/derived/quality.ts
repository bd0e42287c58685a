import { checkedEntities } from '../../../src/model/derived/check_result.ts';
import { entities } from '../../../src/model/registry.ts';
import { type Check, checks } from '../../../src/quality/checks.ts';
import { duplicateGroups } from '../../../src/quality/duplicates/groups.ts';
import { duplicateEntities } from '../../../src/quality/duplicates/record.ts';
import { tellingFields } from '../../../src/warehouse/derived/duplicate_group.ts';
import { type Row, sourceOf, textOf } from '../company.ts';
import { daysBetween } from '../time.ts';
import type { World } from '../world.ts';

/** Records that look like one: the rules are tested by hand in `src/quality/duplicates`, here is who comes before them. */
export function duplicateGroup(world: World): Row[] {
  return duplicateEntities.flatMap((entity) =>
    [...Map.groupBy(world.live(entity), sourceOf)].flatMap(([source, rows]) => {
      const sorted = rows.toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
      const given = sorted.map((row) => {
        const created = world.moment(row.created_at);
        return {
          id: String(row.id),
          createdAt:
            created === null ? null : created.dateOnly ? created.day : Temporal.Instant.fromEpochMilliseconds(created.at).toString(),
          name: textOf(row.name),
          company: textOf(row.company),
          accountId: textOf(entity === 'account' ? row.parent_id : row.account_id),
          email: textOf(row.email),
          phone: textOf(row.phone),
          domain: textOf(row.domain),
          taxId: textOf(row.tax_id),
          city: textOf(row.city),
          country: textOf(row.country),
          filled: tellingFields(entity).filter((field) => (row[field] ?? null) !== null).length,
        };
      });
      return duplicateGroups(entity, given).flatMap((group) =>
        group.members.map((member) => {
          const row = rows.find(({ id }) => id === member.id);
          return {
            _source: source,
            entity,
            group_id: `${entity} ${group.members[0]?.id}`,
            record_id: member.id,
            created_at: row?.created_at ?? null,
            owner_id: row?.owner_id ?? null,
            ordinal: member.ordinal,
            size: group.members.length,
            survivor_id: group.survivorId,
            is_survivor: member.id === group.survivorId,
            score: member.score,
            group_score: group.score,
            reasons: member.reasons.join(' '),
          };
        }),
      );
    }),
  );
}

/** Whether a record passes a check; null: the check does not look at it. */
function passes(world: World, check: Check, row: Row): boolean | null {
  const value = row[check.field] ?? null;
  const day = (field: string): string | null => world.moment(row[field])?.day ?? null;
  const isMeant = 'when' in check && check.when ? check.when.values.includes(String(row[check.when.field] ?? '')) : true;
  switch (check.check) {
    case 'missing_field':
      return isMeant ? value !== null : null;
    case 'missing_start':
      return value !== null;
    case 'malformed_email':
      return value === null ? null : /^[^@]+@[^@]+\.[^@]+$/.test(String(value)) && !String(value).trim().includes(' ');
    case 'negative_amount':
      return value === null ? null : Number(value) >= 0;
    case 'missing_reference':
      return value === null ? null : world.find(check.target, sourceOf(row), String(value)) !== null;
    case 'order_of_times': {
      const [before, after] = [day(check.before), day(check.field)];
      return before === null || after === null ? null : after >= before;
    }
    case 'overdue': {
      const due = day(check.field);
      if (due === null || !isMeant) return null;
      const end = world.watermarkOfSource(check.entity, sourceOf(row));
      if (end === null) return true;
      const today = world.dayOf(end);
      return due >= (world.asOf !== null && world.asOf < today ? world.asOf : today);
    }
    case 'entered_late': {
      const [happened, entered] = [day(check.field), day('created_at')];
      return happened === null || entered === null ? null : daysBetween(happened, entered) <= check.days;
    }
  }
}

/** Each check of each record, counted by the month in which the record begins. */
export function checkResult(world: World): Row[] {
  return checkedEntities.flatMap((entity) => {
    const begins = entities.get(entity)?.begins ?? 'created_at';
    const monthOf = (row: Row): string | null => {
      const day = [begins, 'created_at', 'updated_at'].map((field) => world.moment(row[field])?.day).find((one) => one !== undefined);
      return day === undefined ? null : `${day.slice(0, 7)}-01`;
    };
    return checks
      .filter((check) => check.entity === entity)
      .flatMap((check) =>
        [...Map.groupBy(world.live(entity), sourceOf)].flatMap(([source, rows]) => {
          if (check.check === 'missing_field' && !rows.some((row) => passes(world, check, row) === true)) return [];
          return [...Map.groupBy(rows, monthOf)].flatMap(([month, own]) => {
            const judged = own.map((row) => passes(world, check, row)).filter((result) => result !== null);
            const passed = judged.filter(Boolean).length;
            if (judged.length === 0) return [];
            return [
              {
                _source: source,
                entity,
                field: check.field,
                check: check.check,
                aspect: check.aspect,
                month,
                checked: judged.length,
                passed,
                failed: judged.length - passed,
              },
            ];
          });
        }),
      );
  });
}
