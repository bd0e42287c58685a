import { CuadroError } from '../../model/error.ts';
import { sourceColumn } from '../../model/layout.ts';
import { type Ownership, ownershipOf, receivables } from '../../model/ownership.ts';
import { findDataset } from '../../model/registry.ts';
import type { Catalog } from '../catalog.ts';
import type { Limit, Owner } from '../sight.ts';
import type { World } from './rows.ts';
import { wayTo } from './way-to.ts';

/** The rows of a dataset that may be seen: a SELECT in parentheses, and the datasets beside its own that it reads. */
export interface LimitedRows {
  readonly sql: string;
  readonly reads: readonly string[];
}

/** Whether a row is one of those asked for, and whether it is nobody's, as SQL that is never null. */
interface Belongs {
  readonly mine: string;
  readonly nobodys: string;
  readonly reads: readonly string[];
}

const ownershipUnder = (dataset: string, limit: Extract<Limit, { kind: 'users' }>): Ownership =>
  !limit.receivables && receivables.has(dataset) ? { kind: 'company' } : ownershipOf(dataset);

/** The references of a row by which its owner is found, as far as the data have them. */
function stepsOf(dataset: string, limit: Extract<Limit, { kind: 'users' }>, catalog: Catalog): readonly { field: string; to: string }[] {
  const ownership = ownershipUnder(dataset, limit);
  if (ownership.kind === 'company') return [];
  return ownership.by.flatMap((field) => {
    if (catalog.filled(dataset, field) === 0) return [];
    const to = field === 'id' ? 'user' : findDataset(dataset)?.fields[field]?.entity;
    return to === undefined || (to !== 'user' && stepsOf(to, limit, catalog).length === 0) ? [] : [{ field, to }];
  });
}

/**
 * Whether nothing of a dataset can be shown within a limit: its rows are the company's, no row says whose it is, or none leads to the
 * records of the segment.
 */
export function isBeyond(dataset: string, catalog: Catalog): boolean {
  const limit = catalog.sight?.rows ?? null;
  if (limit === null) return false;
  if (limit.kind === 'members') return wayTo(dataset, limit.of) === null;
  // Of an empty dataset there is nothing to hide, unless it would be the company's.
  return catalog.rows(dataset) === 0 ? ownershipUnder(dataset, limit).kind === 'company' : stepsOf(dataset, limit, catalog).length === 0;
}

/** `<>`-free and short: ids by their connection. */
function isOneOf(users: readonly Owner[], source: string, id: string, { dialect }: World): string {
  const bySource = Map.groupBy(users, (user) => user.source);
  const parts = [...bySource].map(
    ([name, own]) => `${source} = ${dialect.text(name)} and ${id} in (${own.map((user) => dialect.text(user.id)).join(', ')})`,
  );
  return parts.length === 0 ? dialect.boolean(false) : `(${parts.join(' or ')})`;
}

function belongs(dataset: string, limit: Extract<Limit, { kind: 'users' }>, world: World, depth = 0): Belongs {
  const { dialect, catalog } = world;
  const alias = `w${depth}`;
  const column = (name: string) => `${alias}.${dialect.identifier(name)}`;
  const known = (condition: string) => `coalesce(${condition}, ${dialect.boolean(false)})`;
  const ownership = ownershipUnder(dataset, limit);
  const steps = stepsOf(dataset, limit, catalog).map(({ field, to }) => {
    if (to === 'user') {
      return {
        mine: known(isOneOf(limit.users, column(sourceColumn), column(field), world)),
        nobodys: `${column(field)} is null`,
        reads: [],
      };
    }
    const next = belongs(to, limit, world, depth + 1);
    const inner = `w${depth + 1}`;
    const among = (condition: string) =>
      known(
        `(${column(sourceColumn)}, ${column(field)}) in (select ${inner}.${dialect.identifier(sourceColumn)}, ${inner}.${dialect.identifier('id')} from ${catalog.relation(to)} as ${inner} where ${condition})`,
      );
    return { mine: among(next.mine), nobodys: `not ${among(`not (${next.nobodys})`)}`, reads: [to, ...next.reads] };
  });
  const rule = ownership.kind === 'owned' ? ownership.rule : 'first';
  const mine = steps.map((step, index) => {
    const before = rule === 'first' ? steps.slice(0, index).map(({ nobodys }) => nobodys) : [];
    return before.length === 0 ? step.mine : `(${[...before, step.mine].join(' and ')})`;
  });
  return {
    mine: mine.length === 0 ? dialect.boolean(false) : `(${mine.join(' or ')})`,
    nobodys: steps.length === 0 ? dialect.boolean(true) : `(${steps.map(({ nobodys }) => nobodys).join(' and ')})`,
    reads: [...new Set(steps.flatMap(({ reads }) => reads))],
  };
}

/** The reference chain to a segment's record, as nested conditions of membership. */
function leads(dataset: string, path: readonly string[], limit: Extract<Limit, { kind: 'members' }>, world: World, depth = 0): Belongs {
  const { dialect, catalog } = world;
  const alias = `w${depth}`;
  const [head, ...rest] = path;
  const pair = (column: string) => `(${alias}.${dialect.identifier(sourceColumn)}, ${alias}.${dialect.identifier(column)})`;
  const among = (column: string, select: string) => `coalesce(${pair(column)} in (${select}), ${dialect.boolean(false)})`;
  const fields = findDataset(dataset)?.fields ?? {};
  const name = head === undefined ? 'id' : fields[`${head}_id`] ? `${head}_id` : head;
  const to = fields[name]?.entity ?? dataset;
  if (head === undefined || (rest.length === 0 && to === limit.of)) {
    return { mine: among(name, `select m.source, m.id from (${limit.sql}) as m`), nobodys: '', reads: limit.reads };
  }
  const next = leads(to, rest, limit, world, depth + 1);
  const inner = `w${depth + 1}`;
  const select = `select ${inner}.${dialect.identifier(sourceColumn)}, ${inner}.${dialect.identifier('id')} from ${catalog.relation(to)} as ${inner} where ${next.mine}`;
  return { mine: among(name, select), nobodys: '', reads: [to, ...next.reads] };
}

/**
 * What of a dataset's rows may be seen in a world. Records that its rows refer to are read in full: who sees an order sees whose it is.
 * @returns null where all may be
 * @throws CuadroError `no_rights` where nothing of it may
 */
export function limitedRows(dataset: string, world: World): LimitedRows | null {
  const limit = world.catalog.sight?.rows ?? null;
  if (limit === null) return null;
  if (isBeyond(dataset, world.catalog)) throw new CuadroError({ code: 'no_rights', where: dataset });
  const way = limit.kind === 'members' ? (wayTo(dataset, limit.of) ?? '') : '';
  const { mine, reads } =
    limit.kind === 'users'
      ? belongs(dataset, limit, world)
      : leads(dataset, way === dataset && dataset === limit.of ? [] : way.split('.'), limit, world);
  return { sql: `(select w0.* from ${world.catalog.relation(dataset)} as w0 where ${mine})`, reads: [...new Set(reads)] };
}
