import { CuadroError } from '../../model/error.ts';

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html) that someone can do something about. */
const codes: ReadonlyMap<number, string> = new Map([
  [5, 'store_busy'],
  [6, 'store_busy'],
  [8, 'store_read_only'],
  [10, 'store_disk_failed'],
  [11, 'store_corrupt'],
  [13, 'store_full'],
  [14, 'store_unopenable'],
  [23, 'store_read_only'],
  [26, 'store_corrupt'],
]);

/** @returns what SQLite says as an error of Cuadro's, where it is about the file; anything else as it is */
export function sqliteError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  // The extended codes have the primary one in their lowest byte.
  const code = codes.get(error.errcode & 0xff);
  return code === undefined ? error : new CuadroError({ code, blame: 'internal', where: file, found: error.message, cause: error });
}
