/** The folder of Debian's newest PostgreSQL; null: none is installed. */
export function postgresPrograms(home?: string): string | null;

/** A Chromium for tests and pictures, by its path; null: none is installed. */
export function chromiumProgram(): string | null;
