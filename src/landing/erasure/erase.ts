import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sourceColumn } from '../../model/layout.ts';
import { entities } from '../../model/registry.ts';
import { emptyDerived } from '../../warehouse/derived/refresh.ts';
import { duckdbDialect } from '../../warehouse/duckdb/dialect.ts';
import type { Run } from '../../warehouse/run.ts';
import { duckdbPlaces } from '../../warehouse/world/places.ts';
import { type BatchRecord, readBatches } from '../batch/log.ts';
import { batchId } from '../batch/result.ts';
import { type Reapplied, reapplyAll } from '../batches.ts';
import type { LandingContext } from '../context.ts';
import { parseMapping } from '../mapping/parse.ts';
import { type LandedFile, landedInput, landFile } from '../store.ts';
import { erasureKey, idTrait, Pseudonyms } from './pseudonyms.ts';
import { redactFile } from './redact-file.ts';
import { type PersonEntity, personEntities } from './row-plan.ts';
import { scrubWarehouse } from './scrub.ts';

const { identifier, text } = duckdbDialect;

/** A record of a person. */
export interface PersonRecord {
  readonly entity: PersonEntity;
  readonly source: string;
  readonly id: string;
}

export interface Sought {
  readonly entity: PersonEntity | null;
  /** Null: of any source. */
  readonly source: string | null;
  readonly id: string | null;
  /** Finds the records of all sources and entities that have it, now or before. */
  readonly email: string | null;
}

/** The records that are meant, and those of the same address in other sources. */
export async function findPerson(run: Run, { entity, source, id, email }: Sought): Promise<readonly PersonRecord[]> {
  const found = new Map<string, PersonRecord>();
  const add = async (name: PersonEntity, condition: string): Promise<void> => {
    for (const schema of ['main', 'history']) {
      for (const row of await run(`select distinct ${sourceColumn} as source, id from ${schema}.${identifier(name)} where ${condition}`)) {
        const record = { entity: name, source: String(row.source), id: String(row.id) };
        found.set(JSON.stringify(record), record);
      }
    }
  };
  if (entity !== null && id !== null) {
    await add(entity, `id = ${text(id)}${source === null ? '' : ` and ${sourceColumn} = ${text(source)}`}`);
  }
  const addresses = new Set(email === null ? [] : [email.trim().toLowerCase()]);
  for (const record of found.values())
    for (const { email: one } of await versionsOf(run, record)) if (one) addresses.add(one.trim().toLowerCase());
  for (const name of personEntities) for (const one of addresses) await add(name, `lower(trim(email)) = ${text(one)}`);
  return [...found.values()];
}

interface Version {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

const versionsOf = async (run: Run, { entity, source, id }: PersonRecord): Promise<readonly Version[]> => {
  const phone = entities.get(entity)?.fields.phone ? 'phone' : 'null::varchar as phone';
  const versions: Version[] = [];
  for (const schema of ['main', 'history']) {
    const rows = await run(
      `select distinct name, email, ${phone} from ${schema}.${identifier(entity)} where ${sourceColumn} = ${text(source)} and id = ${text(id)}`,
    );
    for (const row of rows) {
      const given = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
      versions.push({ name: given(row.name), email: given(row.email), phone: given(row.phone) });
    }
  }
  return versions;
};

/** Hashes of all by which these records are known. */
async function traitsOf(run: Run, records: readonly PersonRecord[], pseudonyms: Pseudonyms): Promise<ReadonlySet<string>> {
  const hashes = new Set<string>();
  for (const record of records) {
    hashes.add(pseudonyms.hash('id', idTrait(record.entity, record.source, record.id)));
    for (const version of await versionsOf(run, record)) {
      for (const trait of ['email', 'phone', 'name'] as const)
        for (const hash of pseudonyms.hashesOf(trait, version[trait] ?? '')) hashes.add(hash);
    }
  }
  return hashes;
}

/** What knows this person again, and nobody else. @param records of one person, as `findPerson` gives them */
export async function pseudonymsOf({ database }: Pick<LandingContext, 'database'>, records: readonly PersonRecord[]): Promise<Pseudonyms> {
  const key = erasureKey(database.folder);
  return new Pseudonyms(key, await traitsOf(database.session.run, records, new Pseudonyms(key, new Set())));
}

export interface Erased {
  /** The pseudonym by which the audit log and the list of erasures know the person. */
  readonly person: string;
  readonly records: readonly PersonRecord[];
  readonly files: readonly { readonly batch: string; readonly name: string; readonly rows: number }[];
  /** Batches that were applied again, with those that came after them. */
  readonly batches: readonly string[];
}

/**
 * Takes a person out of a workspace. Their raw files are written anew without them, under new hashes; the batches that hold them, and
 * those after, are applied again from there: one transaction with the list of erased persons. Records stay as shells under a pseudonym,
 * so that whatever counts them counts the same.
 * Killed before the transaction ends nothing has happened but files that nobody needs, which the next opening sweeps away.
 * @param records of one person, as `findPerson` gives them
 */
export async function erasePerson(context: LandingContext, records: readonly PersonRecord[], dryRun: boolean): Promise<Erased> {
  const { session, folder } = context.database;
  const { run } = session;
  const key = erasureKey(folder);
  const own = await traitsOf(run, records, new Pseudonyms(key, new Set()));
  const before = (await run('select hash from cuadro.erased')).map(({ hash }) => String(hash));
  const pseudonyms = new Pseudonyms(key, new Set([...before, ...own]));
  const [first] = records;
  const person = first ? pseudonyms.pseudonym('id', idTrait(first.entity, first.source, first.id)) : '';
  const batches = (await readBatches(run)).filter(({ undone }) => !undone);
  const files: { batch: string; name: string; rows: number }[] = [];
  const rewritten: BatchRecord[] = [];
  const temporary = join(folder, 'tmp');
  for (const batch of batches) {
    const { entries } = parseMapping(batch.mapping.text, batch.mapping.file);
    const landed: LandedFile[] = [];
    for (const file of batch.files) {
      context.signal?.throwIfAborted();
      context.report({ step: 'reading', what: file.name, done: null, total: null, unit: 'files' });
      const about = { entries, source: batch.source, pseudonyms, reader: context.reader, temporary };
      const redacted = await redactFile(landedInput(folder, file), about);
      if (redacted === null) {
        landed.push(file);
        continue;
      }
      files.push({ batch: batchId(batch.number), name: file.name, rows: redacted.rows });
      try {
        landed.push(dryRun ? file : await landFile(folder, redacted.file, { signal: context.signal, onBytes: () => undefined }));
      } finally {
        rmSync(redacted.file.path, { force: true });
      }
    }
    rewritten.push({ ...batch, files: landed });
  }
  const affected = rewritten.filter((batch, index) => batch.files.some((file, at) => file.sha256 !== batches[index]?.files[at]?.sha256));
  const sources = [...new Set(affected.map(({ source }) => source))].flatMap((source): readonly Reapplied[] => {
    const from = affected.find((batch) => batch.source === source);
    return from ? [{ from, batches: rewritten.filter((batch) => batch.source === source && batch.number >= from.number) }] : [];
  });
  const again = sources.flatMap(({ batches: list }) => list.map(({ number }) => batchId(number)));
  if (dryRun) return { person, records, files, batches: [...new Set(files.map(({ batch }) => batch))] };
  await reapplyAll(context, sources, async (inside) => {
    const moment = `TIMESTAMP ${text(context.now().toString().replace('T', ' ').replace('Z', ''))}`;
    const values = [...own].filter((hash) => !before.includes(hash)).map((hash) => `(${text(hash)}, ${text(person)}, ${moment})`);
    if (values.length > 0) await inside(`insert into cuadro.erased (hash, person, erased_at) values ${values.join(', ')}`);
    await inside('delete from cuadro.result_cache');
    await emptyDerived(inside, await duckdbPlaces(inside));
    await inside("delete from cuadro.meta where key = 'scrub'");
    await inside("insert into cuadro.meta values ('scrub', 'due')");
  });
  await scrubWarehouse(context.database);
  return { person, records, files, batches: again };
}
