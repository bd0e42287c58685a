import { expect, it } from 'vitest';
import type { Column } from './column.ts';
import { nextSort } from './sorted.ts';

type Row = { readonly name: string; readonly size: number };
const columns: readonly Column<Row>[] = [
  { key: 'name', label: 'Nombre', kind: 'text', value: ({ name }) => name },
  { key: 'size', label: 'Importe', kind: 'money', value: ({ size }) => size },
];

it('begins with the largest number and with A, turns round, and lets go', () => {
  const first = nextSort(columns, null, 'size');
  expect(first).toEqual({ key: 'size', descending: true });
  expect(nextSort(columns, first, 'size')).toEqual({ key: 'size', descending: false });
  expect(nextSort(columns, { key: 'size', descending: false }, 'size')).toBeNull();
  expect(nextSort(columns, first, 'name')).toEqual({ key: 'name', descending: false });
});
