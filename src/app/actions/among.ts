import { z } from 'zod';
import { lifeStages, type RfmClass, rfmClasses } from '../../model/segment.ts';
import { needs } from '../customers/row.ts';

/** The groups of customers that Cuadro itself knows: who needs somebody and for what, classes of buying, stages of life. */
const amongs = [
  ...needs.map((one) => `need=${one}` as const),
  ...rfmClasses.map((one) => `rfm=${one}` as const),
  ...lifeStages.map((one) => `stage=${one}` as const),
] as const;

export type Among = (typeof amongs)[number];

export const amongSchema = z.enum(amongs).describe('Of which customers: need=risk, rfm=loyal, stage=lapsed.');

/** As it is kept. A group that is no more is told of no more. */
export const amongIn = (text: string | null): Among | null => amongs.find((one) => one === text) ?? null;

/** What plays are chosen by. */
export function classesOf(among: Among): { readonly rfm: readonly RfmClass[]; readonly stages: readonly (typeof lifeStages)[number][] } {
  return {
    rfm: rfmClasses.filter((one) => among === `rfm=${one}`),
    stages: lifeStages.filter((one) => among === `stage=${one}`),
  };
}
