import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CuadroError } from '../model/error.ts';
import { asCuadroError, errorTexts, renderError } from './errors.ts';

const source = join(import.meta.dirname, '..');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.includes('.test.'));

/** Codes with which the product's code makes errors. */
const thrown = new Map(
  files.flatMap((name) => {
    const text = readFileSync(join(source, name), 'utf8');
    return [...text.matchAll(/new CuadroError\(\{\s*code: '(\w+)'/g)].map((match): [string, string] => [match[1] ?? '', name]);
  }),
);

describe('the words of errors', () => {
  it.each([...thrown])('has words for %s (%s)', (code) => {
    expect(Object.keys(errorTexts)).toContain(code);
  });

  it('takes in every file of words', () => {
    const merged = readFileSync(join(import.meta.dirname, 'errors.ts'), 'utf8');
    const names = readdirSync(join(import.meta.dirname, 'errors')).filter((name) => name !== 'texts.ts');
    for (const name of names) expect(merged).toContain(`./errors/${name}`);
  });

  it.each(Object.entries(errorTexts))('%s says the same things in both languages', (_, { es, en }) => {
    const places = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const part of ['message', 'fix'] as const) {
      expect(es[part].trim()).toBe(es[part]);
      expect(places(es[part])).toEqual(places(en[part]));
    }
    expect(es.message).not.toBe('');
    expect(en.message).not.toBe('');
  });
});

describe('renderError', () => {
  it('fills the places from the facts and keeps the code', () => {
    const error = new CuadroError({ code: 'unknown_option', found: '--form', expected: '--from', params: { command: 'query' } });
    expect(renderError(error, 'es')).toEqual({
      code: 'unknown_option',
      message: 'La orden no tiene la opción --form.',
      where: null,
      expected: '--from',
      found: '--form',
      fix: 'Vea sus opciones con: cuadro query --help',
    });
    expect(renderError(error, 'en').message).toBe('The command has no option --form.');
  });

  it('still says something of a code without words', () => {
    expect(renderError(new CuadroError({ code: 'never_heard_of' }), 'en').message).toContain('never_heard_of');
  });

  it('takes what nobody foresaw for a failure inside', () => {
    const error = asCuadroError(new TypeError('x is not a function\nat …'));
    expect(error.blame).toBe('internal');
    expect(renderError(error, 'es')).toMatchObject({ code: 'internal_error', message: 'Cuadro ha fallado: x is not a function' });
  });
});
