import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ColumnFormat, ColumnKind } from '../../../sources/file/contract-types.ts';
import type { Table } from '../recognise.ts';

/** A plain reader of small, well-formed CSV files, so that recognition is tested without the file source. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) =>
    (match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim(),
  );
}

function kindOf(samples: readonly string[]): { kind: ColumnKind; dates: string | null } {
  const all = (pattern: RegExp): boolean => samples.length > 0 && samples.every((sample) => pattern.test(sample));
  if (all(/^(true|false|yes|no)$/i)) return { kind: 'boolean', dates: null };
  if (all(/^\d{4}-\d{2}-\d{2}$/)) return { kind: 'date', dates: null };
  if (all(/^\d{4}-\d{2}-\d{2}[ T]\d{1,2}:\d{2}/)) return { kind: 'datetime', dates: null };
  if (all(/^\d{2} [A-Z][a-z]{2}, \d{4} \d{2}:\d{2}:\d{2}$/)) return { kind: 'datetime', dates: 'DD MMM, YYYY HH:mm:ss' };
  if (all(/^\d{2}-\d{2}-\d{4} \d{2}:\d{2}$/)) return { kind: 'datetime', dates: 'DD-MM-YYYY HH:mm' };
  if (all(/^\d{1,2}\/\d{1,2}\/\d{4}$/)) return { kind: 'date', dates: 'D/M/YYYY' };
  if (all(/^-?\d+$/)) return { kind: 'integer', dates: null };
  if (all(/^-?[\d.,]+$/)) return { kind: 'number', dates: null };
  if (all(/^[-$€£]*[\d.,]+\s?[KM]?\s?€?$/)) return { kind: 'money', dates: null };
  return { kind: 'text', dates: null };
}

export function columnOf(name: string, samples: readonly string[], more: Partial<ColumnFormat> = {}): ColumnFormat {
  const { kind, dates } = kindOf(samples);
  return { name, kind, dates, dateChoices: [], decimal: null, thousands: null, numberDoubt: false, samples, type: 'VARCHAR', ...more };
}

/** A table from its header and some rows. */
export function tableOf(file: string, header: readonly string[], rows: readonly (readonly string[])[]): Table {
  return {
    file,
    stem: basename(file).replace(/\..*$/, ''),
    columns: header.map((name, index) => columnOf(name, [...new Set(rows.flatMap((row) => row[index] || []))].slice(0, 5))),
  };
}

export function tableOfCsv(path: string): Table {
  const lines = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .slice(0, 200);
  const [header, ...rows] = lines.filter((line) => line !== '').map(cells);
  return tableOf(
    basename(path),
    (header ?? []).filter((name) => name !== ''),
    rows,
  );
}
