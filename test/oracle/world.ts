import { beforesOf, type Field } from '../../src/model/field.ts';
import { entities } from '../../src/model/registry.ts';
import type { Settings } from '../../src/model/settings.ts';
import { type Company, type Row, recordsAfter, sourceOf, textOf, type Value } from './company.ts';
import { addDays, type Moment, momentOf, startOfDay } from './time.ts';

/** What one question can see: the records as they were at the end of `asOf`, as far as the batches landed by `knownAt` tell. */
export class World {
  readonly settings: Settings;
  readonly zone: string;
  readonly asOf: string | null;
  /** Which rows of a dataset may be seen, where not all may: those that something is counted of, not those that it refers to. */
  readonly sees: (dataset: string, row: Row) => boolean;
  /** As the last batch known left them. */
  readonly #landed: Map<string, Row[]>;
  /** As they were. */
  readonly #records: Map<string, Row[]>;
  readonly #exportedAt: string | null;
  #changes: Change[] | null = null;
  /** Derived datasets made so far, see derive.ts. */
  readonly derived = new Map<string, readonly Row[]>();

  constructor(
    company: Company,
    options: { asOf?: string | undefined; knownAt?: string | undefined; sees?: (world: World) => World['sees'] } = {},
  ) {
    this.settings = company.settings;
    this.zone = company.settings.timezone;
    this.asOf = options.asOf ?? null;
    this.#exportedAt = company.exportedAt;
    const { knownAt } = options;
    const known = company.batches.filter((batch) => knownAt === undefined || batch.landedOn <= knownAt).length;
    this.#landed = recordsAfter(company, known);
    this.#records = this.asOf === null ? this.#landed : asOf(this.#landed, this.asOf, this.zone);
    this.sees = options.sees?.(this) ?? (() => true);
  }

  /** Every record, the deleted ones too. */
  records(entity: string): readonly Row[] {
    return this.#records.get(entity) ?? [];
  }

  /** The records that count: not deleted, not merged into another, not tests. */
  live(entity: string): readonly Row[] {
    return this.records(entity).filter(isLive);
  }

  find(entity: string, source: string, id: string): Row | null {
    return this.records(entity).find((row) => sourceOf(row) === source && row.id === id) ?? null;
  }

  moment(value: Value | undefined): Moment | null {
    return momentOf(value, this.zone);
  }

  /** The local day of a point in time. */
  dayOf(at: number): string {
    return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(this.zone).toPlainDate().toString();
  }

  /** What a field of a record became and was, oldest first. */
  changes(source: string, entity: string, id: string, field: string): readonly Change[] {
    this.#changes ??= changesOf(this.live('field_change'), this.zone);
    return this.#changes.filter(
      (change) => change.source === source && change.entity === entity && change.id === id && change.field === field,
    );
  }

  /** Up to when an entity's data are complete: the earliest of its sources. Null when nothing of it has landed. A date counts to its end. */
  watermark(entity: string): number | null {
    // Of an entity without any record in this world there is nothing to say.
    if (this.records(entity).length === 0) return null;
    const sources = new Set((this.#landed.get(entity) ?? []).map(sourceOf));
    const known = [...sources].map((source) => this.watermarkOfSource(entity, source)).filter((end) => end !== null);
    if (known.length === 0) return null;
    const end = Math.min(...known);
    return this.asOf === null ? end : Math.min(end, startOfDay(addDays(this.asOf, 1), this.zone) - 1000);
  }

  /** How far one source reaches, whatever day the world is looked at: a record without a start counts from then on. */
  watermarkOfSource(entity: string, source: string): number | null {
    return this.#exportedAt === null ? this.#latestTime(entity, source) : this.#endOf(this.moment(this.#exportedAt));
  }

  #endOf(moment: Moment | null): number | null {
    if (moment === null) return null;
    return moment.dateOnly ? startOfDay(addDays(moment.day, 1), this.zone) - 1000 : moment.at;
  }

  #latestTime(entity: string, source: string): number | null {
    let most: number | null = null;
    for (const row of (this.#landed.get(entity) ?? []).filter((one) => sourceOf(one) === source)) {
      for (const [name, field] of Object.entries(entities.get(entity)?.fields ?? {})) {
        if (!isTime(field) || field.planned) continue;
        const end = this.#endOf(this.moment(row[name]));
        if (end !== null && (most === null || end > most)) most = end;
      }
    }
    return most;
  }
}

const isTime = (field: Field): boolean => field.type === 'instant' || field.type === 'date';

export const isLive = (row: Row): boolean =>
  (row.deleted_at ?? null) === null && row.is_test !== true && (row.merged_into_id ?? null) === null;

export interface Change {
  readonly source: string;
  readonly entity: string;
  readonly id: string;
  readonly field: string;
  readonly was: string | null;
  readonly became: string | null;
  readonly at: Moment;
  /** The id of the change. */
  readonly key: string;
}

/** Field changes oldest first; of one moment, in the order of their ids. Changes without a time tell nothing. */
export function changesOf(rows: readonly Row[], zone: string): Change[] {
  const changes: Change[] = [];
  for (const row of rows) {
    const at = momentOf(row.changed_at, zone);
    if (at === null) continue;
    changes.push({
      source: sourceOf(row),
      entity: String(row.entity),
      id: String(row.record_id),
      field: String(row.field),
      was: textOf(row.old_value),
      became: textOf(row.new_value),
      at,
      key: String(row.id),
    });
  }
  return changes.sort((a, b) => a.at.at - b.at.at || (a.key < b.key ? -1 : 1));
}

/** A value of a change, written as text, as its field holds it. */
export function typed(written: string | null, field: Field | undefined): Value {
  if (written === null || field === undefined) return written;
  if (field.type === 'money' || field.type === 'number' || field.type === 'integer') return Number(written);
  if (field.type === 'boolean') return written === 'true';
  return written;
}

/** The records as they were at the end of a day: later ones are not there, later times are unknown, changed fields read what they read. */
function asOf(records: ReadonlyMap<string, readonly Row[]>, day: string, zone: string): Map<string, Row[]> {
  const changes = changesOf((records.get('field_change') ?? []).filter(isLive), zone);
  const isLater = (value: Value | undefined): boolean => (momentOf(value, zone)?.day ?? day) > day;
  const seen = new Map<string, Row[]>();
  for (const [name, rows] of records) {
    const entity = entities.get(name);
    if (!entity) continue;
    const kept: Row[] = [];
    for (const row of rows) {
      if (isLater(row[entity.begins])) continue;
      const was: Record<string, Value> = { ...row };
      for (const [key, field] of Object.entries(entity.fields)) {
        if (isTime(field) && !field.planned && isLater(row[key])) was[key] = null;
        const before = beforesOf(field).find((one) => isLater(row[one.field]));
        if (before) was[key] = before.value;
        const own = changes.filter(
          (change) => change.source === sourceOf(row) && change.entity === name && change.id === row.id && change.field === key,
        );
        const next = own.find((change) => change.at.day > day);
        if (!next) continue;
        const last = own.filter((change) => change.at.day <= day).at(-1);
        was[key] = typed(last ? last.became : next.was, field);
      }
      kept.push(was);
    }
    seen.set(name, kept);
  }
  return seen;
}
