import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { Scratch } from '../testing/scratch.ts';
import { workbook } from '../testing/xlsx.ts';
import { zip } from '../testing/zip.ts';
import { serialKind, serialText } from './number-format.ts';

const scratch = new Scratch();
afterAll(() => scratch.close());

const inline = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const header = `<row r="1">${inline('A1', 'id')}${inline('B1', 'name')}${inline('C1', 'at')}${inline('D1', 'amount')}</row>`;

describe('workbooks', () => {
  it('give texts, numbers, dates, booleans and errors as texts', async () => {
    const bytes = workbook({
      strings: ['<t>Peña &amp; Cía</t>', '<r><t>rich </t></r><r><t>text</t></r><rPh><t>no</t></rPh>', '<t>a_x000D_b</t>'],
      formats: ['dd/mm/yyyy', 'yyyy-mm-dd hh:mm', '#,##0.00 "days"', '[h]:mm'],
      sheets: {
        Ventas:
          header +
          '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>0</v></c><c r="C2" s="1"><v>44301</v></c><c r="D2" s="3"><v>1234.5599999999999</v></c></row>' +
          '<row r="3"><c r="A3"><v>2</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" s="2"><v>44301.959943</v></c><c r="D3" t="e"><v>#DIV/0!</v></c></row>' +
          '<row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5" t="str"><f>1+1</f><v>two</v></c><c r="D5"><v>1E-3</v></c></row>',
      },
    });
    const loaded = await scratch.load('book.xlsx', bytes);
    expect(loaded.names).toEqual(['id', 'name', 'at', 'amount']);
    expect(loaded.rows).toEqual([
      ['1', 'Peña & Cía', '2021-04-15', '1234.56', 2],
      ['2', 'rich text', '2021-04-15 23:02:19', '#DIV/0!', 3],
      ['true', 'two', '', '0.001', 5],
    ]);
  });

  it('have sheets, of which the first with rows is taken or the one that is wanted', async () => {
    const sheet = (value: number) =>
      `<row r="1">${inline('A1', 'n')}${inline('B1', 'm')}</row><row r="2"><c r="A2"><v>${value}</v></c><c r="B2"><v>0</v></c></row>`;
    const path = scratch.write('sheets.xlsx', workbook({ sheets: { Portada: '', Uno: sheet(1), Dos: sheet(2) } }));
    expect((await scratch.stage(path)).rows[0]?.[0]).toBe('1');
    expect((await scratch.stage(path, { sheet: 'Dos' })).rows[0]?.[0]).toBe('2');
    expect((await scratch.stage(path, { sheet: 3 })).format).toMatchObject({ sheet: 'Dos', sheets: ['Portada', 'Uno', 'Dos'] });
    await expect(scratch.stage(path, { sheet: 'Tres' })).rejects.toMatchObject({ code: 'sheet_not_found', expected: 'Portada, Uno, Dos' });
    await expect(scratch.stage(path, { sheet: 'Portada' })).rejects.toMatchObject({ code: 'no_rows' });
  });

  it('may have titles above the table, cells without places, and come gzipped', async () => {
    const rows = `<row><c t="inlineStr"><is><t>Informe</t></is></c></row><row r="3">${['id', 'cliente', 'total'].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row><row><c><v>7</v></c><c t="inlineStr"><is><t>Ana</t></is></c><c><v>2</v></c></row>`;
    const loaded = await scratch.load('titles.xlsx.gz', gzipSync(workbook({ sheets: { A: rows } })));
    expect(loaded.names).toEqual(['id', 'cliente', 'total']);
    expect(loaded.rows).toEqual([['7', 'Ana', '2', 4]]);
  });

  it('count days from 1904 where they say so', async () => {
    const rows = `${header}<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="inlineStr"><is><t>x</t></is></c><c r="C2" s="1"><v>0</v></c><c r="D2"><v>1</v></c></row>`;
    const loaded = await scratch.load('mac.xlsx', workbook({ since1904: true, formats: ['yyyy\\-mm\\-dd'], sheets: { A: rows } }));
    expect(loaded.rows[0]?.[2]).toBe('1904-01-01');
  });

  it('are refused when they are not whole, no workbook, or hostile', async () => {
    const good = workbook({ sheets: { A: header } });
    await expect(scratch.load('cut.xlsx', good.subarray(0, good.length - 30))).rejects.toMatchObject({ code: 'damaged_file' });
    await expect(scratch.load('other.xlsx', zip({ 'word/document.xml': '<x/>' }))).rejects.toMatchObject({ code: 'not_a_spreadsheet' });
    await expect(scratch.load('path.xlsx', workbook({ sheets: { A: header }, extra: { '../../etc/passwd': 'x' } }))).rejects.toMatchObject({
      code: 'unsafe_archive',
    });
    const entities = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData>&b;</sheetData></worksheet>';
    await expect(
      scratch.load('dtd.xlsx', workbook({ sheets: { A: '' }, extra: { 'xl/worksheets/sheet1.xml': entities } })),
    ).rejects.toMatchObject({ code: 'unsafe_archive' });
    await expect(scratch.load('broken.xlsx', workbook({ sheets: { A: '<row r="1"><c r="A1"><v>1</row>' } }))).rejects.toMatchObject({
      code: 'damaged_file',
    });
    const bomb = Buffer.alloc(80 << 20, 0x20);
    await expect(scratch.load('bomb.xlsx', workbook({ sheets: { A: header }, extra: { 'xl/media/big.xml': bomb } }))).rejects.toMatchObject(
      { code: 'compression_bomb' },
    );
  });
});

describe('serial numbers', () => {
  it.each([
    [14, undefined, 'date'],
    [22, undefined, 'datetime'],
    [20, undefined, 'time'],
    [0, undefined, null],
    [4, undefined, null],
    [164, 'd "de" mmmm "de" yyyy', 'date'],
    [164, '[$-C0A]dd\\-mmm\\-yy;@', 'date'],
    [164, 'h:mm AM/PM', 'time'],
    [164, '[h]:mm:ss', null],
    [164, '#,##0.00\\ "€";[Red]\\-#,##0.00\\ "€"', null],
    [164, '0.0"d"', null],
    [164, 'General', null],
    [164, 'mmm\\-yy', 'date'],
  ])('format %j %j is %j', (id, code, kind) => {
    expect(serialKind(id, code)).toBe(kind);
  });

  it.each([
    [1, 'date', false, '1900-01-01'],
    [59, 'date', false, '1900-02-28'],
    [61, 'date', false, '1900-03-01'],
    [44301, 'date', false, '2021-04-15'],
    [44301, 'datetime', false, '2021-04-15 00:00:00'],
    [44301.5, 'date', false, '2021-04-15 12:00:00'],
    [44301.999999, 'datetime', false, '2021-04-16 00:00:00'],
    [0.5, 'time', false, '12:00:00'],
    [-1, 'date', false, null],
    [3_000_000, 'date', false, null],
    [42_839, 'date', true, '2021-04-15'],
  ] as const)('%j as %s (1904: %j) is %j', (serial, kind, since1904, text) => {
    expect(serialText(serial, kind, since1904)).toBe(text);
  });
});
