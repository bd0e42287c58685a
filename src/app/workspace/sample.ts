import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** In a workspace whose company is made up, until data of one's own come in. */
const marker = (folder: string): string => join(folder, 'sample.json');

/** Whether all that a workspace holds is the sample company's. */
export const isSample = (folder: string): boolean => existsSync(marker(folder));

export const markSample = (folder: string, about: { readonly until: string; readonly scale: number }): Promise<void> =>
  writeFile(marker(folder), `${JSON.stringify(about)}\n`);

const aboutSchema = z.object({ until: z.iso.date() });

/** The last day of the sample company's data; null: it is another company, or its sample says no day. */
export async function sampleUntil(folder: string): Promise<string | null> {
  if (!isSample(folder)) return null;
  const found = aboutSchema.safeParse(JSON.parse(await readFile(marker(folder), 'utf8')));
  return found.success ? found.data.until : null;
}

export const unmarkSample = (folder: string): Promise<void> => rm(marker(folder), { force: true });
