import { describe, expect, it } from 'vitest';
import { plain, table, width } from './table.ts';

describe('table', () => {
  it('aligns columns', () => {
    expect(
      table(
        [{ title: 'Mes' }, { title: 'Valor', align: 'right' }],
        [
          ['ene', '1'],
          ['febrero', '1.234'],
        ],
      ),
    ).toBe(['Mes      Valor', '───────  ─────', 'ene          1', 'febrero  1.234'].join('\n'));
  });

  it('cuts long cells', () => {
    expect(table([{ title: 'a', max: 5 }], [['abcdefgh']])).toContain('abcd…');
  });

  it('does not let data command the terminal', () => {
    expect(plain('\u001b[31mred\u0007 a\tb\u202e')).toBe('·[31mred· a b·');
  });

  it('counts what a terminal shows', () => {
    expect([width('ñandú'), width('n\u0303'), width('漢字'), width('')]).toEqual([5, 1, 4, 0]);
  });
});
