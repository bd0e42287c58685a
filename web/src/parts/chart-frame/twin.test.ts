import { expect, it } from 'vitest';
import { exportedTwin } from './twin.ts';

it('gives a file the values and not their writing; differences of rates in points', () => {
  const table = exportedTwin(
    {
      columns: [
        'Equipo',
        { label: 'Valor', kind: 'rate' },
        { label: 'Efecto', kind: 'rate', signed: true },
        { label: 'Casos', kind: 'count', signed: true },
      ],
      rows: [
        ['Norte', 0.912, 0.018, 3],
        ['Sur', null, -0.07, { value: 40, text: '40' }],
      ],
    },
    'p. p.',
  );
  expect(table).toEqual({
    columns: [
      { label: 'Equipo', kind: 'text' },
      { label: 'Valor', kind: 'rate' },
      { label: 'Efecto (p. p.)', kind: 'points' },
      { label: 'Casos', kind: 'count' },
    ],
    rows: [
      ['Norte', 0.912, 1.8, 3],
      ['Sur', null, -7, 40],
    ],
  });
});
