import { writerFor } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import { lineOfOther, type NoticeTold, type NoticeWords, tellNotices } from '../../i18n/notices.ts';
import type { StoreDatabase } from '../../store/open.ts';
import { type Catalogue, catalogueOf } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import type { OperationContext } from '../operation.ts';
import { type About, aboutSchema, mayKnowOf } from '../subject/about.ts';
import { factsSchema, type NoticeKind, noticeKinds } from './notice.ts';

/** A notice in somebody's inbox, before it is known whether they may still know of it. */
interface Kept {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly about: About;
  readonly facts: unknown;
  readonly cause: string | null;
  readonly place: number;
  readonly at: string;
  readonly readAt: string | null;
}

/** A notice as its reader sees it. */
export interface ShownNotice extends NoticeWords {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly at: string;
  readonly read: boolean;
  readonly kpi: string | null;
  readonly scope: string | null;
  readonly path: string | null;
  /** What else it tells of, of the same cause: `line` is which of `lines` tells of it. */
  readonly others: readonly {
    readonly kpi: string | null;
    readonly scope: string | null;
    readonly path: string | null;
    readonly line: number | null;
  }[];
}

/** What is looked through for a page and the count: nobody reads further back. */
const mostLookedAt = 1_000;

/** These, and what was told with them of the same cause: for a reader they are one. */
export const withTheirCause = (db: StoreDatabase, ids: readonly string[]) =>
  db
    .selectFrom('notice')
    .select('id')
    .where(({ eb, or, selectFrom }) =>
      or([
        eb('id', 'in', ids),
        eb('cause', 'in', selectFrom('notice').select('cause').where('id', 'in', ids).where('cause', 'is not', null)),
      ]),
    );

async function keptFor(
  db: StoreDatabase,
  reader: string,
  { ids, unread }: { ids: readonly string[] | null; unread: boolean },
): Promise<readonly Kept[]> {
  let query = db
    .selectFrom('notice_reader')
    .innerJoin('notice', 'notice.id', 'notice_reader.notice_id')
    .select([
      'notice.id',
      'notice.kind',
      'notice.about',
      'notice.facts',
      'notice.cause',
      'notice.place',
      'notice.made_at',
      'notice_reader.read_at',
    ])
    .where('notice_reader.reader', '=', reader);
  if (ids !== null) query = query.where('notice.id', 'in', withTheirCause(db, ids));
  if (unread) query = query.where('notice_reader.read_at', 'is', null);
  const rows = await query.orderBy('notice.made_at', 'desc').orderBy('notice.id').limit(mostLookedAt).execute();
  return rows.flatMap(({ id, kind, about, facts, cause, place, made_at, read_at }): Kept[] => {
    const known = noticeKinds.find((one) => one === kind);
    // Of a later version: nothing is known of what it would tell.
    if (known === undefined) return [];
    return [
      {
        id,
        kind: known,
        about: aboutSchema.parse(JSON.parse(about)),
        facts: JSON.parse(facts),
        cause,
        place: place ?? 0,
        at: made_at,
        readAt: read_at,
      },
    ];
  });
}

const nothing: Omit<NoticeTold, 'kind' | 'kpi' | 'scope'> = {
  by: null,
  title: null,
  text: null,
  rule: null,
  says: null,
  why: null,
  value: null,
  limit: null,
  unit: null,
  day: null,
  due: null,
};

const factsOf = ({ kind, facts }: Kept) => factsSchema.parse({ kind, facts });

/** What of a notice its reader's rights leave: names of colleagues and what people wrote about a customer may be hidden from them. */
function toldTo(kept: Kept, { actor, workspace }: OperationContext, catalogue: Catalogue, language: Language): NoticeTold {
  const { kpi, scope, customer } = kept.about;
  const hidesPeople = actor.personal === 'masked' && workspace.config.rights.colleagues !== 'shown';
  const hidesText = actor.personal === 'masked' && customer !== null;
  const { kind, facts } = factsOf(kept);
  const base = { ...nothing, kind, kpi: kpi === null ? null : (catalogue.kpis.get(kpi)?.texts[language].name ?? kpi), scope };
  const by = 'by' in facts && !hidesPeople ? facts.by : null;
  const text = 'text' in facts && !hidesText ? facts.text : null;
  const title = 'title' in facts && !hidesText ? facts.title : null;
  const due = 'due' in facts ? facts.due : null;
  if (!('alert' in facts)) return { ...base, by, text, title, due };
  const { rule, says, why, value, limit, unit, day } = facts;
  return { ...base, rule, says, why, value, limit, unit, day };
}

/**
 * The inbox of a reader as whoever asks may see it: of what they may not see the figure of there is no title and no count.
 * @param ids only these; null: all
 * @returns latest first
 */
export async function inboxOf(
  context: OperationContext,
  reader: string,
  asked: { readonly ids: readonly string[] | null; readonly unread: boolean; readonly language: Language },
): Promise<readonly ShownNotice[]> {
  if (asked.ids?.length === 0) return [];
  const { db } = await context.store();
  const kept = await keptFor(db, reader, asked);
  if (kept.length === 0) return [];
  const { settings } = context.workspace;
  const catalogue = await catalogueOf(context.workspace);
  const opened = await openEngine(context, {});
  const may = await mayKnowOf(
    kept.map(({ about }) => about),
    { opened, catalogue },
  );
  const writer = writerFor(asked.language, settings);
  const linkOf = (one: Kept) => ({ kpi: one.about.kpi, scope: one.about.scope, path: factsOf(one).facts.path });
  const known = kept.filter((_, index) => may[index]);
  return [...Map.groupBy(known, ({ id, cause }) => cause ?? id).values()].flatMap((together): ShownNotice[] => {
    const [lead, ...others] = together.toSorted((one, other) => one.place - other.place);
    if (!lead) return [];
    const [told, ...more] = [lead, ...others].map((one) => toldTo(one, context, catalogue, asked.language));
    if (!told) return [];
    const words = tellNotices(told, more, asked.language, writer);
    const { id, kind, at } = lead;
    const read = together.every(({ readAt }) => readAt !== null);
    return [
      {
        id,
        kind,
        at,
        read,
        ...linkOf(lead),
        ...words,
        others: others.map((one, index) => ({ ...linkOf(one), line: lineOfOther(words.lines, others.length, index) })),
      },
    ];
  });
}
