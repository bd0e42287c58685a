import fc from 'fast-check';
import type { Entity } from '../../src/model/entity.ts';
import type { Field } from '../../src/model/field.ts';
import { entities } from '../../src/model/registry.ts';
import type { Batch, Company, Row, Value } from '../oracle/company.ts';
import { momentOf } from '../oracle/time.ts';
import { arbitraryDay, arbitrarySetting, arbitraryTime, type Setting, sometimes } from './random.ts';
import type { Theme } from './theme.ts';

const words: Readonly<Record<string, readonly string[]>> = {
  pipeline: ['Ventas'],
  stage: ['Contacto', 'Propuesta', 'Ganada', 'Perdida'],
  currency: ['EUR', 'USD', 'GBP'],
  cancel_reason: ['precio', 'servicio'],
  lost_reason: ['precio', 'competencia'],
};
const fewWords = ['norte', 'sur', "L'Àlber", 'a "b"'];

/** Times of an entity that follow one another in most companies; the others may fall anywhere. */
const chains: Readonly<Record<string, readonly string[]>> = {
  lead: ['created_at', 'qualified_at', 'handed_over_at', 'accepted_at', 'converted_at'],
  opportunity: ['created_at', 'closed_at'],
  ticket: ['opened_at', 'first_response_at', 'resolved_at', 'closed_at'],
  contract: ['started_at', 'renewed_at', 'cancelled_at', 'ends_at'],
  invoice: ['issued_on', 'due_on', 'paid_at'],
  quote: ['sent_at', 'decided_at'],
  campaign_message: ['sent_at', 'delivered_at', 'opened_at', 'clicked_at'],
  cost: ['period_start', 'incurred_on', 'period_end'],
  delivery: ['promised_at_first', 'delivered_at'],
};

const idsOf = (entity: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${entity}${index + 1}`);

function arbitraryValue(name: string, field: Field, setting: Setting, sizes: ReadonlyMap<string, number>): fc.Arbitrary<Value> {
  switch (field.type) {
    case 'reference': {
      const there = idsOf(field.entity ?? '', sizes.get(field.entity ?? '') ?? 0);
      return fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom<Value>(...(there.length > 0 ? there : [null])) },
        { weight: 1, arbitrary: fc.constantFrom<Value>(null, 'nobody') },
      );
    }
    case 'enum':
      return sometimes(fc.constantFrom(...(field.values ?? [])), 6);
    case 'currency':
      if (name === 'to_currency') return fc.constantFrom('EUR', 'EUR', 'EUR', 'USD');
      if (name === 'from_currency') return fc.constantFrom('USD', 'USD', 'GBP', 'EUR');
      return sometimes(fc.constantFrom(...(words.currency ?? [])));
    case 'money':
      return sometimes(
        fc.integer({ min: -2_000, max: 500_000 }).map((cents) => cents / 100),
        6,
      );
    case 'number':
      return sometimes(fc.constantFrom(0, 0.5, 1, 1.25, 2, 10), 6);
    case 'integer':
      return sometimes(fc.integer({ min: 0, max: 3 }), 6);
    case 'boolean':
      return sometimes(fc.boolean(), 5);
    case 'instant':
      return sometimes(arbitraryTime(setting.center), 5);
    case 'date':
      return sometimes(arbitraryDay(setting.center), 5);
    case 'text':
      return sometimes(fc.constantFrom(...(words[name] ?? fewWords)), 5);
  }
}

/** Now and then a record is deleted, merged into another, or a test. */
const arbitraryFate = (setting: Setting): fc.Arbitrary<Record<string, Value>> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant<Record<string, Value>>({}) },
    { weight: 1, arbitrary: arbitraryTime(setting.center).map((deleted) => ({ deleted_at: deleted, delete_kind: 'soft' })) },
    {
      weight: 1,
      arbitrary: arbitraryTime(setting.center).map((deleted) => ({ deleted_at: deleted, delete_kind: 'merged', merged_into_id: 'other' })),
    },
    { weight: 1, arbitrary: fc.constant<Record<string, Value>>({ is_test: true }) },
  );

function inOrder(entity: Entity, row: Row, setting: Setting): Row {
  const chain = (chains[entity.name] ?? []).filter((name) => (row[name] ?? null) !== null);
  const at = (value: Value | undefined): number => momentOf(value, setting.settings.timezone)?.at ?? 0;
  const sorted = chain.map((name) => row[name] ?? null).sort((a, b) => at(a) - at(b));
  // A date field cannot take the time of an instant field.
  return {
    ...row,
    ...Object.fromEntries(
      chain.map((name, index) => [
        name,
        entity.fields[name]?.type === 'date' ? String(sorted[index]).slice(0, 10) : (sorted[index] ?? null),
      ]),
    ),
  };
}

function arbitraryRow(entity: Entity, setting: Setting, sizes: ReadonlyMap<string, number>, columns: readonly string[]): fc.Arbitrary<Row> {
  const fields = Object.fromEntries(
    columns.flatMap((name) => {
      const field = entity.fields[name];
      return field ? [[name, arbitraryValue(name, field, setting, sizes)]] : [];
    }),
  );
  return fc
    .record({ values: fc.record(fields), fate: arbitraryFate(setting), ordered: fc.integer({ min: 0, max: 9 }) })
    .map(({ values, fate, ordered }) => ({ ...(ordered === 0 ? values : inOrder(entity, values, setting)), ...fate }));
}

/** Stages of one pipeline: two to work in, one won, one lost. */
const stages: readonly Row[] = [
  { id: 'stage1', pipeline: 'Ventas', name: 'Contacto', position: 1, category: 'open' },
  { id: 'stage2', pipeline: 'Ventas', name: 'Propuesta', position: 2, category: 'open' },
  { id: 'stage3', pipeline: 'Ventas', name: 'Ganada', position: 3, category: 'won' },
  { id: 'stage4', pipeline: 'Ventas', name: 'Perdida', position: 4, category: 'lost' },
];

interface ChangePlan {
  readonly record: number;
  readonly field: number;
  readonly times: readonly string[];
  readonly values: readonly Value[];
}

/** The changes of some records, consistent with what the records hold now: each change's old value is the one before's new value. */
function changesOf(theme: Theme, tables: Record<string, readonly Row[]>, plans: readonly ChangePlan[], setting: Setting): Row[] {
  const rows: Row[] = [];
  const done = new Set<string>();
  for (const plan of plans) {
    const tracked = theme.tracked[plan.field % Math.max(1, theme.tracked.length)];
    const records = tracked ? (tables[tracked.entity] ?? []) : [];
    const record = records[plan.record % Math.max(1, records.length)];
    if (!tracked || !record || done.has(`${tracked.entity} ${record.id} ${tracked.field}`)) continue;
    done.add(`${tracked.entity} ${record.id} ${tracked.field}`);
    const at = (value: string): number => momentOf(value, setting.settings.timezone)?.at ?? 0;
    const times = [...plan.times].sort((a, b) => at(a) - at(b));
    const values = [
      ...times.map((_, index) => tracked.values[Number(plan.values[index] ?? 0) % tracked.values.length] ?? null),
      record[tracked.field] ?? null,
    ];
    for (const [index, time] of times.entries()) {
      rows.push({
        id: `change${rows.length + 1}`.padEnd(9, '_'),
        entity: tracked.entity,
        record_id: record.id ?? null,
        field: tracked.field,
        old_value: values[index] === null ? null : String(values[index]),
        new_value: values[index + 1] === null ? null : String(values[index + 1]),
        changed_at: time,
        origin: 'native',
      });
    }
  }
  return rows;
}

const arbitraryPlans = (setting: Setting): fc.Arbitrary<ChangePlan[]> =>
  fc.array(
    fc.record({
      record: fc.nat({ max: 20 }),
      field: fc.nat({ max: 20 }),
      times: fc.uniqueArray(arbitraryTime(setting.center), {
        minLength: 1,
        maxLength: 3,
        selector: (time) => momentOf(time, setting.settings.timezone)?.at,
      }),
      values: fc.array(fc.nat({ max: 9 }), { minLength: 3, maxLength: 3 }),
    }),
    { maxLength: 12 },
  );

/** Splits records over imports: each comes with one, and some come again changed. */
function inBatches(tables: Record<string, readonly Row[]>, landings: readonly string[], places: readonly number[]): Batch[] {
  const batches = landings.map((landedOn) => ({ landedOn, tables: new Map<string, Row[]>() }));
  let next = 0;
  const place = (): number => places[next++ % places.length] ?? 0;
  for (const [entity, rows] of Object.entries(tables)) {
    for (const row of rows) {
      const first = place() % batches.length;
      const again = place();
      const put = (index: number, version: Row): void => {
        const batch = batches[index];
        batch?.tables.set(entity, [...(batch.tables.get(entity) ?? []), version]);
      };
      put(first, again % 3 === 0 && first + 1 < batches.length ? earlierVersion(row, again) : row);
      if (again % 3 === 0 && first + 1 < batches.length) put(first + 1, row);
    }
  }
  return batches.map((batch) => ({ landedOn: batch.landedOn, tables: Object.fromEntries(batch.tables) }));
}

/** What a record may have been before: other money, no end, not deleted. */
function earlierVersion(row: Row, salt: number): Row {
  const before: Record<string, Value> = { ...row };
  if (typeof before.amount === 'number') before.amount += salt;
  for (const end of ['closed_at', 'resolved_at', 'paid_at', 'converted_at', 'deleted_at']) if (end in before) before[end] = null;
  return before;
}

/** A small company of a theme, with the hard places of calendars, currencies, histories and imports in it. */
export const arbitraryCompany = (theme: Theme): fc.Arbitrary<{ company: Company; center: string }> =>
  arbitrarySetting.chain((setting) => {
    const sizes = fc.record(Object.fromEntries(Object.entries(theme.entities).map(([name, most]) => [name, fc.nat({ max: most.rows })])));
    return sizes.chain((chosen) => {
      const counts = new Map(Object.entries(chosen));
      const tables = fc.record(
        Object.fromEntries(
          Object.entries(theme.entities).flatMap(([name, { columns }]) => {
            const entity = entities.get(name);
            if (!entity) return [];
            const rows = fc.array(arbitraryRow(entity, setting, counts, columns), {
              minLength: counts.get(name) ?? 0,
              maxLength: counts.get(name) ?? 0,
            });
            return [[name, rows.map((all) => all.map((row, index) => ({ id: `${name}${index + 1}`, ...row })))]];
          }),
        ),
      );
      return fc
        .record({
          tables,
          plans: arbitraryPlans(setting),
          landings: fc.array(arbitraryDay(setting.center), { minLength: 1, maxLength: 3 }),
          places: fc.array(fc.nat({ max: 30 }), { minLength: 7, maxLength: 7 }),
          exportedAt: arbitraryDay(setting.center),
        })
        .map(({ tables: made, plans, landings, places, exportedAt }) => {
          const all: Record<string, readonly Row[]> = {
            ...made,
            ...(theme.tracked.length > 0 ? { field_change: changesOf(theme, made, plans, setting) } : {}),
          };
          if (theme.entities.opportunity) all.stage = stages;
          const company: Company = { settings: setting.settings, batches: inBatches(all, [...landings].sort(), places), exportedAt };
          return { company, center: setting.center };
        });
    });
  });
