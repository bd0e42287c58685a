/** Whether a statement was refused because what must be there once is there already, on either engine. */
export function isUniqueConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE; SQLSTATE unique_violation.
  const isSqlite = 'errcode' in error && (error.errcode === 1555 || error.errcode === 2067);
  return isSqlite || ('code' in error && error.code === '23505');
}
