import { createHash } from 'node:crypto';
import { columnsOf } from '../../model/columns.ts';
import { madeBy } from '../../model/glossary.ts';
import { rfmOf } from '../../model/segment.ts';
import type { Settings } from '../../model/settings.ts';
import type { Run } from '../run.ts';
import type { Places } from '../world/places.ts';
import { bumpCounter } from '../world/versions.ts';
import { emptySql } from './finish.ts';
import { derivedBuilders, rebuildDerived } from './rebuild.ts';
import { rezone } from './rezone.ts';

/** Raise it when a derived dataset's rule changes, so that every warehouse makes it anew. */
const rulesVersion = 1;

/** The row of the facts' table that says under which settings and rules the derived datasets were made, and in which time zone. */
const markName = '(derived)';

const digestOf = (settings: Settings): string => {
  const shapes = derivedBuilders.map(({ dataset }) => [dataset.name, columnsOf(dataset)]);
  const parts = [
    rulesVersion,
    shapes,
    settings.timezone,
    settings.currency,
    settings.customer,
    madeBy(settings),
    settings.business_hours,
    settings.holidays,
    rfmOf(settings),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
};

/** Whether the derived datasets of a workspace were last made under these settings and rules. */
export const isMadeUnder = async (run: Run, { facts, dialect }: Places, settings: Settings): Promise<boolean> => {
  if (facts === null) return true;
  const [mark] = await run(`select version from ${facts} where dataset = ${dialect.text(markName)}`);
  return mark?.version === digestOf(settings);
};

/** Says that the derived datasets are not those of the records, so that whoever reads next makes them anew. */
export const markStale = async (run: Run, { facts, dialect }: Places): Promise<void> => {
  if (facts !== null) await run(`update ${facts} set version = '' where dataset = ${dialect.text(markName)}`);
};

/**
 * Empties the derived datasets, inside the caller's transaction, and marks them as stale: for when no copy of a record may outlive it,
 * not even until whoever reads next makes them anew.
 */
export const emptyDerived = async (run: Run, places: Places): Promise<void> => {
  const { dialect, main } = places;
  for (const { dataset } of derivedBuilders) await run(dialect.replaceTable(main(dataset.name), emptySql(dataset, dialect)));
  await markStale(run, places);
};

/**
 * Brings the derived datasets of a workspace up to what changed, inside the caller's transaction if there is one: those that stand
 * on `changed` entities, or all of them when they were last made under other settings or rules, or never. Another time zone moves
 * the records first.
 * @returns the names of those made, in order
 */
export const refreshDerived = async (
  run: Run,
  places: Places,
  settings: Settings,
  changed: ReadonlySet<string>,
): Promise<readonly string[]> => {
  const { dialect, facts } = places;
  const context = { dialect, settings, relation: places.main, watermarks: places.bookkeeping('watermark') };
  if (facts === null) return rebuildDerived(run, context, changed);
  const text = dialect.columnType('text');
  await run(`create table if not exists ${facts} (dataset ${text}, version ${text}, facts ${text})`);
  if (await isMadeUnder(run, places, settings)) return rebuildDerived(run, context, changed);
  const [mark] = await run(`select facts as zone from ${facts} where dataset = ${dialect.text(markName)}`);
  if (mark && mark.zone !== settings.timezone) {
    await rezone(run, places, settings.timezone);
    await bumpCounter(run, places, 'epoch');
  }
  const made = await rebuildDerived(run, context, 'all');
  await run(`delete from ${facts} where dataset = ${dialect.text(markName)}`);
  await run(
    `insert into ${facts} (dataset, version, facts) values (${dialect.text(markName)}, ${dialect.text(digestOf(settings))}, ${dialect.text(settings.timezone)})`,
  );
  return made;
};
