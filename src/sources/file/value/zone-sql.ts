import { sqlText } from '../sql.ts';

/**
 * Time zones without ICU: its conversion costs DuckDB about ten times what these comparisons do.
 * The zone's offset changes between `first` and `last` become a binary tree of comparisons; times outside it, which are rare,
 * go through ICU.
 */
const first = Temporal.Instant.from('1990-01-01T00:00:00Z');
const last = Temporal.Instant.from('2050-01-01T00:00:00Z');

interface Change {
  /** Microseconds to add to UTC before and after the change. */
  readonly before: number;
  readonly after: number;
  readonly at: Temporal.Instant;
}

const offset = (moment: Temporal.ZonedDateTime): number => moment.offsetNanoseconds / 1000;

function changesOf(zone: string): { start: number; changes: Change[] } {
  let moment = first.toZonedDateTimeISO(zone);
  const start = offset(moment);
  const changes: Change[] = [];
  for (;;) {
    const next = moment.getTimeZoneTransition('next');
    if (next === null || Temporal.Instant.compare(next.toInstant(), last) >= 0) return { start, changes };
    // A change of name alone (or one that Temporal reports twice) moves no clock.
    if (offset(next) !== offset(moment)) changes.push({ before: offset(moment), after: offset(next), at: next.toInstant() });
    moment = next;
  }
}

const timestamp = (microseconds: bigint): string => {
  const text = Temporal.Instant.fromEpochNanoseconds(microseconds * 1000n).toString({ smallestUnit: 'second' });
  return `TIMESTAMP ${sqlText(text.replace('T', ' ').replace('Z', ''))}`;
};

/** A CASE tree: the offset (microseconds) that holds at `time`; `edge` is the moment of a change on the same clock as `time`. */
function offsetTree(time: string, zone: string, edge: (change: Change) => bigint): string {
  const { start, changes } = changesOf(zone);
  const tree = (from: number, to: number): string => {
    if (from === to) return String(from === 0 ? start : changes[from - 1]?.after);
    const middle = (from + to + 1) >> 1;
    const change = changes[middle - 1];
    if (change === undefined) throw new RangeError('a change of offset without a place');
    return `CASE WHEN ${time} < ${timestamp(edge(change))} THEN ${tree(from, middle - 1)} ELSE ${tree(middle, to)} END`;
  };
  return tree(0, changes.length);
}

const epochMicroseconds = (instant: Temporal.Instant): bigint => instant.epochNanoseconds / 1000n;
const inside = (time: string): string => `${time} >= TIMESTAMP '1990-01-02' AND ${time} < TIMESTAMP '2049-12-31'`;

/**
 * SQL: a local TIMESTAMP of `zone` as the TIMESTAMP of UTC. Times that do not exist or exist twice are read as Temporal's
 * `compatible` does: with the offset from before the change.
 */
export function utcSql(local: string, zone: string): string {
  if (zone === 'UTC') return local;
  // Before the change's later reading on the local clock, the old offset holds: that is `compatible` in gaps and overlaps alike.
  const tree = offsetTree(local, zone, ({ at, before, after }) => epochMicroseconds(at) + BigInt(Math.max(before, after)));
  return `CASE WHEN ${inside(local)} THEN make_timestamp(epoch_us(${local}) - (${tree})) ELSE (${local} AT TIME ZONE ${sqlText(zone)}) AT TIME ZONE 'UTC' END`;
}

/** SQL: a TIMESTAMP of UTC as the DATE on the calendar of `zone`. */
export function localDaySql(utc: string, zone: string): string {
  if (zone === 'UTC') return `${utc}::DATE`;
  const tree = offsetTree(utc, zone, ({ at }) => epochMicroseconds(at));
  return `CASE WHEN ${inside(utc)} THEN make_timestamp(epoch_us(${utc}) + (${tree}))::DATE ELSE ((${utc} AT TIME ZONE 'UTC') AT TIME ZONE ${sqlText(zone)})::DATE END`;
}
