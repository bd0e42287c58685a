import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { restFiles, restMarkdown } from '../../scripts/docs/rest.ts';
import { routesFile, routesModule } from '../../scripts/docs/routes.ts';
import { mcpTools, mcpWrites } from '../../src/app/api/mcp-tools.ts';
import type { Operation } from '../../src/app/operation.ts';
import { operationList } from '../../src/app/operation-list.ts';
import { permissions } from '../../src/app/rights/permission.ts';
import { errorTexts } from '../../src/i18n/errors.ts';
import { pathNames } from '../../src/server/rest/route.ts';
import { schemasOf } from '../../src/server/rest/shape.ts';
import { statusByCode } from '../../src/server/rest/status.ts';
import { noTool, readCases, triedElsewhere, withoutCommand } from './cases.ts';

const all: readonly Operation[] = operationList;
const each = all.map((operation) => [operation.id, operation] as const);
const operationsFolder = new URL('../../src/app/operations/', import.meta.url);
const commandsFolder = new URL('../../src/cli/commands/', import.meta.url);

const read = (folder: URL): string =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');

/** The name under which an operation is exported, which is that by which a command imports it. */
const exportedAs = new Map(
  [...read(operationsFolder).matchAll(/export const (\w+) = defineOperation\(\{\s+id: '(\w+)'/g)].map(([, name = '', id = '']) => [
    id,
    name,
  ]),
);
const commands = read(commandsFolder);

/** Where a schema says nothing: `any`, `unknown` or a check of its own, by the path to it. */
function silent(schema: z.core.$ZodType, path = '', seen: readonly z.core.$ZodType[] = []): readonly string[] {
  if (seen.includes(schema)) return [];
  const next = (inner: z.core.$ZodType, step: string) => silent(inner, path + step, [...seen, schema]);
  if (schema instanceof z.ZodAny || schema instanceof z.ZodUnknown || schema instanceof z.ZodCustom) return [path];
  if (schema instanceof z.ZodObject) {
    return [
      ...Object.entries(schema.def.shape).flatMap(([name, field]) => next(field, `.${name}`)),
      ...(schema.def.catchall ? next(schema.def.catchall, '.*') : []),
    ];
  }
  if (schema instanceof z.ZodArray) return next(schema.def.element, '[]');
  if (schema instanceof z.ZodTuple) return schema.def.items.flatMap((item) => next(item, '[]'));
  if (schema instanceof z.ZodRecord) return next(schema.def.valueType, '.*');
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap((option) => next(option, ''));
  if ('innerType' in schema._zod.def && schema._zod.def.innerType instanceof z.ZodType) return next(schema._zod.def.innerType, '');
  return [];
}

describe('the list of operations', () => {
  it('gives each an id and a route of its own', () => {
    const routes = all.map(({ rest: { method, path } }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`);
    expect(new Set(routes).size, routes.toSorted().join('\n')).toBe(all.length);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it.each(each)('%s has a route, a permission and words in both languages', (_, { rest, permission, words, input, effect }) => {
    expect(rest.path).toMatch(/^(\/([a-z-]+|\{\w+\}))+$/);
    expect([...permissions, 'public']).toContain(permission);
    for (const line of [words.es, words.en]) expect(line).toMatch(/^\S.*[^.\s]$/s);
    expect(words.es).not.toBe(words.en);
    const fields = [...schemasOf(input).keys()];
    for (const name of pathNames(rest.path)) expect(fields).toContain(name);
    if (rest.method === 'GET') expect(effect).toBe('read');
  });

  it.each(each)('%s states all that it answers', (_, { output }) => {
    // Only values by a name that is theirs: what a kind of metric says besides, the columns of a person's record.
    expect(silent(output).filter((path) => !path.endsWith('.*'))).toEqual([]);
  });

  it.each(each)('%s has a command, or a reason to have none', (id) => {
    const name = exportedAs.get(id);
    expect(name, 'exported from src/app/operations').toBeDefined();
    const reached = new RegExp(`\\b${name}\\b`).test(commands);
    expect(reached ? 'command' : withoutCommand[id], 'test/api/cases.ts: withoutCommand').toBeDefined();
    expect(reached && id in withoutCommand, 'has a command after all').toBe(false);
  });

  it.each(each)('%s is a tool of MCP, or has a reason not to be', (id, { effect, permission }) => {
    const isTool = id in mcpTools;
    if (isTool) expect(effect).toBe(mcpWrites.has(id) ? 'write' : 'read');
    else if (effect === 'read' && ['kpi.read', 'records.read', 'data.read'].includes(permission)) {
      expect(noTool[id], 'test/api/cases.ts: noTool').toBeDefined();
    }
    expect(isTool && id in noTool).toBe(false);
  });

  it.each(each.filter(([, { effect }]) => effect === 'read'))('%s is tried on the sample company', (id) => {
    expect(readCases[id] ?? triedElsewhere[id], 'test/api/cases.ts: readCases').toBeDefined();
  });

  it('has no reasons for what is not there', () => {
    const ids = new Set(all.map(({ id }) => id));
    for (const table of [withoutCommand, noTool, readCases, triedElsewhere]) {
      expect(Object.keys(table).filter((id) => !ids.has(id))).toEqual([]);
    }
  });
});

describe('what is written from the list', () => {
  it.each(['es', 'en'] as const)('the page about REST is fresh: npm run docs (%s)', async (language) => {
    expect(await readFile(restFiles[language], 'utf8')).toBe(restMarkdown(language));
  });

  it("the web's routes are fresh: npm run docs", async () => {
    expect(await readFile(routesFile, 'utf8')).toBe(routesModule());
  });

  it('gives a status only to codes that there are', () => {
    expect(Object.keys(statusByCode).filter((code) => !(code in errorTexts))).toEqual([]);
  });
});
