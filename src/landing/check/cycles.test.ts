import { describe, expect, it } from 'vitest';
import { cycleMembers } from './cycles.ts';

const of = (...pairs: string[]): string[] =>
  [...cycleMembers(new Map(pairs.map((pair): [string, string] => [pair[0] ?? '', pair[1] ?? ''])))].sort();

describe('cycleMembers', () => {
  it('finds those on a circle, not those that lead to it', () => expect(of('ab', 'bc', 'ca', 'da')).toEqual(['a', 'b', 'c']));
  it('finds who is their own parent', () => expect(of('aa', 'ba')).toEqual(['a']));
  it('finds two circles', () => expect(of('ab', 'ba', 'cd', 'dc')).toEqual(['a', 'b', 'c', 'd']));
  it('finds none in a tree', () => expect(of('ab', 'cb', 'bd')).toEqual([]));
});
