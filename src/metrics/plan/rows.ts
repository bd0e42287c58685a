import type { Dialect } from '../../model/dialect.ts';
import { CuadroError } from '../../model/error.ts';
import type { FieldType } from '../../model/field.ts';
import { dateOnlyColumn, dayColumn, sourceColumn } from '../../model/layout.ts';
import { own } from '../../model/own.ts';
import { findDataset } from '../../model/registry.ts';
import type { Catalog } from '../catalog.ts';
import { type LimitedRows, limitedRows } from './limit.ts';
import { entitiesBehind } from './metrics-within.ts';
import { type ResolvedPath, reachableDimensions, resolvePath } from './path.ts';

/** What every printed scan stands on. */
export interface World {
  readonly dialect: Dialect;
  readonly catalog: Catalog;
  readonly attributes: 'then' | 'now';
}

/** When a row's attributes are read: at its event, over its span (which splits it), or as they stand. */
export type Moment =
  | { readonly kind: 'event'; readonly at: string }
  /** Of the fields that begin and end the row's life; `to: null` is forever. */
  | { readonly kind: 'span'; readonly from: string; readonly to: string | null }
  | { readonly kind: 'now' };

/** Over the life of a row of a span dataset. */
export const spanMoment = { kind: 'span', from: 'valid_from', to: 'valid_to' } as const satisfies Moment;

/** How rows come to read another dataset: by a reference of their own, by a day of theirs, or else. */
export type Way =
  | { readonly kind: 'reference'; readonly field: string }
  | { readonly kind: 'day'; readonly path: string }
  | { readonly kind: 'else' };

/** A column reached from a row, as SQL. */
export interface Column {
  readonly sql: string;
  readonly type: FieldType;
}

/**
 * The rows of one dataset with the joins that its expressions turn out to need. Ask for columns first, then for `from`.
 * Joins go by (`_source`, id), at most one match each: no row is ever multiplied (but spans that an attribute's history splits).
 */
export class Rows {
  readonly dataset: string;
  readonly world: World;
  private readonly alias = 'r';
  private readonly aliases: Readonly<Record<string, string>>;
  private readonly joins = new Map<string, { alias: string; sql: string; dataset: string; way: Way }>();
  private readonly clips: { from: string; to: string }[] = [];
  private readonly hidden = new Map<number, string>();
  private within: LimitedRows | null | undefined;

  /** @param aliases dimensions that this dataset reads under another path. */
  constructor(dataset: string, world: World, aliases: Readonly<Record<string, string>> = {}) {
    this.dataset = dataset;
    this.world = world;
    this.aliases = aliases;
  }

  private column(alias: string, name: string): string {
    return `${alias}.${this.world.dialect.identifier(name)}`;
  }

  private join(
    key: string,
    stem: string,
    on: (alias: string) => string,
    dataset: string,
    way: Way,
    relation = this.world.catalog.relation(dataset),
  ): string {
    const known = this.joins.get(key);
    if (known) return known.alias;
    const taken = new Set([...this.joins.values()].map((join) => join.alias));
    // Quoted: a reference may be called `order`.
    const quoted = (name: string) => this.world.dialect.identifier(name);
    let alias = quoted(stem);
    for (let index = 2; taken.has(alias); index += 1) alias = quoted(`${stem}_${index}`);
    this.joins.set(key, { alias, dataset, way, sql: `left join ${relation} as ${alias} on ${on(alias)}` });
    return alias;
  }

  private resolve(path: string, preferBase = false): ResolvedPath {
    const resolved = resolvePath(this.dataset, path, this.world.catalog, preferBase);
    if (resolved) return resolved;
    throw new CuadroError({
      code: 'unknown_dimension',
      where: this.dataset,
      found: path,
      expected: reachableDimensions(this.dataset, this.world.catalog).join(', '),
    });
  }

  /** Joins hop by hop; gives the alias that holds the last field. */
  private reach(resolved: ResolvedPath, moment: Moment): string {
    let alias = this.alias;
    let dataset = this.dataset;
    let key = '';
    const hops: string[] = [];
    for (const hop of resolved.hops) {
      const reference = this.read(alias, dataset, hop.field, moment);
      key = `${key}/${hop.field}@${reference}`;
      const source = this.column(alias, sourceColumn);
      alias = this.join(
        key,
        [...hops, hop.field.replace(/_id$/, '')].join('_'),
        (joined) =>
          `${this.isSameSource(dataset, hop.entity) ? '' : `${this.column(joined, sourceColumn)} = ${source} and `}${this.column(joined, 'id')} = ${reference}`,
        hop.entity,
        hops.length === 0 && reference === this.column(this.alias, hop.field) ? { kind: 'reference', field: hop.field } : { kind: 'else' },
      );
      hops.push(hop.field.replace(/_id$/, ''));
      dataset = hop.entity;
    }
    return alias;
  }

  /** A column of a joined record, at `moment` where its earlier values are on record. */
  private read(alias: string, dataset: string, field: string, moment: Moment): string {
    const plain = this.column(alias, field);
    const type = findDataset(dataset)?.fields[field]?.type ?? 'text';
    if (moment.kind === 'now' || !this.world.catalog.hasHistory(dataset, field)) return plain;
    const { text } = this.world.dialect;
    const history = this.join(
      `history:${alias}.${field}:${JSON.stringify(moment)}`,
      `${field}_then`,
      (joined) => {
        const column = (name: string) => this.column(joined, name);
        return [
          `${column(sourceColumn)} = ${this.column(alias, sourceColumn)}`,
          `${column('entity')} = ${text(dataset)}`,
          `${column('record_id')} = ${this.column(alias, 'id')}`,
          `${column('field')} = ${text(field)}`,
          moment.kind === 'event' ? this.heldAt(joined, moment.at) : this.heldDuring(joined, moment),
        ].join(' and ');
      },
      'field_span',
      { kind: 'else' },
    );
    if (moment.kind === 'span') {
      const clip = { from: this.column(history, dayColumn('valid_from')), to: this.column(history, dayColumn('valid_to')) };
      if (!this.clips.some(({ from }) => from === clip.from)) this.clips.push(clip);
    }
    return `case when ${this.column(history, 'record_id')} is null then ${this.world.dialect.asText(plain, type)} else ${this.column(history, 'value')} end`;
  }

  /**
   * A column of the span of a derived dataset that holds for a record at `moment`; null where none does. The spans of one record do not overlap.
   * @param path to the record, from a row
   * @param key the column of the spans that holds the record's id
   * @param daysBefore so many days before a span's first and last day the close of a day belongs to it
   */
  held(dataset: string, path: string, key: string, column: string, moment: Moment, daysBefore: number): string {
    const effective: Moment = this.world.attributes === 'now' ? { kind: 'now' } : moment;
    const id = this.dimension(path, effective).sql;
    const edge = (alias: string, name: string): string => {
      const day = this.column(alias, dayColumn(name));
      return daysBefore === 0 ? day : this.world.dialect.addDays(day, -daysBefore);
    };
    const holds = (joined: string): string => {
      if (effective.kind === 'now') return this.holdsNow(dataset, edge(joined, 'valid_from'), edge(joined, 'valid_to'));
      if (effective.kind === 'event') return this.heldAt(joined, effective.at);
      const from = this.day(effective.from);
      const to = effective.to === null ? 'null' : this.day(effective.to);
      const [begins, ends] = [edge(joined, 'valid_from'), edge(joined, 'valid_to')];
      return `(${begins} is null or ${to} is null or ${begins} < ${to}) and (${ends} is null or ${from} is null or ${ends} > ${from})`;
    };
    const alias = this.join(
      `held:${dataset}:${id}:${JSON.stringify(effective)}`,
      dataset,
      (joined) => `${this.column(joined, sourceColumn)} = ${this.source} and ${this.column(joined, key)} = ${id} and ${holds(joined)}`,
      dataset,
      { kind: 'else' },
      effective.kind === 'span' ? this.unbroken(dataset, key, column) : undefined,
    );
    const clip = { from: edge(alias, 'valid_from'), to: edge(alias, 'valid_to') };
    if (effective.kind === 'span' && !this.clips.some(({ from }) => from === clip.from)) this.clips.push(clip);
    return this.column(alias, column);
  }

  /** A span from one day to another as things stand: at the close of the last day known of the dataset. */
  private holdsNow(dataset: string, from: string, to: string): string {
    const { catalog, dialect } = this.world;
    const days = entitiesBehind(dataset)
      .filter((entity) => catalog.rows(entity) > 0)
      .flatMap((entity) => catalog.watermark(entity)?.lastCompleteDay ?? []);
    const [last] = days.sort();
    if (last === undefined) return `${to} is null`;
    return `(${from} is null or ${from} <= ${dialect.date(last)}) and (${to} is null or ${to} > ${dialect.date(last)})`;
  }

  /** Spans of a dataset with the time before, between and after them as spans that hold nothing: rows are split by them without a rest. */
  private unbroken(dataset: string, key: string, column: string): string {
    const { dialect, catalog } = this.world;
    const relation = catalog.relation(dataset);
    const [from, to] = [dayColumn('valid_from'), dayColumn('valid_to')];
    const columns = [sourceColumn, key, column, from, to].map((name) => dialect.identifier(name));
    const [source, record, value] = columns.slice(0, 3);
    const day = (sql: string) => dialect.convert(sql, 'date');
    const nothing = `${dialect.nullOf('text')} as ${value}`;
    return `(
    select ${columns.map((name) => `s.${name} as ${name}`).join(', ')} from ${relation} as s
    union all
    select g.${source} as ${source}, g.${record} as ${record}, ${nothing}, ${day('g.before_day')} as ${from}, g.${from} as ${to}
    from (select s.*, lag(s.${to}) over (partition by s.${source}, s.${record} order by s.valid_from) as before_day from ${relation} as s) as g
    where g.before_day is null or g.before_day < g.${from}
    union all
    select s.${source} as ${source}, s.${record} as ${record}, ${nothing}, ${day(`max(s.${to})`)} as ${from}, ${dialect.nullOf('date')} as ${to}
    from ${relation} as s group by s.${source}, s.${record} having count(*) = count(s.${to})
  )`;
  }

  /** The value held when the event happened: at its instant, or at the end of its day when only the day is known. */
  private heldAt(history: string, at: string): string {
    const column = (name: string) => this.column(history, name);
    const byDay = `(${column(dayColumn('valid_from'))} is null or ${column(dayColumn('valid_from'))} <= ${this.day(at)}) and (${column(dayColumn('valid_to'))} is null or ${column(dayColumn('valid_to'))} > ${this.day(at)})`;
    if (this.resolve(at).type === 'date') return byDay;
    const instant = this.value(at).sql;
    const byInstant = `(${column('valid_from')} is null or ${column('valid_from')} <= ${instant}) and (${column('valid_to')} is null or ${column('valid_to')} > ${instant})`;
    const dateOnly = this.isDateOnly(at);
    return dateOnly === null ? byInstant : `case when ${dateOnly} then ${byDay} else ${byInstant} end`;
  }

  private heldDuring(history: string, life: Extract<Moment, { kind: 'span' }>): string {
    const column = (name: string) => this.column(history, name);
    const from = this.day(life.from);
    const to = life.to === null ? 'null' : this.day(life.to);
    const begins = column(dayColumn('valid_from'));
    const ends = column(dayColumn('valid_to'));
    return `(${begins} is null or ${to} is null or ${begins} < ${to}) and (${ends} is null or ${from} is null or ${ends} > ${from}) and (${begins} is null or ${ends} is null or ${begins} < ${ends})`;
  }

  /** A field of the row or of a record it refers to, as it stands. */
  value(path: string): Column {
    const resolved = this.resolve(path);
    return { sql: this.column(this.reach(resolved, { kind: 'now' }), resolved.column), type: resolved.type };
  }

  /** A dimension, its attributes read at `moment` or, when the query asks for today's, as they stand. */
  dimension(name: string, moment: Moment): Column {
    const now = this.world.attributes === 'now';
    const resolved = this.resolve(own(this.aliases, name) ?? name, now);
    const effective: Moment = now ? { kind: 'now' } : moment;
    return { sql: this.read(this.reach(resolved, effective), resolved.dataset, resolved.column, effective), type: resolved.type };
  }

  /** The local calendar day of an instant or date field. */
  day(path: string): string {
    const resolved = this.resolve(path);
    const name = resolved.type === 'date' ? resolved.column : dayColumn(resolved.column);
    return this.column(this.reach(resolved, { kind: 'now' }), name);
  }

  /** Whether the source gave only a date for a time field; null where it never did. */
  isDateOnly(path: string): string | null {
    const resolved = this.resolve(path);
    if (resolved.type === 'date') return this.world.dialect.boolean(true);
    if (this.world.catalog.filled(resolved.dataset, dateOnlyColumn) === 0) return null;
    const flags = this.column(this.reach(resolved, { kind: 'now' }), dateOnlyColumn);
    return this.world.dialect.contains(`coalesce(${flags}, '')`, this.world.dialect.text(`,${resolved.column},`));
  }

  /** Whether all rows of both came by one connection, so that ids alone tell. */
  private isSameSource(dataset: string, other: string): boolean {
    const { catalog } = this.world;
    const source = catalog.onlySource(dataset);
    return source !== null && source === catalog.onlySource(other);
  }

  /** Whether all rows came by one connection. */
  get isOneSource(): boolean {
    return this.world.catalog.onlySource(this.dataset) !== null;
  }

  /** Whether no two rows share a value of this field and a connection. */
  isUnique(path: string): boolean {
    return path === 'id' && !this.isDerived;
  }

  /** The connection a row came by: ids are unique only within one. */
  get source(): string {
    return this.column(this.alias, sourceColumn);
  }

  /** A join that is not by reference: the rate of a currency on the day of a time field. */
  rate(currency: string, on: string): string {
    const day = this.day(on);
    const alias = this.join(
      `rate:${currency}:${day}`,
      'rate',
      (joined) => `${this.column(joined, 'currency')} = ${currency} and ${this.column(joined, 'day')} = ${day}`,
      'rate_day',
      { kind: 'day', path: on },
    );
    return this.column(alias, 'rate');
  }

  /** The business clock at a day: when it opens and closes, and the business seconds before it. */
  businessDay(day: string): { opens: string; closes: string; before: string } {
    const alias = this.join(`business:${day}`, 'business_day', (joined) => `${this.column(joined, 'day')} = ${day}`, 'business_day', {
      kind: 'else',
    });
    return { opens: this.column(alias, 'opens_at'), closes: this.column(alias, 'closes_at'), before: this.column(alias, 'seconds_before') };
  }

  /** Bounds that attribute histories put on a span, as day expressions. */
  get spanClips(): readonly { from: string; to: string }[] {
    return this.clips;
  }

  /** Deleted, merged and test records are out, where there are any; derived datasets are made without them. */
  live(): string | null {
    if (findDataset(this.dataset)?.derived !== false) return null;
    const { catalog, dialect } = this.world;
    const column = (name: string) => this.column(this.alias, name);
    const rules: readonly (readonly [string, string])[] = [
      ['deleted_at', `${column('deleted_at')} is null`],
      ['merged_into_id', `${column('merged_into_id')} is null`],
      ['is_test', `coalesce(${column('is_test')}, ${dialect.boolean(false)}) = ${dialect.boolean(false)}`],
    ];
    const due = rules.filter(([name]) => catalog.filled(this.dataset, name) > 0).map(([, rule]) => rule);
    return due.length === 0 ? null : due.join(' and ');
  }

  /** Where a dimension leads: the dataset and column that hold it. */
  holder(name: string): ResolvedPath {
    return this.resolve(own(this.aliases, name) ?? name, this.world.attributes === 'now');
  }

  /** Notes that the group of this place (from 0) is shown under a pseudonym. */
  mask(place: number, column: string): void {
    this.hidden.set(place, column);
  }

  /** The groups that are shown under pseudonyms: the place of each, and the column that it reads. */
  get masked(): ReadonlyMap<number, string> {
    return this.hidden;
  }

  /** What of the dataset may be seen; null: all. @throws CuadroError `no_rights` */
  private get limit(): LimitedRows | null {
    if (this.within === undefined) this.within = limitedRows(this.dataset, this.world);
    return this.within;
  }

  /** The datasets by which it is told what may be seen: a change of one may concern any row. */
  get guards(): readonly string[] {
    return this.limit?.reads ?? [];
  }

  /** The datasets read so far: its own, those joined, and those by which it is told what may be seen. */
  get reads(): readonly string[] {
    return [...new Set([this.dataset, ...[...this.joins.values()].map(({ dataset }) => dataset), ...this.guards])];
  }

  /** Every way in which the rows read a dataset beside their own. */
  waysTo(dataset: string): readonly Way[] {
    return [...this.joins.values()].flatMap((join) => (join.dataset === dataset ? [join.way] : []));
  }

  get isDerived(): boolean {
    return findDataset(this.dataset)?.derived === true;
  }

  /** The one place where the rows of a scan come from, and so the one where they are limited to what may be seen. @throws CuadroError `no_rights` */
  from(): string {
    const own = this.limit?.sql ?? this.world.catalog.relation(this.dataset);
    return [`from ${own} as ${this.alias}`, ...[...this.joins.values()].map((join) => join.sql)].join('\n  ');
  }
}
