import { describe, expect, it } from 'vitest';
import { nearest } from './suggest_word.ts';

describe('nearest', () => {
  it.each([
    ['oportunity', 'opportunity'],
    ['Amonut', 'amount'],
    ['owner id', 'owner_id'],
    ['zzzz', null],
  ])('%s → %s', (word, expected) => expect(nearest(word, ['opportunity', 'amount', 'owner_id'])).toBe(expected));
});
