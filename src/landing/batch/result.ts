import type { Warning } from '../check/warnings.ts';

export interface EntityResult {
  readonly entity: string;
  /** Rows after `where` and `query`. */
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly vanished: number;
  readonly rejected: number;
  readonly warnings: readonly Warning[];
}

/** What an import answers (CLI contract). */
export interface ImportResult {
  /** `b_7`; null when nothing changed. */
  readonly batch: string | null;
  readonly source: string;
  readonly entities: readonly EntityResult[];
  readonly ignored_files: readonly string[];
  /** Absolute; null when no row was rejected. */
  readonly rejected_file: string | null;
  readonly seconds: number;
}

export const batchId = (number: number): string => `b_${number}`;

/** @returns the number of `b_7`; null when it is no such name. */
export const batchNumber = (id: string): number | null => {
  const match = /^b_([1-9]\d{0,8})$/.exec(id);
  return match ? Number(match[1]) : null;
};
