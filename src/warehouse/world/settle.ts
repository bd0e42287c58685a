import { batchColumn, untilColumn } from '../../model/layout.ts';
import { findDataset } from '../../model/registry.ts';
import type { Settings } from '../../model/settings.ts';
import { type Changed, type Difference, forgetMade, type Made, updateDerived } from '../derived/incremental.ts';
import { isMadeUnder, markStale, refreshDerived } from '../derived/refresh.ts';
import type { Run } from '../run.ts';
import { bringFacts, keepFacts, parseFacts } from './catalog.ts';
import { daysOfDifference, daysOver, pruneChanges, recordChange, referringDays, type TouchedDays } from './changes.ts';
import { readCustomColumns } from './custom.ts';
import { type DatasetFacts, factsAfter, readFacts } from './facts.ts';
import { duckdbPlaces, type Places } from './places.ts';
import { bumpCounter, readVersions } from './versions.ts';
import { readWatermarks } from './watermark.ts';

/** What a commit did to the workspace's data. */
export interface Commit {
  /** Entities of which rows changed. */
  readonly changed: ReadonlySet<string>;
  /** The batch that was imported; null when batches were undone or applied again. */
  readonly batch: number | null;
}

/** Above this share of an entity's rows a batch is told as a whole: a first load, or most of it. */
const tellable = 0.2;

/** From so many rows on, what is derived of them is made once they are committed: of uncommitted rows DuckDB knows nothing to plan by. */
const plannable = 200_000;

/** Old and new versions of the rows that a batch changed, as a temporary table; `'later'` where they are many and most. */
const changedRows = async (run: Run, places: Places, entity: string, batch: number): Promise<Changed | 'later'> => {
  const [main, history] = [places.main(entity), places.history(entity)];
  const [row] =
    await run(`select (select count(*) from ${main}) as n, (select count(*) from ${main} where ${batchColumn} = ${batch}) as came,
    (select count(*) from ${history} where ${untilColumn} = ${batch}) as went`);
  const changed = Number(row?.came ?? 0) + Number(row?.went ?? 0);
  if (changed > tellable * Number(row?.n ?? 0)) return changed > plannable ? 'later' : 'whole';
  await run(`create or replace temp table "changed_${entity}" as select * from ${main} where ${batchColumn} = ${batch}
    union all by name select * exclude (${untilColumn}) from ${history} where ${untilColumn} = ${batch}`);
  return `temp."changed_${entity}"`;
};

/** The entities whose watermark a batch moved. */
const movedWatermarks = async (run: Run, places: Places, batch: number): Promise<ReadonlySet<string>> => {
  const latest = (
    where: string,
  ) => `select source, entity, instant, day, date_only from ${places.bookkeeping('watermark_log')} where ${where}
    qualify row_number() over (partition by source, entity order by batch desc) = 1`;
  const rows = await run(`select distinct entity from (
    (select * from (${latest(`batch <= ${batch}`)}) except select * from (${latest(`batch < ${batch}`)})) union all
    (select * from (${latest(`batch < ${batch}`)}) except select * from (${latest(`batch <= ${batch}`)})))`);
  return new Set(rows.map((row) => String(row.entity)));
};

const keptVersions = async (run: Run, { facts }: Places): Promise<ReadonlyMap<string, string>> =>
  facts === null
    ? new Map()
    : new Map((await run(`select dataset, version from ${facts}`)).map((row) => [String(row.dataset), String(row.version)]));

const currentVersions = async (run: Run, places: Places, settings: Settings) =>
  readVersions(run, places, settings, await readWatermarks(run, places.bookkeeping('watermark')));

/** Notes, for the cache of answers, which days each dataset was touched on between its version before the batch and that after it. */
const recordChanges = async (
  run: Run,
  places: Places,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  changed: ReadonlyMap<string, Changed>,
  made: readonly Made[],
): Promise<void> => {
  const madeByName = new Map(made.map((one) => [one.dataset, one]));
  for (const [dataset, version] of after) {
    const from = before.get(dataset);
    if (from === undefined || from === version) continue;
    const rows = changed.get(dataset);
    const whole = madeByName.get(dataset);
    let days: TouchedDays = new Map();
    if (rows === 'whole' || (whole && whole.difference === null)) continue;
    if (rows !== undefined) {
      days = new Map([...(await daysOver(run, dataset, rows)), ...(await referringDays(run, places, dataset, rows))]);
    } else if (whole?.difference) days = await daysOfDifference(run, dataset, whole.difference);
    await recordChange(run, dataset, from, version, days);
  }
};

type Custom = Awaited<ReturnType<typeof readCustomColumns>>;

/** Brings the facts of what changed up to it from the rows that went and came, where these tell. */
const carryFacts = async (
  run: Run,
  places: Places,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  differences: ReadonlyMap<string, Difference | null>,
  custom: Custom,
): Promise<void> => {
  const { dialect, facts: kept } = places;
  if (kept === null) return;
  const brought = new Map<string, DatasetFacts>();
  for (const row of await run(`select dataset, version, facts from ${kept}`)) {
    const name = String(row.dataset);
    const dataset = findDataset(name);
    if (!dataset || row.version !== before.get(name) || row.version === after.get(name)) continue;
    const change = differences.get(name);
    const known = parseFacts(String(row.facts));
    const read = (relation: string) => readFacts(run, dialect, dataset, relation, custom.get(name) ?? new Map());
    // Of another version, but of the same rows: a watermark moved, or what it is made from.
    const facts =
      change === undefined ? known : change && factsAfter(known, { gone: await read(change.gone), came: await read(change.came) });
    if (facts) brought.set(name, facts);
  }
  await keepFacts(run, { dialect, kept, versions: after }, brought);
};

/** The rows that went and those that came, of each entity and derived dataset that changed; null where that is not known. */
const differencesOf = (
  { main }: Places,
  changed: ReadonlyMap<string, Changed>,
  made: readonly Made[],
  batch: number,
): ReadonlyMap<string, Difference | null> =>
  new Map([
    ...[...changed].map(([name, rows]) => {
      const gone = `(select * from ${rows} where ${batchColumn} < ${batch})`;
      const came = `(select * from ${main(name)} where ${batchColumn} = ${batch})`;
      return [name, rows === 'whole' ? null : { gone, came }] as const;
    }),
    ...made.map(({ dataset, difference }) => [dataset, difference] as const),
  ]);

/** Reads the facts of what changed, so that the next question need not. */
const completeFacts = async (
  run: Run,
  { dialect, datasets, main, facts, layout }: Places,
  settings: Settings,
  versions: ReadonlyMap<string, string>,
  custom: Custom,
): Promise<unknown> => bringFacts(run, { dialect, settings, datasets, schema: layout.main, relation: main, versions, kept: facts }, custom);

/**
 * The end of a commit of data, in its transaction: derived datasets are brought up to it, what changed is noted for cached
 * answers, and the facts of the catalogue are read anew. After a commit that changes most of the data, and after an undo, what is
 * derived is marked as stale instead, for `finishCommit`.
 */
export const settleCommit = async (run: Run, settings: Settings, { changed, batch }: Commit): Promise<void> => {
  const places = await duckdbPlaces(run);
  await bumpCounter(run, places, 'revision');
  if (batch === null) await bumpCounter(run, places, 'epoch');
  const before = await keptVersions(run, places);
  const rows = new Map<string, Changed>();
  let isLater = batch === null || !(await isMadeUnder(run, places, settings));
  if (batch !== null && !isLater) {
    for (const entity of changed) {
      const own = await changedRows(run, places, entity, batch);
      if (own === 'later') isLater = true;
      else rows.set(entity, own);
    }
  }
  if (isLater || batch === null) await markStale(run, places);
  else {
    const context = { dialect: places.dialect, settings, relation: places.main, watermarks: places.bookkeeping('watermark') };
    const made = await updateDerived(run, context, batch, rows, await movedWatermarks(run, places, batch));
    const after = await currentVersions(run, places, settings);
    await recordChanges(run, places, before, after, rows, made);
    await pruneChanges(run);
    const custom = await readCustomColumns(run, places.dialect, places.layout.main);
    await carryFacts(run, places, before, after, differencesOf(places, rows, made, batch), custom);
    await forgetMade(run, made);
    await completeFacts(run, places, settings, after, custom);
  }
  for (const relation of rows.values()) if (relation !== 'whole') await run(`drop table ${relation}`);
};

/**
 * After a commit, outside any transaction: makes what `settleCommit` left for later. Each statement is a commit of its own and the
 * mark of completeness the last, so that whoever comes after a kill begins anew.
 */
export const finishCommit = async (run: Run, settings: Settings): Promise<void> => {
  const places = await duckdbPlaces(run);
  if (await isMadeUnder(run, places, settings)) return;
  await refreshDerived(run, places, settings, new Set());
  const custom = await readCustomColumns(run, places.dialect, places.layout.main);
  await completeFacts(run, places, settings, await currentVersions(run, places, settings), custom);
};
