import { join } from 'node:path';
import type { Settings } from '../../model/settings.ts';

/** A workspace's folder and its settings: everything that belongs to one company. */
export interface Workspace {
  /** Absolute. */
  readonly folder: string;
  readonly settings: Settings;
}

export const settingsFile = (folder: string): string => join(folder, 'cuadro.yaml');
