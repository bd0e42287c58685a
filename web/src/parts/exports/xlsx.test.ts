import { afterAll, expect, it } from 'vitest';
import { Scratch } from '../../../../src/sources/file/testing/scratch.ts';
import { xlsxOf } from './xlsx.ts';

const scratch = new Scratch();
afterAll(() => scratch.close());

const place = { locale: 'es-ES', currency: 'EUR', timezone: 'Europe/Madrid' };

it('writes a workbook that Cuadro itself reads again: numbers, days and instants as what they are', async () => {
  const kinds = ['text', 'money', 'rate', 'points', 'day', 'moment', 'days', 'text'];
  const bytes = xlsxOf(
    {
      columns: kinds.map((kind, index) => ({ label: `${kind}${index}`, kind })),
      rows: [
        ['Ñandú & <Cía>, S.L.', 1234.56, 0.912, -1.8, '2026-06-30', '2026-06-30T22:30:00Z', 2.4, true],
        ['=HYPERLINK("x")', -3, null, 0, null, '2026-01-15T09:05:00Z', 100, null],
        ['\u0001control', 10005534, 1, 12.5, '2024-02-29', 'no day', 0.1, false],
      ],
    },
    place,
    { title: 'Tasa: retención / clientes', facts: [['Periodo', 'jun 2026']] },
  );
  const path = scratch.write('exported.xlsx', bytes);
  const { names, rows, format } = await scratch.stage(path);
  expect(format).toMatchObject({ sheets: ['Tasa  retención   clientes', 'Info'] });
  expect(names).toEqual(kinds.map((kind, index) => `${kind}${index}`));
  expect(rows).toEqual([
    // Half past midnight of the first of July in Madrid.
    ['Ñandú & <Cía>, S.L.', '1234.56', '0.912', '-1.8', '2026-06-30', '2026-07-01 00:30:00', '2.4', 'true', 2],
    ['=HYPERLINK("x")', '-3', '', '0', '', '2026-01-15 10:05:00', '100', '', 3],
    ['control', '10005534', '1', '12.5', '2024-02-29', '', '0.1', 'false', 4],
  ]);
  const info = await scratch.stage(path, { sheet: 'Info' }).catch((error: unknown) => error);
  expect(info).toMatchObject({ rows: [['Periodo', 'jun 2026', 2]] });
});

it('writes money as the country does, before or after the amount', () => {
  const text = (locale: string, currency: string): string =>
    new TextDecoder().decode(xlsxOf({ columns: [{ label: 'x', kind: 'money' }], rows: [[1]] }, { ...place, locale, currency }));
  expect(text('es-ES', 'EUR')).toContain('formatCode="#,##0.00 &quot;€&quot;"');
  expect(text('es-MX', 'MXN')).toContain('formatCode="&quot;$&quot;#,##0.00"');
});
