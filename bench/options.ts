import { parseArgs } from 'node:util';

/** What is measured, in the order of the issue. */
export const measures = ['import', 'board', 'growth', 'postgres'] as const;
export type MeasureName = (typeof measures)[number];

export interface Options {
  /** Rows of the activity file. */
  readonly rows: number;
  /** The sample company's scale: 1 is about 300,000 records. */
  readonly scale: number;
  /** Rows of the import after which the board is asked again. */
  readonly batch: number;
  /** How often each time is taken; the least counts. */
  readonly repeats: number;
  readonly only: ReadonlySet<MeasureName>;
  /** Where files go; null: a temporary folder, removed at the end. */
  readonly folder: string | null;
  /** Whether docs/benchmarks.md is written. */
  readonly write: boolean;
}

const isMeasure = (name: string): name is MeasureName => measures.some((one) => one === name);

/** @throws Error for an option that is not known */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', default: '10000000' },
      scale: { type: 'string', default: '67' },
      batch: { type: 'string', default: '10000' },
      repeats: { type: 'string', default: '3' },
      only: { type: 'string', default: measures.join(',') },
      folder: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  const only = values.only.split(',');
  const stranger = only.find((name) => !isMeasure(name));
  if (stranger !== undefined) throw new Error(`--only takes ${measures.join(', ')}; not ${stranger}`);
  return {
    rows: Number(values.rows),
    scale: Number(values.scale),
    batch: Number(values.batch),
    repeats: Number(values.repeats),
    only: new Set(only.filter(isMeasure)),
    folder: values.folder ?? null,
    write: values.write,
  };
}
