import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cell, columns, freeText, type Row, type SampleEntity } from './columns.ts';
import { makeCompany } from './company.ts';
import { mappingText } from './mapping.ts';
import type { Sink } from './sink.ts';

const defaultSeed = 20_260_731;
/** Bytes that a file collects before they are written. */
const chunk = 1 << 18;

export interface WriteOptions {
  /** Made if it is not there; files of the same names are overwritten. */
  readonly folder: string;
  /** The last day, YYYY-MM-DD; the company has the three years to it. */
  readonly until: string;
  /** 1: about 300,000 records. */
  readonly scale: number;
  readonly seed?: number;
}

export interface Written {
  /** Paths of the CSV files and, last, of the mapping. */
  readonly files: readonly string[];
  readonly records: number;
}

/**
 * Writes the sample company as a CRM would export it: one CSV an entity, and the mapping to import them with.
 * The same options give the same bytes. Needs the memory of one case, whatever the scale.
 * @throws RangeError for an `until` that is no date or a scale that is not above 0; what the file system throws.
 */
export async function writeSampleCompany(options: WriteOptions): Promise<Written> {
  if (!(options.scale > 0 && Number.isFinite(options.scale))) throw new RangeError(`scale must be above 0, found ${options.scale}`);
  const until = Temporal.PlainDate.from(options.until);
  await mkdir(options.folder, { recursive: true });
  const names = Object.keys(columns).filter(isEntity);
  const files = new Map<SampleEntity, CsvFile>();
  for (const name of names) files.set(name, new CsvFile(join(options.folder, `${name}.csv`), columns[name]));
  const sink: Sink = { put: <E extends SampleEntity>(entity: E, row: Row<E>) => files.get(entity)?.put(row) };
  try {
    for (const file of files.values()) await file.open();
    for (const _ of makeCompany({ until, scale: options.scale, seed: options.seed ?? defaultSeed }, sink)) {
      for (const file of files.values()) if (file.waiting >= chunk) await file.flush();
    }
    for (const file of files.values()) await file.flush();
  } finally {
    for (const file of files.values()) await file.close();
  }
  const mapping = join(options.folder, 'mapping.yaml');
  const handle = await open(mapping, 'w');
  await handle.writeFile(mappingText(until.toString()));
  await handle.close();
  const records = [...files.values()].reduce((sum, file) => sum + file.rows, 0);
  return { files: [...[...files.values()].map((file) => file.path), mapping], records };
}

const isEntity = (name: string): name is SampleEntity => Object.hasOwn(columns, name);

/** Rows gather as bytes in a buffer of its own: strings kept until they are written would keep the garbage collector busy. */
class CsvFile {
  readonly path: string;
  rows = 0;
  private readonly columns: readonly string[];
  private readonly free: readonly boolean[];
  private handle: Awaited<ReturnType<typeof open>> | null = null;
  private bytes = Buffer.allocUnsafe(chunk * 2);
  private used = 0;

  constructor(path: string, names: readonly string[]) {
    this.path = path;
    this.columns = names;
    this.free = names.map((name) => freeText.has(name));
    this.add(`${names.join(',')}\n`);
  }

  get waiting(): number {
    return this.used;
  }

  put(row: Readonly<Record<string, Cell | undefined>>): void {
    let line = '';
    for (let i = 0; i < this.columns.length; i++) {
      if (i > 0) line += ',';
      const value = row[this.columns[i] ?? ''];
      if (value === null || value === undefined) continue;
      line += this.free[i] && typeof value === 'string' ? quoted(value) : value;
    }
    this.add(`${line}\n`);
    this.rows++;
  }

  private add(line: string): void {
    // No character here takes more than three bytes.
    if (this.used + line.length * 3 > this.bytes.length) this.bytes = Buffer.concat([this.bytes], this.bytes.length * 2);
    this.used += this.bytes.write(line, this.used);
  }

  async open(): Promise<void> {
    this.handle = await open(this.path, 'w');
  }

  async flush(): Promise<void> {
    await this.handle?.writeFile(this.bytes.subarray(0, this.used));
    this.used = 0;
  }

  async close(): Promise<void> {
    await this.handle?.close();
  }
}

const special = /[",\n\r]/;
const quoted = (value: string): string => (special.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
