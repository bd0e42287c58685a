import { appendFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { Scratch } from './testing/scratch.ts';

const scratch = new Scratch();
afterAll(() => scratch.close());

const utf16 = (text: string, big: boolean, mark: boolean): Buffer => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('encodings', () => {
  const text = 'id;nombre;país\n1;Íñigo Muñoz;España\n2;Zoë — €;Perú\n';
  // Windows-1252 has the dash at 0x97 and the euro at 0x80, where Latin-1 has control characters.
  const windows = Buffer.from(text.replace('—', '\u0097').replace('€', '\u0080'), 'latin1');
  const cases: readonly [string, Uint8Array, string][] = [
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 LE with a mark', utf16(text, false, true), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(text, true, true), 'utf-16be'],
    ['UTF-16 LE without', utf16(text, false, false), 'utf-16le'],
    ['UTF-16 BE without', utf16(text, true, false), 'utf-16be'],
    ['Windows-1252', windows, 'windows-1252'],
    ['gzip of UTF-8', gzipSync(text), 'utf-8'],
    ['gzip of Windows-1252', gzipSync(windows), 'windows-1252'],
  ];
  it.each(cases)('%s', async (name, bytes, encoding) => {
    const loaded = await scratch.load(name.startsWith('gzip') ? 'e.csv.gz' : 'e.csv', bytes);
    expect(loaded.format.encoding).toBe(encoding);
    expect(loaded.names).toEqual(['id', 'nombre', 'país']);
    expect(loaded.rows).toEqual([
      ['1', 'Íñigo Muñoz', 'España', 2],
      ['2', 'Zoë — €', 'Perú', 3],
    ]);
    expect(loaded.rejects).toEqual([]);
  });

  it('is what the mapping states', async () => {
    const loaded = await scratch.load('stated.csv', Buffer.from('a,b\n1,\xa4\n', 'latin1'), { encoding: 'ISO-8859-15' });
    expect(loaded.rows).toEqual([['1', '€', 2]]);
    await expect(scratch.load('odd.csv', 'a,b\n1,2\n', { encoding: 'ebcdic' })).rejects.toMatchObject({
      code: 'unknown_encoding',
      found: 'ebcdic',
    });
  });

  it('is decided over the whole file, not by its beginning', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => `${at},plain text of some length`).join('\n');
    const late = Buffer.concat([Buffer.from(`id,text\n${rows}\n9,Espa`), Buffer.from([0xf1]), Buffer.from('a\n')]);
    const loaded = await scratch.load('late.csv', late);
    expect(loaded.format.encoding).toBe('windows-1252');
    expect(loaded.count).toBe(100_001);
    expect(loaded.rows.at(-1)).toEqual(['9', 'España', 100_002]);
  });

  it('with stray bytes in a UTF-8 file leaves out their rows only', async () => {
    const bytes = Buffer.concat([Buffer.from('id,name\n1,Peña\n2,Nuñez\n3,caf'), Buffer.from([0xe9]), Buffer.from('\n4,Añil\n')]);
    const loaded = await scratch.load('stray.csv', bytes);
    expect(loaded.rows.map((row) => row[0])).toEqual(['1', '2', '4']);
    expect(loaded.rows.map((row) => row[2])).toEqual([2, 3, 5]);
    expect(loaded.rejects).toMatchObject([{ line: 4, column: 'name', code: 'invalid_utf8' }]);
  });
});

describe('delimiters and headers', () => {
  it.each([',', ';', '\t', '|'])('cut by %j', async (delimiter) => {
    const lines = [
      ['id', 'name', 'note'],
      ['1', 'Ana, Luis; y | más', 'x'],
      ['2', 'B', ''],
    ];
    const text = lines.map((cells) => cells.map((cell) => (/[,;|]/.test(cell) ? `"${cell}"` : cell)).join(delimiter)).join('\r\n');
    const loaded = await scratch.load('cut.csv', text);
    expect(loaded.format.delimiter).toBe(delimiter);
    expect(loaded.rows).toEqual([
      ['1', 'Ana, Luis; y | más', 'x', 2],
      ['2', 'B', '', 3],
    ]);
  });

  it('tells decimal commas from delimiters', async () => {
    const loaded = await scratch.load('commas.csv', 'nombre;importe\nPérez, Juan;12,5\nGómez, Ana;13,75\n');
    expect(loaded.format).toMatchObject({ delimiter: ';', decimal: ',' });
    expect(loaded.rows[0]).toEqual(['Pérez, Juan', '12,5', 2]);
  });

  it('believes what Excel says', async () => {
    const loaded = await scratch.load('sep.csv', 'sep=;\r\na;b\r\n1,2;3\r\n');
    expect(loaded.rows).toEqual([['1,2', '3', 3]]);
  });

  it('skips titles above the table', async () => {
    const loaded = await scratch.load('titles.csv', 'Informe de ventas\nGenerado el 1/2/2024\n\nid,cliente,total\n1,Ana,3\n2,Luis,4\n');
    expect(loaded.format.skip).toBe(3);
    expect(loaded.rows).toEqual([
      ['1', 'Ana', '3', 5],
      ['2', 'Luis', '4', 6],
    ]);
    const padded = await scratch.load('padded.csv', 'Informe,,\n,,\nid,cliente,total\n1,Ana,3\n');
    expect(padded.names).toEqual(['id', 'cliente', 'total']);
    expect(padded.rows).toEqual([['1', 'Ana', '3', 4]]);
  });

  it('names columns without a header by their place', async () => {
    const loaded = await scratch.load('bare.csv', '1,2021-01-01,9.5\n2,2021-01-02,3.25\n');
    expect(loaded.format.header).toBe(false);
    expect(loaded.names).toEqual(['c1', 'c2', 'c3']);
    expect(loaded.rows[0]).toEqual(['1', '2021-01-01', '9.5', 1]);
  });

  it('renames what stands twice, fills what is empty, drops what is empty to the end', async () => {
    const loaded = await scratch.load('names.csv', 'category,Category,,category_2,category,_row,,\n1,2,3,4,5,6,,\n');
    expect(loaded.names).toEqual(['category', 'Category_3', 'c3', 'category_2', 'category_4', '_row_2']);
    expect(loaded.rows).toEqual([['1', '2', '3', '4', '5', '6', 2]]);
  });

  it('reads columns parted by spaces', async () => {
    const loaded = await scratch.load('spaced.txt', ' 00004 0001 19970101  2   29.33\n 00004 0001 19970118  2   29.73\n');
    expect(loaded.rows[1]).toEqual(['00004', '0001', '19970118', '2', '29.73', 2]);
    expect(loaded.format.columns.map(({ kind }) => kind)).toEqual(['text', 'text', 'date', 'integer', 'number']);
  });

  it.each(['\r', '\n', '\r\n'])('ends lines with %j', async (end) => {
    const loaded = await scratch.load('ends.csv', ['a,b', '1,2', '3,4', ''].join(end));
    expect(loaded.rows).toEqual([
      ['1', '2', 2],
      ['3', '4', 3],
    ]);
  });

  it('reads one column', async () => {
    const loaded = await scratch.load('one.csv', 'name\nAna\n\nLuis\n');
    expect(loaded.rows).toEqual([
      ['Ana', 2],
      ['Luis', 4],
    ]);
  });

  it('reads a header without rows, and refuses nothing at all', async () => {
    expect((await scratch.load('header.csv', 'a,b,c\n')).rows).toEqual([]);
    await expect(scratch.load('blank.csv', '\n\n  \n')).rejects.toMatchObject({ code: 'empty_file' });
    await expect(scratch.load('skipped.csv', 'a,b\n1,2\n', { skip: 9 })).rejects.toMatchObject({ code: 'no_rows' });
  });

  it.each([
    [{ delimiter: ',,' }, 'format.delimiter'],
    [{ quote: '""' }, 'format.quote'],
    [{ decimal: ';' }, 'format.decimal'],
    [{ thousands: '_' }, 'format.thousands'],
    [{ decimal: ',', thousands: ',' }, 'format.thousands'],
    [{ skip: -1 }, 'format.skip'],
  ])('refuses %j', async (overrides, where) => {
    await expect(scratch.load('o.csv', 'a,b\n1,2\n', overrides)).rejects.toMatchObject({ code: 'invalid_format_option', where });
  });
});

describe('rows that cannot be read', () => {
  it('are left out with their lines, and no other', async () => {
    const loaded = await scratch.load('ragged.csv', 'a,b,c\n1,2,3\n4,5\n6,7,8\n9,10,11,12\n13,14,15,,\n16,17,18\n');
    expect(loaded.rows).toEqual([
      ['1', '2', '3', 2],
      ['6', '7', '8', 4],
      ['13', '14', '15', 6],
      ['16', '17', '18', 7],
    ]);
    expect(loaded.rejects).toMatchObject([
      { line: 3, value: '4,5', code: 'ragged_row', params: { expected: 3, found: 2 } },
      { line: 5, value: '9,10,11,12', code: 'ragged_row', params: { expected: 3, found: 4 } },
    ]);
  });

  it('spoil only their own line when a quote does not close', async () => {
    const loaded = await scratch.load('open.csv', 'a,b,c\n1,2,3\n4,"abc,6\n7,8,9\n10,11,12\n');
    expect(loaded.rows.map((row) => row[0])).toEqual(['1', '7', '10']);
    expect(loaded.rows.map((row) => row[3])).toEqual([2, 4, 5]);
    expect(loaded.rejects).toMatchObject([{ line: 3, code: 'unclosed_quote', value: '4,"abc,6' }]);
  });

  it('lose no row to an open quote in a large file', async () => {
    const row = 'aaaaaaaaaaaaaaaaaaaa,bbbbbbbbbbbbbbbbbbbbbb,cccccccccc\n';
    const path = scratch.write('large.csv', `a,b,c\n${row.repeat(60_000)}`);
    appendFileSync(path, `1,"abc,3\n${row.repeat(70_000)}`);
    const loaded = await scratch.stage(path);
    expect(loaded.count).toBe(130_000);
    expect(loaded.rejects).toMatchObject([{ line: 60_002, code: 'unclosed_quote' }]);
  }, 60_000);

  it('have quotes in the wrong place', async () => {
    const loaded = await scratch.load('quotes.csv', 'a,b\n1,"x"y\n2,in"side\n3,"doubled ""so"""\n4," z"\n');
    expect(loaded.rows.map((row) => row[1])).toEqual(['in"side', 'doubled "so"', ' z']);
    expect(loaded.rejects).toMatchObject([{ line: 2, code: 'misplaced_quote' }]);
  });

  it('have a NUL byte', async () => {
    const loaded = await scratch.load('nul.csv', 'a,b\n1,x\0y\n2,z\n');
    expect(loaded.rows).toEqual([['2', 'z', 3]]);
    expect(loaded.rejects).toMatchObject([{ line: 2, column: 'b', value: 'x␀y', code: 'nul_byte' }]);
  });

  it('are too long', async () => {
    const loaded = await scratch.load('long.csv', `a,b\n1,${'x'.repeat(2_500_000)}\n2,y\n`);
    expect(loaded.rows).toEqual([['2', 'y', 3]]);
    expect(loaded.rejects).toMatchObject([{ line: 2, code: 'line_too_long' }]);
  });

  it('are no rows when they have no value at all', async () => {
    const loaded = await scratch.load('voids.csv', 'a,b\n1,2\n,\n\n3,4\n , \n,,\n');
    expect(loaded.rows).toEqual([
      ['1', '2', 2],
      ['3', '4', 5],
    ]);
    expect(loaded.rejects).toEqual([]);
  });

  it('know their line below rows over several lines', async () => {
    const loaded = await scratch.load('multi.csv', 'a,b\n1,"two\nlines"\n2,x\n3\n4,y\n');
    expect(loaded.rows).toEqual([
      ['1', 'two\nlines', 2],
      ['2', 'x', 4],
      ['4', 'y', 6],
    ]);
    expect(loaded.rejects).toMatchObject([{ line: 5, code: 'ragged_row' }]);
  });

  it('end in different ways', async () => {
    const loaded = await scratch.load('mixed.csv', 'a,b\r\n1,2\n3,4\r\n5,"6\n7"\n');
    expect(loaded.rows).toEqual([
      ['1', '2', 2],
      ['3', '4', 3],
      ['5', '6\n7', 4],
    ]);
  });
});

it('brings every cell back as it was, whatever stands in it', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ñ', '€', '😀', ' ', ',', ';', '"', '\n', '=', "'", '|', '1'), maxLength: 8 });
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 15 });
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom('utf8', 'utf16le') as fc.Arbitrary<'utf8' | 'utf16le'>, async (cells, encoding) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = ['first,second,third', ...cells.map((row, at) => [`k${at}`, row[1], row[2]].map(quoted).join(','))].join('\n');
      const loaded = await scratch.load('any.csv', Buffer.from(encoding === 'utf8' ? text : `\ufeff${text}`, encoding), {
        delimiter: ',',
        skip: 0,
        header: true,
      });
      expect(loaded.rows.map((row) => row.slice(0, 3))).toEqual(cells.map((row, at) => [`k${at}`, row[1], row[2]]));
      expect(loaded.rejects).toEqual([]);
    }),
    { numRuns: 30 },
  );
}, 60_000);
