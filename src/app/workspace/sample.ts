import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** In a workspace whose company is made up, until data of one's own come in. */
const marker = (folder: string): string => join(folder, 'sample.json');

/** Whether all that a workspace holds is the sample company's. */
export const isSample = (folder: string): boolean => existsSync(marker(folder));

export const markSample = (folder: string, about: { readonly until: string; readonly scale: number }): Promise<void> =>
  writeFile(marker(folder), `${JSON.stringify(about)}\n`);

export const unmarkSample = (folder: string): Promise<void> => rm(marker(folder), { force: true });
