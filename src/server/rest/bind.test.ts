import { describe, expect, it } from 'vitest';
import { operations } from '../../app/operation-list.ts';
import { CuadroError } from '../../model/error.ts';
import { inputOf } from './bind.ts';

const bind = (id: string, call: { params?: Record<string, string>; search?: string; body?: unknown }) => {
  const operation = operations.get(id);
  if (!operation) throw new Error(id);
  return inputOf(operation, { params: {}, search: '', body: undefined, ...call }, 'es');
};

const codeOf = (run: () => unknown) => {
  try {
    run();
    return null;
  } catch (error) {
    return error instanceof CuadroError ? [error.code, error.where] : error;
  }
};

describe('inputOf', () => {
  it('reads the query string of a GET by the types of the fields', () => {
    expect(bind('cohorts', { search: 'kind=leads&where=region=Norte&where=amount>%3D10&where=owner.name%3D' })).toEqual({
      kind: 'leads',
      where: [
        { dimension: 'region', op: '=', value: 'Norte' },
        { dimension: 'amount', op: '>=', value: '10' },
        { dimension: 'owner.name', op: '=', value: null },
      ],
    });
  });

  it('makes a list of one value of a field that is a list', () => {
    expect(bind('funnel', { search: 'by=region' })).toEqual({ by: ['region'] });
    expect(bind('funnel', { search: 'by=region&by=owner' })).toEqual({ by: ['region', 'owner'] });
  });

  it('takes fields from the path, beside query or body', () => {
    expect(bind('fitness', { params: { kpi: 'win_rate' }, search: 'goals=grow&language=en' })).toEqual({
      kpi: 'win_rate',
      goals: ['grow'],
      language: 'en',
    });
    expect(bind('undo', { params: { batch: 'b_1' }, body: {} })).toEqual({ batch: 'b_1' });
  });

  it('speaks the language of whoever asks, unless the request names one', () => {
    expect(bind('glossary', {})).toEqual({ language: 'es' });
    expect(bind('glossary', { search: 'language=en' })).toEqual({ language: 'en' });
    expect(bind('lint', { body: { kpis: ['win_rate'] } })).toEqual({ kpis: ['win_rate'], language: 'es' });
  });

  it('leaves what it does not know to the schema', () => {
    expect(bind('kpis', { search: 'areas=leads&__proto__=x&a.b=c' })).toEqual(
      Object.fromEntries([
        ['language', 'es'],
        ['areas', 'leads'],
        ['__proto__', 'x'],
        ['a.b', 'c'],
      ]),
    );
    expect(bind('kpis', { search: 'id=a&id=b' })).toEqual({ language: 'es', id: ['a', 'b'] });
  });

  it('refuses what the path and the body say differently, a body that is no object, and a bad condition', () => {
    expect(codeOf(() => bind('undo', { params: { batch: 'b_1' }, body: { batch: 'b_2' } }))).toEqual(['input_invalid', 'batch']);
    expect(codeOf(() => bind('query', { body: ['kpis'] }))).toEqual(['input_invalid', 'body']);
    expect(codeOf(() => bind('cohorts', { search: 'where=region' }))).toEqual(['condition_invalid', 'where']);
  });
});
