import { parseConfig } from '../config/parse.ts';
import type { Environment } from '../config/values.ts';
import { parseSettings, readSettingsText } from './settings-file.ts';
import type { Workspace } from './workspace.ts';

/**
 * A workspace as its `cuadro.yaml` and the environment say now.
 * @throws CuadroError `settings_*`, `config_*`
 */
export async function readWorkspace(folder: string, env: Environment): Promise<Workspace> {
  const { text, file } = await readSettingsText(folder);
  return { folder, settings: parseSettings(text, file), config: parseConfig(text, file, env) };
}
