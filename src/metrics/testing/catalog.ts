import { type Settings, settingsSchema } from '../../model/settings.ts';
import type { Catalog } from '../catalog.ts';
import type { Sight } from '../sight.ts';

/** A catalogue of invented facts, for tests of what needs no database. */
export const testCatalog = (facts: Partial<Catalog> & { readonly stated?: Partial<Settings> } = {}): Catalog => ({
  settings: settingsSchema.parse(facts.stated ?? {}),
  relation: (dataset) => `main."${dataset}"`,
  rows: () => 100,
  filled: () => 100,
  custom: () => new Map(),
  hasHistory: () => false,
  hasForeignMoney: () => false,
  onlySource: () => null,
  watermark: () => ({ instant: '2024-12-31T22:59:59Z', lastCompleteDay: '2024-12-31' }),
  dataVersion: () => '1',
  ...facts,
});

/** May see all; tests take away what they are about. */
export const openSight: Sight = {
  rows: null,
  opensTotals: false,
  personal: null,
  amounts: 'shown',
  isSafe: () => false,
  smallest: () => null,
};
