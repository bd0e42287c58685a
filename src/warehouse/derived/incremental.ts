import { columnsOf } from '../../model/columns.ts';
import { sourceColumn } from '../../model/layout.ts';
import type { Run } from '../run.ts';
import { type DerivedBuilder, type DerivedContext, isModelled, type SelectedBuilder } from './context.ts';
import { Emptiness, withEmpty } from './emptiness.ts';
import { finishedSql } from './finish.ts';
import { incrementalRules } from './incremental-rules.ts';
import { derivedBuilders, isEmptyWith, makeDerived } from './rebuild.ts';

/** The rows of a dataset that a batch brought, took away or put in place of others: a relation, or `'whole'` where they are too many to tell. */
export type Changed = string | 'whole';

/** Above this share of its rows a dataset is made anew whole. */
const worthwhile = 0.2;

/** Relations of the rows that went and of those that came. */
export interface Difference {
  readonly gone: string;
  readonly came: string;
}

/** A derived dataset that changed. */
export interface Made {
  readonly dataset: string;
  /** Whether it was made anew whole. */
  readonly whole: boolean;
  /** Null when it is not known; of both relations together a temporary table, until `forgetMade`. */
  readonly difference: (Difference & { readonly table: string }) | null;
}

const temporary = (name: string): string => `temp."${name}"`;

/** What a rule may ask of the datasets. Relations are SQL names or SELECTs in parentheses. */
export interface Scope {
  /** All present rows. */
  readonly main: (dataset: string) => string;
  /** Old and new versions of the rows that changed; of a dataset that did not change, none. */
  readonly changed: (dataset: string) => string;
  /** The keys to make anew: `_source` and the dataset's key columns. */
  readonly keys: string;
  /** The rows of an input that were taken for the keys. Only of inputs named before this one. */
  readonly part: (input: string) => string;
  readonly batch: number;
}

interface Work {
  readonly run: Run;
  readonly context: DerivedContext;
  readonly batch: number;
  readonly changed: ReadonlyMap<string, Changed>;
  /** Entities whose watermark the batch moved. */
  readonly reached: ReadonlySet<string>;
  /** The share of a dataset's rows above which it is made anew whole. */
  readonly share: number;
  readonly emptiness: Emptiness;
}

const countOf = async (run: Run, relation: string): Promise<number> =>
  Number((await run(`select count(*) as n from ${relation}`))[0]?.n ?? 0);

const scopeOf = ({ context, changed, batch }: Work, dataset: string): Scope => ({
  main: context.relation,
  changed: (input) => {
    const rows = changed.get(input);
    return rows === undefined || rows === 'whole' ? `(select * from ${context.relation(input)} where false)` : rows;
  },
  keys: temporary(`keys_${dataset}`),
  part: (input) => temporary(`part_${dataset}_${input}`),
  batch,
});

/** Puts the keys that the changes lead to into a temporary table; false when the whole dataset is due. */
const findKeys = async (work: Work, builder: SelectedBuilder): Promise<boolean> => {
  const { run, context, changed } = work;
  const { name, from } = builder.dataset;
  const rule = incrementalRules[name];
  if (!rule || from.some((input) => changed.get(input) === 'whole')) return false;
  const due = from.filter((input) => changed.has(input));
  if (due.some((input) => !rule.inputs[input]?.affected)) return false;
  const scope = scopeOf(work, name);
  if (rule.wholeIf && (await run(rule.wholeIf(scope))).length > 0) return false;
  const selects = [
    ...due.flatMap((input) => rule.inputs[input]?.affected?.(scope) ?? []),
    ...[...(rule.reach ?? [])].flatMap(([entity, select]) => (work.reached.has(entity) ? [select(scope)] : [])),
  ];
  const columns = [sourceColumn, ...rule.key];
  const known = columns.map((column) => `k."${column}" is not null`).join(' and ');
  const all = selects.length === 0 ? `select ${columns.map((column) => `null as "${column}"`).join(', ')}` : selects.join('\nunion all\n');
  await run(
    `create or replace temp table "keys_${name}" as select distinct * from (select * from (${all}) as a(${columns.map((column) => `"${column}"`).join(', ')})) as k where ${known}`,
  );
  const keys = await countOf(run, scope.keys);
  return work.share === Number.POSITIVE_INFINITY || keys <= work.share * (await countOf(run, context.relation(name)));
};

const on = (left: string, right: string, key: readonly string[]): string =>
  [sourceColumn, ...key].map((column) => `${left}."${column}" = ${right}."${column}"`).join(' and ');

/**
 * The rows that went and those that came, each as often as it did. By one count of both: EXCEPT ALL numbers the copies of every row, in
 * both directions.
 */
const compare = async (run: Run, name: string, old: string, next: string): Promise<NonNullable<Made['difference']>> => {
  const differing = temporary(`differing_${name}`);
  await run(`create or replace temp table "differing_${name}" as
    select * exclude (turn), sum(turn) as turns from (select *, -1 as turn from ${old} union all by name select *, 1 as turn from ${next})
    group by all having sum(turn) <> 0`);
  const some = (sign: string): string =>
    `(select * exclude (turns, copy) from (select *, unnest(range(cast(abs(turns) as bigint))) as copy from ${differing} where turns ${sign} 0))`;
  return { gone: some('<'), came: some('>'), table: differing };
};

/** Makes the rows of the keys found anew. */
const makeKeys = async (work: Work, builder: SelectedBuilder): Promise<Made | null> => {
  const { run, context } = work;
  const { name, from } = builder.dataset;
  const rule = incrementalRules[name];
  if (!rule) return null;
  const scope = scopeOf(work, name);
  if ((await countOf(run, scope.keys)) === 0) {
    await run(`drop table ${scope.keys}`);
    return null;
  }
  const parts: string[] = [];
  for (const [input, { taken }] of Object.entries(rule.inputs)) {
    if (!taken || !from.includes(input)) continue;
    await run(`create or replace temp table "part_${name}_${input}" as ${taken(scope)}`);
    parts.push(input);
  }
  const restricted: DerivedContext = {
    ...context,
    relation: (dataset) => (parts.includes(dataset) ? scope.part(dataset) : context.relation(dataset)),
    whole: context.relation,
  };
  const shown = withEmpty(restricted, await work.emptiness.of(restricted, from));
  const table = context.relation(name);
  work.emptiness.forget(table);
  const [old, next] = [temporary(`old_${name}`), temporary(`next_${name}`)];
  const make = (relation: string, select: string) => run(`create or replace temp table ${relation.replace('temp.', '')} as ${select}`);
  const columns = columnsOf(builder.dataset)
    .map((column) => `"${column.name}"`)
    .join(', ');
  await make(old, `select ${columns} from ${table} as t semi join ${scope.keys} as k on ${on('t', 'k', rule.key)}`);
  await make(
    next,
    `select * from (${finishedSql(builder, context.dialect, builder.sql(shown))}) as t semi join ${scope.keys} as k on ${on('t', 'k', rule.key)}`,
  );
  const difference = await compare(run, name, old, next);
  for (const input of parts) await run(`drop table ${scope.part(input)}`);
  const differing = await countOf(run, difference.table);
  if (differing > 0) {
    const key = [sourceColumn, ...rule.key].map((column) => `"${column}"`).join(', ');
    await make(scope.keys, `select distinct ${key} from ${difference.table}`);
    await run(`delete from ${table} as t using ${scope.keys} as k where ${on('t', 'k', rule.key)}`);
    await run(`insert into ${table} by name select t.* from ${next} as t semi join ${scope.keys} as k on ${on('t', 'k', rule.key)}`);
  }
  for (const relation of [old, next, scope.keys]) await run(`drop table ${relation}`);
  if (differing > 0) return { dataset: name, whole: false, difference };
  await run(`drop table ${difference.table}`);
  return null;
};

/** Datasets up to this size are compared with what they were when they are made anew whole. */
const comparable = 500_000;

/** Of a dataset that is made by parts, those whose dataset changed; null where it is made whole. */
const partsDue = (builder: DerivedBuilder, changed: Work['changed']): readonly string[] | null =>
  isModelled(builder) && builder.partsBy ? builder.dataset.from.filter((name) => changed.has(name)) : null;

const makeWhole = async ({ run, context, changed, emptiness }: Work, builder: DerivedBuilder): Promise<Made | null> => {
  const { name, from } = builder.dataset;
  const parts = partsDue(builder, changed);
  const table = context.relation(name);
  const rows = await countOf(run, table);
  if (rows === 0 && isEmptyWith(builder, await emptiness.of(context, from))) return null;
  if (rows > comparable) {
    await makeDerived(run, context, builder, { parts, emptiness });
    return { dataset: name, whole: true, difference: null };
  }
  await run(`create or replace temp table "old_${name}" as from ${table}`);
  await makeDerived(run, context, builder, { parts, emptiness });
  const difference = await compare(run, name, temporary(`old_${name}`), table);
  await run(`drop table ${temporary(`old_${name}`)}`);
  const made: Made = { dataset: name, whole: true, difference };
  // As it was: what stands on it stands as it did.
  if ((await countOf(run, difference.table)) > 0) return made;
  await forgetMade(run, [made]);
  return null;
};

/** Whether a dataset of which no input changed is due because a watermark moved. */
const isDueByReach = async (run: Run, context: DerivedContext, builder: DerivedBuilder, reached: ReadonlySet<string>): Promise<boolean> => {
  const inPart = incrementalRules[builder.dataset.name]?.reach;
  if (inPart) return [...inPart.keys()].some((entity) => reached.has(entity));
  if (!builder.reach?.of.some((entity) => reached.has(entity))) return false;
  return builder.reach.dueIf === undefined || (await run(builder.reach.dueIf(context))).length > 0;
};

/** Drops what `updateDerived` left for its caller to look at. */
export const forgetMade = async (run: Run, made: readonly Made[]): Promise<void> => {
  for (const { difference } of made) if (difference) await run(`drop table if exists ${difference.table}`);
};

/**
 * Brings the derived datasets up to a batch, inside the caller's transaction: of each only the rows of the deals, accounts, invoices …
 * that the batch's changes lead to are made anew, by the very SQL that makes the whole. The result is that of `rebuildDerived`.
 * DuckDB only.
 * @param changed by entity, old and new versions of the rows that the batch changed
 * @param reached entities whose watermark the batch moved
 * @param share of a dataset's rows: with more keys than that it is made anew whole
 * @returns the datasets that changed, in order; call `forgetMade` when done with their differences
 */
export const updateDerived = async (
  run: Run,
  context: DerivedContext,
  batch: number,
  changed: ReadonlyMap<string, Changed>,
  reached: ReadonlySet<string>,
  share: number = worthwhile,
): Promise<readonly Made[]> => {
  const known = new Map(changed);
  const all: Made[] = [];
  const emptiness = new Emptiness(run);
  for (const builder of derivedBuilders) {
    const { name, from } = builder.dataset;
    if (!from.some((input) => known.has(input)) && !(await isDueByReach(run, context, builder, reached))) continue;
    const work: Work = { run, context, batch, changed: known, reached, share, emptiness };
    const made = !isModelled(builder) && (await findKeys(work, builder)) ? await makeKeys(work, builder) : await makeWhole(work, builder);
    if (!made) continue;
    all.push(made);
    known.set(name, made.difference ? `(from ${made.difference.gone} union all from ${made.difference.came})` : 'whole');
  }
  return all;
};
