import type { Catalog } from '../../metrics/catalog.ts';
import { findSegment } from '../../metrics/segments.ts';
import type { Limit, Masking, Sight } from '../../metrics/sight.ts';
import { memberKeys } from '../../metrics/sql/members.ts';
import type { Dialect } from '../../model/dialect.ts';
import { findDataset } from '../../model/registry.ts';
import type { Run } from '../../warehouse/run.ts';
import type { Config } from '../config/schema.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Actor } from './actor.ts';
import { type Colleague, usersWithin } from './colleagues.ts';
import { pseudonymKey, pseudonymOf } from './pseudonym.ts';

/** The world as it is now: who works with whom, and who is in a segment, is judged by it whatever day is asked about. */
interface Present {
  readonly dialect: Dialect;
  readonly catalog: Catalog;
  readonly run: Run;
}

const textOf = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

async function colleagues({ catalog, run }: Present): Promise<readonly Colleague[]> {
  const rows = await run(`select _source, id, team, office, department, manager_id from ${catalog.relation('user')}`);
  return rows.map((row) => ({
    source: String(row._source),
    id: String(row.id),
    team: textOf(row.team),
    office: textOf(row.office),
    department: textOf(row.department),
    manager: textOf(row.manager_id),
  }));
}

async function limitOf({ rows }: Actor, rights: Config['rights'], now: () => Promise<Present>): Promise<Limit | null> {
  switch (rows.kind) {
    case 'all':
      return null;
    case 'segment': {
      const present = await now();
      const segment = findSegment(rows.name, present.catalog);
      const world = { dialect: present.dialect, catalog: present.catalog, attributes: 'now' } as const;
      return { kind: 'members', of: segment.of, ...memberKeys(segment.of, rows.name, world) };
    }
    default: {
      const users = usersWithin(rows, rows.kind === 'own' ? [] : await colleagues(await now()));
      return { kind: 'users', users, receivables: rights.receivables_to_owner };
    }
  }
}

/** Whether a column of a source's own was declared to hold nothing personal and no amounts. */
const isSafeColumn =
  (rights: Config['rights']) =>
  (dataset: string, column: string): boolean =>
    rights.safe_columns.includes(`${dataset}.${column}`);

/** What fields of any kind were and became: personal or not, it cannot be told. */
const mixed: ReadonlySet<string> = new Set([
  'field_change.old_value',
  'field_change.new_value',
  'field_change.changed_by',
  'field_span.value',
]);

/** Whether a column is personal to whoever sees no personal data. */
export function isPersonal(dataset: string, column: string, rights: Config['rights']): boolean {
  if (column.startsWith('custom.')) return !isSafeColumn(rights)(dataset, column);
  if (dataset === 'user' && column === 'name' && rights.colleagues === 'shown') return false;
  return mixed.has(`${dataset}.${column}`) || findDataset(dataset)?.fields[column]?.personal === true;
}

async function maskingOf({ personal }: Actor, { folder, settings, config }: Workspace): Promise<Masking | null> {
  if (personal === 'shown') return null;
  const key = await pseudonymKey(folder);
  return {
    isHidden: (dataset, column) => isPersonal(dataset, column, config.rights),
    pseudonym: (column, value) => pseudonymOf(key, column, value, settings.locale),
  };
}

/** Of whoever has the files, as of what Cuadro does by itself, nothing is kept back. */
const isTrusted = ({ kind }: Actor): boolean => kind === 'local' || kind === 'system';

/**
 * What of the data an actor may see; null: all of it.
 * @throws CuadroError `unknown_segment` where their rows are those of a segment that is no more
 */
export async function sightOf(actor: Actor, workspace: Workspace, now: () => Promise<Present>): Promise<Sight | null> {
  const { rights } = workspace.config;
  const { below, of } = rights.small_groups;
  const grouped = !isTrusted(actor) && of !== 'none';
  if (actor.rows.kind === 'all' && actor.personal === 'shown' && actor.amounts === 'shown' && !grouped) return null;
  return {
    opensTotals: rights.totals === 'all',
    rows: await limitOf(actor, rights, now),
    personal: await maskingOf(actor, workspace),
    amounts: actor.amounts,
    isSafe: isSafeColumn(rights),
    smallest: ({ kpi, isOfPeople = false }) =>
      grouped && (of === 'all' || (of === 'people' ? isOfPeople : of.includes(kpi))) ? below : null,
  };
}
