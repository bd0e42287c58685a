import { describe, expect, it } from 'vitest';
import { CuadroError } from '../model/error.ts';
import type { OptionSpec } from './option-spec.ts';
import { parseOptions } from './options.ts';

const words = { es: '', en: '' };
const options = {
  from: { kind: 'value', words },
  grain: { kind: 'value', oneOf: ['day', 'month'], words },
  by: { kind: 'list', words },
  where: { kind: 'list', keepCommas: true, words },
  partial: { kind: 'flag', words },
} as const satisfies Record<string, OptionSpec>;
const command = { name: 'query', options, arguments: { name: 'ID', min: 0, max: 1 } };

const problem = (...argv: string[]): Partial<CuadroError> => {
  try {
    parseOptions(command, argv);
  } catch (error) {
    if (error instanceof CuadroError) return { code: error.code, where: error.where, found: error.found, expected: error.expected };
    throw error;
  }
  throw new Error('nothing was wrong');
};

describe('parseOptions', () => {
  it('reads values, flags, lists and arguments', () => {
    const parsed = parseOptions(command, ['id', '--from=2026-01-01', '--by', 'a,b', '--by=c', '--partial', '--json', '--data', '/x']);
    expect(parsed.positionals).toEqual(['id']);
    expect(Object.fromEntries(parsed.values)).toEqual({ from: '2026-01-01', data: '/x' });
    expect(parsed.lists.get('by')).toEqual(['a', 'b', 'c']);
    expect([...parsed.flags]).toEqual(['partial', 'json']);
  });

  it('lets a list be followed by several values', () => {
    expect(parseOptions(command, ['--where', 'a=1', 'b=2,3', '--partial']).lists.get('where')).toEqual(['a=1', 'b=2,3']);
  });

  it('takes a negative or dashed value when it is joined', () => {
    expect(parseOptions(command, ['--where=--x=1']).lists.get('where')).toEqual(['--x=1']);
  });

  it.each<[string[], Partial<CuadroError>]>([
    [['--form', 'x'], { code: 'unknown_option', found: '--form', expected: '--from' }],
    [['-x'], { code: 'unknown_option', found: '-x' }],
    [['--constructor'], { code: 'unknown_option', found: '--constructor' }],
    [['--from'], { code: 'option_without_value', where: '--from' }],
    [['--from', '--partial'], { code: 'option_without_value', where: '--from' }],
    [['--partial=yes'], { code: 'option_takes_no_value', where: '--partial', found: 'yes' }],
    [['--from', '1', '--from', '2'], { code: 'option_given_twice', where: '--from' }],
    [['--grain', 'moth'], { code: 'option_invalid', where: '--grain', found: 'moth', expected: 'day, month' }],
    [['--lang', 'fr'], { code: 'option_invalid', where: '--lang', expected: 'es, en' }],
    [['one', 'two'], { code: 'argument_unexpected', found: 'two' }],
  ])('refuses %j', (argv, expected) => {
    expect(problem(...argv)).toMatchObject(expected);
  });

  it('asks for arguments that are missing, but not beside --help', () => {
    const needs = { ...command, arguments: { name: 'FILE', min: 1, max: 1 } };
    expect(() => parseOptions(needs, [])).toThrow('argument_missing');
    expect(parseOptions(needs, ['--help']).flags.has('help')).toBe(true);
  });
});
