import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { Session } from '../src/warehouse/duckdb/database.ts';

/** How a day's export looks for one entity of the sample. Conditions and values are SQL over the texts of its file. */
interface Daily {
  /** Its share of the batch's rows. */
  readonly share: number;
  /** When a record begins. */
  readonly begins: string;
  /** Which records may still change: those of business as long as it is open, notes and opened mails for a month; null: none. */
  readonly open: string | null;
  /** What becomes of one; `now` is a moment of the last days. */
  readonly changes: Readonly<Record<string, string>>;
  /** What somebody corrects in a record of any age. */
  readonly corrects: Readonly<Record<string, string>>;
  /** What a new record does not have yet. */
  readonly fresh: Readonly<Record<string, string>>;
}

const daily: Readonly<Record<string, Daily>> = {
  activity: {
    share: 0.4,
    begins: 'occurred_at',
    open: "outcome is null and occurred_at >= '2026-07-01'",
    changes: { outcome: "'anotado'" },
    corrects: { outcome: "'corregido'" },
    fresh: {},
  },
  campaign_message: {
    share: 0.2,
    begins: 'sent_at',
    open: "delivered_at is not null and opened_at is null and sent_at >= '2026-07-01'",
    changes: { opened_at: 'now' },
    corrects: { is_machine_open: "'false'", opened_at: 'coalesce(opened_at, delivered_at)' },
    fresh: {},
  },
  web_session: {
    share: 0.15,
    begins: 'started_at',
    open: null,
    changes: {},
    corrects: { engaged_s: 'cast(coalesce(cast(engaged_s as integer), 0) + 1 as varchar)' },
    fresh: {},
  },
  ticket: {
    share: 0.08,
    begins: 'created_at',
    open: 'resolved_at is null',
    changes: { status: "'resolved'", resolved_at: 'now', updated_at: 'now' },
    corrects: { priority: "'media'", updated_at: 'now' },
    fresh: { status: "'new'", resolved_at: 'null', closed_at: 'null' },
  },
  lead: {
    share: 0.06,
    begins: 'created_at',
    open: "status in ('new', 'working')",
    changes: { status: "'lost'", lost_at: 'now', lost_reason: "'No contesta'", updated_at: 'now' },
    corrects: { source: "'Web'", updated_at: 'now' },
    fresh: {
      ...{ status: "'new'", qualified_at: 'null', handed_over_at: 'null', accepted_at: 'null', converted_at: 'null', lost_at: 'null' },
      ...{ lost_reason: 'null', converted_account_id: 'null', converted_contact_id: 'null', converted_opportunity_id: 'null' },
    },
  },
  order: {
    share: 0.05,
    begins: 'ordered_at',
    open: "status = 'open'",
    changes: { status: "'completed'", updated_at: 'now' },
    corrects: { amount: 'cast(cast(amount as decimal(18, 2)) + 1 as varchar)', updated_at: 'now' },
    fresh: { status: "'open'", opportunity_id: 'null', quote_id: 'null' },
  },
  opportunity: {
    share: 0.04,
    begins: 'created_at',
    open: "status = 'open'",
    changes: { stage: "'Perdida'", status: "'lost'", lost_reason: "'Precio'", closed_at: 'now', updated_at: 'now' },
    corrects: { amount: 'cast(cast(amount as decimal(18, 2)) + 1 as varchar)', updated_at: 'now' },
    fresh: { stage: "'Contacto'", status: "'open'", closed_at: 'null', lost_reason: 'null', lead_id: 'null', parent_id: 'null' },
  },
  invoice: {
    share: 0.02,
    begins: 'created_at',
    open: "status = 'open'",
    changes: { status: "'paid'", balance: "'0'", paid_at: 'now', updated_at: 'now' },
    corrects: { amount: 'cast(cast(amount as decimal(18, 2)) + 1 as varchar)', updated_at: 'now' },
    fresh: { status: "'open'", balance: 'amount', paid_at: 'null' },
  },
};

/** The last days of the benchmark's company: what happens in a batch happens on them. */
const lastDays = ['2026-07-29', '2026-07-30', '2026-07-31'];
/** Records since then are recent: two months. */
const recentFrom = '2026-06-01';
const changedShare = 0.2;
/** Of the changed records of a next day, those that began before. */
const olderShare = 0.1;

/**
 * `next_day`: what a running company exports the next day. `correction`: the same, but that the records which change are as likely of one
 * month of three years as of another.
 */
export type BatchKind = 'next_day' | 'correction';

const isTimeName = (name: string): boolean => /_(at|on)$/.test(name);
const quoted = (name: string): string => `"${name}"`;

/** SELECTs of the file's columns, all texts. */
function selects(entity: Daily, columns: readonly string[], file: string, rows: number, turn: string, kind: BatchKind): readonly string[] {
  const day = `(['${lastDays.join("', '")}'])[1 + cast(hash(id) % ${lastDays.length} as integer)]`;
  const now = `${day} || coalesce(substr(${entity.begins}, 11), 'T10:00:00Z')`;
  const source = `read_csv('${file}', all_varchar = true, header = true)`;
  const select = (values: Readonly<Record<string, string>>): string => {
    const list = columns.map((name) => `${(values[name] ?? quoted(name)).replace(/\bnow\b/g, now)} as ${quoted(name)}`);
    return `select ${list.join(', ')} from ${source}`;
  };
  const take = (values: Readonly<Record<string, string>>, where: string, count: number): string =>
    // In an order that has nothing to do with that of the file, and is the same every time.
    `(${select(values)} where ${where} order by hash(id || '${turn}') limit ${Math.max(0, Math.round(count))})`;
  const moved = Object.fromEntries(columns.filter(isTimeName).map((name) => [name, `${day} || substr(${quoted(name)}, 11)`]));
  const changed = entity.open === null && kind === 'next_day' ? 0 : rows * changedShare;
  const isRecent = `${entity.begins} >= '${recentFrom}'`;
  const fresh = take({ ...moved, ...entity.fresh, id: `id || '-next-${turn}'` }, isRecent, rows - changed);
  if (kind === 'correction') return [fresh, take(entity.corrects, 'true', changed)];
  const open = entity.open ?? 'false';
  return [
    fresh,
    take(entity.changes, `${open} and ${isRecent}`, changed * (1 - olderShare)),
    take(entity.changes, `${open} and not (${isRecent})`, changed * olderShare),
  ];
}

/**
 * Writes the next export of a company that `writeSampleCompany` wrote: up to so many rows, four in five of them new records of its last
 * three days, the others changed ones.
 * @param turn tells apart the new records of one export and the next
 * @returns the files
 */
export async function writeNextBatch(
  sample: string,
  folder: string,
  { rows, turn, kind }: { readonly rows: number; readonly turn: string; readonly kind: BatchKind },
): Promise<readonly string[]> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '500MB' });
  const session = new Session(await instance.connect());
  try {
    const files: string[] = [];
    for (const [name, entity] of Object.entries(daily)) {
      const from = join(sample, `${name}.csv`);
      const head = await session.run(`describe select * from read_csv('${from}', all_varchar = true, header = true)`);
      const columns = head.map((row) => String(row.column_name));
      const file = join(folder, `${name}.csv`);
      const all = selects(entity, columns, from, rows * entity.share, turn, kind);
      await session.run(`copy (${all.join(' union all ')}) to '${file}' (header, delimiter ',')`);
      files.push(file);
    }
    return files;
  } finally {
    session.close();
    instance.closeSync();
  }
}
