import { CuadroError } from '../../model/error.ts';
import { describeIssue, pathOf } from '../issue.ts';
import { nearest } from '../nearest.ts';
import { parseYaml } from '../workspace/yaml.ts';
import { type ConfigField, configFields } from './fields.ts';
import { type Config, configKeys, configSchema } from './schema.ts';
import { type Environment, fromVariable, secretOf } from './values.ts';

type Document = Record<string, unknown>;

const isDocument = (value: unknown): value is Document => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Variables that look like settings and are none: `CUADRO_SERVER_PROT`. */
function strayVariables(env: Environment): readonly string[] {
  const parts = [...new Set(configFields.map(({ part }) => `CUADRO_${part}_`.toUpperCase()))];
  const known = new Set(configFields.flatMap(({ variable, secret }) => (secret ? [variable, `${variable}_FILE`] : [variable])));
  return Object.keys(env).filter((name) => parts.some((part) => name.startsWith(part)) && !known.has(name));
}

/**
 * The installation's settings: those of `cuadro.yaml`, over them those of the environment.
 * @param name of the file, shown in errors
 * @throws CuadroError `settings_not_yaml`, `config_invalid`, `config_secret_in_file`, `config_secret_exposed`, `config_variable_unknown`
 */
export function parseConfig(text: string, name: string, env: Environment): Config {
  const { content, lineAt } = parseYaml(text, name, 'settings_not_yaml');
  const given: Document = {};
  if (isDocument(content)) for (const key of configKeys) if (content[key] !== undefined) given[key] = content[key] ?? {};
  const placeOf = new Map<string, string>();
  const place = (path: readonly PropertyKey[]): string =>
    placeOf.get(path.slice(0, 2).map(String).join('.')) ?? `${name}${lineAt(path)} (${pathOf(path)})`;

  const set = ({ part, key }: ConfigField, value: unknown, variable: string): void => {
    const before = given[part];
    given[part] = { ...(isDocument(before) ? before : {}), [key]: value };
    placeOf.set(`${part}.${key}`, variable);
  };
  const [stray] = strayVariables(env);
  if (stray !== undefined) {
    const variables = configFields.map(({ variable }) => variable);
    throw new CuadroError({
      code: 'config_variable_unknown',
      where: stray,
      expected: nearest(stray, variables) ?? variables.join(', '),
      found: stray,
    });
  }
  for (const field of configFields) {
    const inFile = isDocument(given[field.part]) ? (given[field.part] as Document) : null;
    if (field.secret) {
      if (inFile && inFile[field.key] !== undefined && inFile[field.key] !== null)
        throw new CuadroError({ code: 'config_secret_in_file', where: place([field.part, field.key]), expected: field.variable });
      const file = inFile?.[`${field.key}_file`];
      if (inFile) delete inFile[`${field.key}_file`];
      const found = secretOf(
        field.variable,
        env,
        typeof file === 'string' ? { path: file, where: place([field.part, `${field.key}_file`]) } : null,
      );
      if (found !== null) set(field, found, field.variable);
      continue;
    }
    const value = env[field.variable];
    if (value !== undefined && value !== '') set(field, fromVariable(field, value), field.variable);
  }
  const parsed = configSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const within = configFields.filter(({ part }) => part === first?.path[0]).map(({ key }) => key);
  const issue = describeIssue(parsed.error, given, within.length > 0 ? within : configKeys);
  const path = [...(first?.path ?? []), ...(first?.code === 'unrecognized_keys' ? first.keys.slice(0, 1) : [])];
  const secretGiven = configFields.some(({ part, key, secret }) => secret && part === path[0] && key === path[1]);
  throw new CuadroError({
    code: 'config_invalid',
    where: place(path),
    expected: issue.expected,
    found: secretGiven ? '' : issue.found,
    params: { key: issue.path },
  });
}
