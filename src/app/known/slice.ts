import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Config } from '../config/schema.ts';
import type { Actor } from '../rights/actor.ts';

const conditionSchema = z.strictObject({ dimension: z.string(), op: z.enum(['=', '!=', '>=', '<=']), value: z.string().nullable() });

/** What of a KPI a value is of. */
export const sliceSchema = z.strictObject({
  group: z.record(z.string(), z.string().nullable()),
  where: z.array(conditionSchema),
  /** What whoever saw it may see of the data; null: all. Their figures are of those rows, and for their eyes only. */
  seen: z.string().nullable(),
});

export type Slice = z.infer<typeof sliceSchema>;

const inOrder = (group: Slice['group']): Slice['group'] =>
  Object.fromEntries(Object.entries(group).toSorted(([left], [right]) => (left < right ? -1 : 1)));

/** A slice as text, the same for the same slice, and its digest. */
export function textOfSlice({ group, where, seen }: Slice): { readonly text: string; readonly digest: string } {
  const conditions = where
    .map(({ dimension, op, value }) => ({ dimension, op, value }))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const text = JSON.stringify({ group: inOrder(group), where: conditions, seen } satisfies Slice);
  return { text, digest: createHash('sha256').update(text).digest('hex').slice(0, 16) };
}

/** What an actor may see, as `Slice.seen` says it. */
export function seenBy({ kind, rows, personal, amounts }: Actor, { rights }: Pick<Config, 'rights'>): string | null {
  const trusted = kind === 'local' || kind === 'system';
  const all = rows.kind === 'all' && personal === 'shown' && amounts === 'shown' && rights.small_groups.of === 'none';
  return trusted || all ? null : JSON.stringify([rows, personal, amounts]);
}

/**
 * Whether an actor may see a value of that slice with so many rows behind it: one of their own kind, or the company's total.
 * @param isOfPeople whether the KPI is about the company's own people
 */
export function maySee(
  slice: Slice,
  { kpi, n }: { kpi: string; n: number },
  actor: Actor,
  config: Pick<Config, 'rights'>,
  isOfPeople: boolean,
): boolean {
  if (slice.seen === seenBy(actor, config)) return true;
  const { below, of } = config.rights.small_groups;
  const isBounded = of === 'all' || (of === 'people' ? isOfPeople : of !== 'none' && of.includes(kpi));
  const isTotal = slice.seen === null && slice.where.length === 0 && Object.keys(slice.group).length === 0;
  return isTotal && actor.rows.kind === 'all' && actor.amounts === 'shown' && (!isBounded || n >= below);
}
