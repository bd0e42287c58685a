import { join } from 'node:path';
import type { Settings } from '../../model/settings.ts';
import type { Config } from '../config/schema.ts';

/** A workspace's folder and its settings: everything that belongs to one company. */
export interface Workspace {
  /** Absolute. */
  readonly folder: string;
  readonly settings: Settings;
  /** How it is run: the other part of `cuadro.yaml`, and the environment. */
  readonly config: Config;
}

export const settingsFile = (folder: string): string => join(folder, 'cuadro.yaml');
