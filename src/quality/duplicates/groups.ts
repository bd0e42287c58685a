import { candidates } from './candidates.ts';
import { type Evidence, evidence, likely, type Reason } from './evidence.ts';
import { type Comparable, comparable, type DuplicateEntity, type GivenRecord } from './record.ts';

export interface DuplicateMember {
  readonly id: string;
  readonly createdAt: string | null;
  /** 1 is the first entered; those without a date come last. */
  readonly ordinal: number;
  /** The best link of this record to another of its group. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Records that are likely one. */
export interface DuplicateGroup {
  /** The members in the order in which they were entered. */
  readonly members: readonly DuplicateMember[];
  /** The record to keep: the one with most fields filled; of several, the first entered. */
  readonly survivorId: string;
  /** The weakest of its members' best links. */
  readonly score: number;
  /** All that any two of them share. */
  readonly reasons: readonly Reason[];
}

interface Link extends Evidence {
  readonly a: number;
  readonly b: number;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byEntry = (a: Comparable, b: Comparable): number => byText(a.createdAt ?? '9', b.createdAt ?? '9') || byText(a.id, b.id);

function likelyLinks(entity: DuplicateEntity, records: readonly Comparable[]): readonly Link[] {
  const bearers = new Map<string, number>();
  for (const { name } of records) if (name !== null) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  const found = new Map<number, Link>();
  for (const [a, b] of candidates(entity, records)) {
    const key = a * records.length + b;
    const [left, right] = [records[a], records[b]];
    if (found.has(key) || !left || !right) continue;
    const count = (name: string | null): number => (name === null ? 0 : (bearers.get(name) ?? 0));
    const isRare = left.name === right.name ? count(left.name) <= 2 : count(left.name) + count(right.name) <= 2;
    const result = evidence(entity, left, right, isRare);
    if (result.score >= likely) found.set(key, { a, b, ...result });
  }
  return [...found.values()].toSorted((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
}

/** Sets of records joined by links, surest first; a link that would put two tax numbers into one set is left out. */
class Sets {
  private readonly parents: number[];
  private readonly taxes: (string | null)[];

  constructor(records: readonly Comparable[]) {
    this.parents = records.map((_, i) => i);
    this.taxes = records.map(({ taxId }) => taxId);
  }

  find(i: number): number {
    let root = i;
    while (this.parents[root] !== root) root = this.parents[root] ?? root;
    for (let at = i; at !== root; ) {
      const next = this.parents[at] ?? root;
      this.parents[at] = root;
      at = next;
    }
    return root;
  }

  join(a: number, b: number): boolean {
    const [x, y] = [this.find(a), this.find(b)];
    const [left, right] = [this.taxes[x] ?? null, this.taxes[y] ?? null];
    if (x !== y && left !== null && right !== null && left !== right) return false;
    this.parents[y] = x;
    this.taxes[x] = left ?? right;
    return true;
  }
}

const unique = (reasons: readonly Reason[]): readonly Reason[] => [...new Set(reasons)].toSorted(byText);

function groupOf(records: readonly Comparable[], members: readonly number[], links: readonly Link[]): DuplicateGroup {
  const present = members.flatMap((i) => (records[i] ? [{ i, record: records[i] }] : [])).toSorted((a, b) => byEntry(a.record, b.record));
  const told = present.map(({ i, record }, place): DuplicateMember => {
    const own = links.filter(({ a, b }) => a === i || b === i);
    const score = Math.max(0, ...own.map((link) => link.score));
    const reasons = unique(own.flatMap((link) => link.reasons));
    return { id: record.id, createdAt: record.createdAt, ordinal: place + 1, score, reasons };
  });
  const [kept] = present.toSorted((a, b) => b.record.filled - a.record.filled || byEntry(a.record, b.record));
  return {
    members: told,
    survivorId: kept?.record.id ?? '',
    score: Math.min(...told.map(({ score }) => score)),
    reasons: unique(links.flatMap(({ reasons }) => reasons)),
  };
}

/**
 * The groups of an entity's records that are likely one, by tax number, domain, e-mail, phone and names that resemble. Candidates
 * are found by shared keys, so that the work grows with the records and not with their pairs.
 * @param given live records of one source, ids unique
 * @returns groups of two or more, in order of their first member
 */
export function duplicateGroups(entity: DuplicateEntity, given: readonly GivenRecord[]): readonly DuplicateGroup[] {
  const records = given.map((record) => comparable(entity, record));
  const sets = new Sets(records);
  const links = likelyLinks(entity, records).filter(({ a, b }) => sets.join(a, b));
  const bySet = new Map<number, { members: Set<number>; links: Link[] }>();
  for (const link of links) {
    const root = sets.find(link.a);
    const set = bySet.get(root) ?? { members: new Set(), links: [] };
    bySet.set(root, set);
    set.members.add(link.a).add(link.b);
    set.links.push(link);
  }
  return [...bySet.values()]
    .map((set) => groupOf(records, [...set.members], set.links))
    .toSorted((a, b) => byText(a.members[0]?.createdAt ?? '9', b.members[0]?.createdAt ?? '9') || byText(a.survivorId, b.survivorId));
}
