import { describe, expect, it } from 'vitest';
import { csvOf, guarded } from './csv.ts';

const table = {
  columns: [
    { label: 'Cliente', kind: 'text' },
    { label: 'Importe', kind: 'money' },
  ],
  rows: [
    ['Ñandú, S.L.', 1234.5],
    ['=HYPERLINK("x")', -3],
    ['+34 600 11 22 33', null],
  ],
} as const;

describe('csvOf', () => {
  it('writes decimal commas and semicolons for Spain', () => {
    expect(csvOf(table, 'es-ES').split('\r\n')).toEqual([
      'Cliente;Importe',
      '"Ñandú, S.L.";1234,5',
      `"'=HYPERLINK(""x"")";-3`,
      '+34 600 11 22 33;',
    ]);
  });
  it('writes points and commas for Mexico', () => {
    expect(csvOf(table, 'es-MX').split('\r\n')[1]).toBe('"Ñandú, S.L.",1234.5');
  });
  it('writes them so for whoever asks for it, wherever the company is', () => {
    expect(csvOf(table, 'es-ES', 'international').split('\r\n')).toEqual([
      'Cliente,Importe',
      '"Ñandú, S.L.",1234.5',
      `"'=HYPERLINK(""x"")",-3`,
      '+34 600 11 22 33,',
    ]);
  });
});

it('guards what a spreadsheet would run', () => {
  expect(['=1+1', '@x', '-1+2', '＝1', '\t=1', '+1', '-12,5', 'a'].map(guarded)).toEqual([
    "'=1+1",
    "'@x",
    "'-1+2",
    "'＝1",
    "'\t=1",
    '+1',
    '-12,5',
    'a',
  ]);
});
