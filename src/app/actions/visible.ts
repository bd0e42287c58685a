import type { Engine } from '../../metrics/engine.ts';
import { isBeyond } from '../../metrics/plan/limit.ts';
import { Rows } from '../../metrics/plan/rows.ts';
import { conjunction, lines } from '../../metrics/sql/filter.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { ActionTable } from '../../store/tables/action.ts';
import type { Catalogue } from '../catalogue.ts';
import { findMember } from '../people/member.ts';
import type { Actor } from '../rights/actor.ts';
import type { CrmUser } from '../rights/rows.ts';
import { type About, mayKnowOf } from '../subject/about.ts';

/** Who looks, and who they are in the CRM. */
export interface Viewer {
  readonly actor: Actor;
  readonly user: CrmUser | null;
}

export async function viewerOf(db: StoreDatabase, actor: Actor): Promise<Viewer> {
  return { actor, user: actor.id === null ? null : ((await findMember(db, actor.id))?.grant.crmUser ?? null) };
}

export const aboutOf = ({ kpi, scope, customer_source: source, customer_id: id }: ActionTable): About => ({
  kpi,
  scope,
  customer: source === null || id === null ? null : { source, id },
});

const isUser = (user: CrmUser | null, source: string | null, id: string | null): boolean =>
  user !== null && user.source === source && user.id === id;

/** Whether it is theirs to do. */
export const isOwner = (row: ActionTable, { actor, user }: Viewer): boolean =>
  (row.owner_id !== null && row.owner_id === actor.id) || isUser(user, row.owner_source, row.owner_user);

const isAuthor = (row: ActionTable, { actor }: Viewer): boolean =>
  row.author_id === null ? actor.kind === 'local' && row.author_name === null : row.author_id === actor.id;

/** What is private is seen by who does it, whom it is about, who wrote it and administrators; all of the sample by whoever looks at it without an account. */
function maySeePrivate(row: ActionTable, viewer: Viewer): boolean {
  const { kind, role } = viewer.actor;
  if (row.private === 0 || kind === 'local' || kind === 'system' || kind === 'guest') return true;
  return (
    role === 'owner' ||
    role === 'administrator' ||
    isOwner(row, viewer) ||
    isAuthor(row, viewer) ||
    isUser(viewer.user, row.person_source, row.person_user)
  );
}

/** Who wrote it or does it may change it, and whoever may write the catalogue. */
export const mayChangeAction = (row: ActionTable, viewer: Viewer): boolean =>
  viewer.actor.permissions.has('self') &&
  (isAuthor(row, viewer) || isOwner(row, viewer) || viewer.actor.permissions.has('catalogue.write'));

/** Of records of an entity, those whose rows one sees. */
async function recordsSeen(entity: string, asked: readonly CrmUser[], engine: Engine): Promise<ReadonlySet<string>> {
  const { catalog, dialect, run } = engine;
  if (asked.length === 0 || isBeyond(entity, catalog)) return new Set();
  const rows = new Rows(entity, { dialect, catalog, attributes: 'now' });
  const [source, id] = [rows.source, rows.value('id').sql];
  const among = asked.map((one) => `(${source} = ${dialect.text(one.source)} and ${id} = ${dialect.text(one.id)})`).join(' or ');
  const found = await run(lines(`select ${source} as source, ${id} as id`, rows.from(), conjunction(`(${among})`)));
  return new Set(found.map((row) => JSON.stringify([String(row.source), String(row.id)])));
}

const recordEntities = ['lead', 'opportunity'] as const;
export const recordOf = ({ record_entity, record_source: source, record_id: id }: ActionTable) => {
  const entity = recordEntities.find((one) => one === record_entity);
  return entity === undefined || source === null || id === null ? null : { entity, source, id };
};

/** Those that whoever looks may know of: figure, customer and record must be theirs to see. */
export async function visibleActions(
  rows: readonly ActionTable[],
  viewer: Viewer,
  { opened, catalogue }: { readonly opened: Engine; readonly catalogue: Catalogue },
): Promise<readonly ActionTable[]> {
  const open = rows.filter((row) => maySeePrivate(row, viewer));
  const known = await mayKnowOf(open.map(aboutOf), { opened, catalogue });
  const { permissions } = viewer.actor;
  const mine = open.filter((row, index) => {
    const isOfRecord = row.customer_id !== null || row.record_id !== null || row.person_user !== null;
    return known[index] && (!isOfRecord || permissions.has('records.read'));
  });
  if (!opened.catalog.sight) return mine;
  const records = mine.flatMap((row) => recordOf(row) ?? []);
  const seen = new Map<string, ReadonlySet<string>>();
  for (const entity of recordEntities)
    seen.set(
      entity,
      await recordsSeen(
        entity,
        records.filter((one) => one.entity === entity),
        opened,
      ),
    );
  return mine.filter((row) => {
    const record = recordOf(row);
    return record === null || seen.get(record.entity)?.has(JSON.stringify([record.source, record.id]));
  });
}
