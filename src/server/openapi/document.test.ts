import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Operation } from '../../app/operation.ts';
import { operationList } from '../../app/operation-list.ts';
import { openApiDocument } from './document.ts';
import { apiPage } from './page.ts';
import { Schemas } from './schema.ts';

const all: readonly Operation[] = operationList;

/** Every `$ref` in it. */
const refs = (node: unknown): readonly string[] =>
  Array.isArray(node)
    ? node.flatMap(refs)
    : typeof node === 'object' && node !== null
      ? Object.entries(node).flatMap(([key, value]) => (key === '$ref' && typeof value === 'string' ? [value] : refs(value)))
      : [];

describe('the OpenAPI document', () => {
  it.each(['es', 'en'] as const)('is valid OpenAPI 3.1 (%s)', async (language) => {
    const document = JSON.parse(JSON.stringify(openApiDocument(all, language)));
    const { valid, errors } = await new Validator().validate(document);
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('has every operation once, with every place in its path', () => {
    const { paths } = openApiDocument(all, 'en');
    const found = Object.entries(paths ?? {}).flatMap(([path, item]) =>
      Object.entries(item as object).map(([method, { operationId, parameters = [] }]) => {
        const inPath = parameters.filter((one: { in: string }) => one.in === 'path').map(({ name }: { name: string }) => `{${name}}`);
        expect(path.match(/\{\w+\}/g) ?? []).toEqual(inPath);
        return `${operationId} ${method.toUpperCase()} ${path}`;
      }),
    );
    expect(found.toSorted()).toEqual(all.map(({ id, rest }) => `${id} ${rest.method} ${rest.path}`).toSorted());
  });

  it('refers only to what it has', () => {
    const document = openApiDocument(all, 'en');
    const at = (ref: string): unknown =>
      ref
        .slice(2)
        .split('/')
        .reduce<unknown>((node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined), document);
    const found = refs(document);
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter((ref) => at(ref) === undefined)).toEqual([]);
  });

  it('is strict about what goes in and open about what comes out', () => {
    const schema = z.strictObject({ a: z.strictObject({ b: z.iso.date() }) });
    expect(new Schemas().add(schema, 'input')).toMatchObject({ additionalProperties: false });
    expect(new Schemas().add(schema, 'output')).toEqual({
      type: 'object',
      required: ['a'],
      properties: { a: { type: 'object', required: ['b'], properties: { b: { type: 'string', format: 'date' } } } },
    });
  });

  it('takes a property for what it is, whatever its name', () => {
    const schema = z.strictObject({ id: z.string(), pattern: z.string(), format: z.string(), items: z.array(z.int()) });
    expect(Object.keys(new Schemas().add(schema, 'output').properties ?? {})).toEqual(['id', 'pattern', 'format', 'items']);
  });

  it('refuses two schemas of one name', () => {
    const schemas = new Schemas();
    const registry = z.globalRegistry;
    schemas.add(z.array(z.string().meta({ id: 'Twice' })), 'input');
    expect(() => schemas.add(z.array(z.number().meta({ id: 'Twice' })), 'input')).toThrow(/Twice/);
    void registry;
  });
});

describe('the page about it', () => {
  it.each(['es', 'en'] as const)('has every operation and no script (%s)', (language) => {
    const page = apiPage(all, language);
    for (const { id, rest } of all) {
      expect(page).toContain(`id="op-${id}"`);
      expect(page.replaceAll('<wbr>', '')).toContain(`<code>/api/v1${rest.path}</code>`);
    }
    expect(page).not.toMatch(/<script|\son\w+=|style="/);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });
});
