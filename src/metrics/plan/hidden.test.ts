import { describe, expect, test } from 'vitest';
import type { Catalog } from '../catalog.ts';
import type { Sight } from '../sight.ts';
import { openSight, testCatalog } from '../testing/catalog.ts';
import { checkFilter, isHiddenAmount, isMasked } from './hidden.ts';
import type { ResolvedPath } from './path.ts';

const under = (sight: Partial<Sight>): Catalog => testCatalog({ sight: { ...openSight, ...sight } });
const column = (dataset: string, column: string, type: ResolvedPath['type'] = 'text'): ResolvedPath => ({
  hops: [],
  dataset,
  column,
  type,
});
const amount = column('opportunity', 'amount', 'money');
const noAmounts = under({ amounts: 'hidden', isSafe: (dataset, name) => dataset === 'lead' && name === 'custom.score' });
const noNames = under({
  personal: { isHidden: (dataset, name) => dataset === 'contact' && name === 'email', pseudonym: () => '•' },
});

describe('amounts', () => {
  test('are hidden from whoever may not see them, and from nobody else', () => {
    expect(isHiddenAmount(amount, noAmounts)).toBe(true);
    expect(isHiddenAmount(amount, under({ amounts: 'shown' }))).toBe(false);
    expect(isHiddenAmount(amount, testCatalog())).toBe(false);
  });

  test('are what the model says is money; other numbers are not', () => {
    for (const [dataset, name] of [
      ['opportunity', 'quantity'],
      ['opportunity', 'stage'],
      ['nothing', 'amount'],
      ['opportunity', 'nothing'],
    ] as const)
      expect(isHiddenAmount(column(dataset, name, 'number'), noAmounts)).toBe(false);
  });

  test('are looked for in what any field was and became', () => {
    for (const [dataset, name] of [
      ['field_change', 'old_value'],
      ['field_change', 'new_value'],
      ['field_span', 'value'],
    ] as const)
      expect(isHiddenAmount(column(dataset, name), noAmounts)).toBe(true);
    expect(isHiddenAmount(column('field_change', 'field'), noAmounts)).toBe(false);
    expect(isHiddenAmount(column('field_span', 'value'), under({ amounts: 'shown' }))).toBe(false);
  });

  test('may stand in any column of a source’s own, but for days, yes and no, and those that are said to hold none', () => {
    for (const type of ['number', 'integer', 'money', 'text', 'enum'] as const)
      expect(isHiddenAmount(column('lead', 'custom.fee', type), noAmounts)).toBe(true);
    for (const type of ['boolean', 'date', 'instant'] as const)
      expect(isHiddenAmount(column('lead', 'custom.fee', type), noAmounts)).toBe(false);
    expect(isHiddenAmount(column('lead', 'custom.score', 'number'), noAmounts)).toBe(false);
    expect(isHiddenAmount(column('contact', 'custom.score', 'number'), noAmounts)).toBe(true);
    expect(isHiddenAmount(column('lead', 'customs', 'number'), noAmounts)).toBe(false);
  });
});

test('personal data are masked where the reader’s sight says so', () => {
  expect(isMasked(column('contact', 'email'), noNames)).toBe(true);
  expect(isMasked(column('contact', 'country'), noNames)).toBe(false);
  expect(isMasked(column('lead', 'email'), noNames)).toBe(false);
  expect(isMasked(column('contact', 'email'), under({}))).toBe(false);
  expect(isMasked(column('contact', 'email'), testCatalog())).toBe(false);
});

test('nobody filters by what is hidden from them: they could guess it, one question after another', () => {
  const refused = (found: string) => expect.objectContaining({ code: 'field_hidden', where: '--where', found });
  expect(() => checkFilter('amount', amount, noAmounts)).toThrowError(refused('amount'));
  expect(() => checkFilter('contact.email', column('contact', 'email'), noNames)).toThrowError(refused('contact.email'));
  expect(() => checkFilter('amount', amount, noNames)).not.toThrow();
  expect(() => checkFilter('contact.email', column('contact', 'email'), noAmounts)).not.toThrow();
});
