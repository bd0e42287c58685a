/** @returns 0 when dist/web is as the sources say, else what the build ended with */
export function ensureWeb(): Promise<number>;
