import { workbook } from '../../../src/sources/file/testing/xlsx.ts';
import { zip } from '../../../src/sources/file/testing/zip.ts';
import type { BadInput } from '../case.ts';
import { dealsOf, entry } from '../case.ts';

const text = (place: string, value: string): string => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (line: number, ...cells: string[]): string => `<row r="${line}">${cells.join('')}</row>`;
const header = row(1, text('A1', 'id'), text('B1', 'amount'), text('C1', 'created_at'));
const good = row(2, text('A2', 'a'), '<c r="B2"><v>10</v></c>', text('C2', '2026-01-05'));
const sound = (): Buffer => workbook({ sheets: { Ventas: header + good } });

/** Sets a bit or a size where the archive's directory and the part itself state it. */
const patched = (archive: Buffer, part: string, patch: (at: Buffer) => void): Buffer => {
  for (let from = archive.indexOf(part); from >= 0; from = archive.indexOf(part, from + 1)) {
    if (archive.toString('latin1', from - 46, from - 42) === 'PK\x01\x02') patch(archive.subarray(from - 40));
    else if (archive.toString('latin1', from - 30, from - 26) === 'PK\x03\x04') patch(archive.subarray(from - 26));
  }
  return archive;
};

/** Workbooks that are broken, guarded or hostile. `patched` gives the bytes from "version needed" on. */
export const workbooks: readonly BadInput[] = [
  {
    cause: 'an old .xls called .xlsx (or one encrypted by Excel, which looks the same)',
    files: { 'a.xlsx': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]) },
    mapping: dealsOf('a.xlsx'),
    expects: {
      exit: 2,
      code: 'old_spreadsheet',
      where: 'a.xlsx',
      es: 'a.xlsx es un Excel antiguo (.xls) o está protegido con contraseña.',
      en: 'a.xlsx is an old Excel file (.xls) or has a password.',
    },
  },
  {
    cause: 'a workbook whose parts are encrypted',
    files: { 'a.xlsx': () => patched(sound(), 'xl/workbook.xml', (at) => at.writeUInt16LE(0x0801, 2)) },
    mapping: dealsOf('a.xlsx'),
    expects: {
      exit: 2,
      code: 'encrypted_file',
      where: 'a.xlsx',
      es: 'a.xlsx está protegido con contraseña.',
      en: 'a.xlsx has a password.',
    },
  },
  {
    cause: 'a workbook cut off',
    files: { 'a.xlsx': () => sound().subarray(0, 700) },
    mapping: dealsOf('a.xlsx'),
    expects: {
      exit: 2,
      code: 'damaged_file',
      where: 'a.xlsx',
      es: 'a.xlsx está dañado y no se puede leer como xlsx',
      en: 'a.xlsx is damaged and cannot be read as xlsx',
    },
  },
  {
    cause: 'a workbook with bytes changed in a sheet',
    files: {
      'a.xlsx': () => {
        const bytes = sound();
        bytes.fill(0xff, bytes.indexOf('xl/worksheets/sheet1.xml') + 30, bytes.indexOf('xl/worksheets/sheet1.xml') + 60);
        return bytes;
      },
    },
    mapping: dealsOf('a.xlsx'),
    expects: {
      exit: 2,
      code: 'damaged_file',
      where: 'a.xlsx',
      es: 'a.xlsx está dañado y no se puede leer como xlsx',
      en: 'a.xlsx is damaged and cannot be read as xlsx',
    },
  },
  {
    cause: 'a ZIP of something else called .xlsx',
    files: { 'a.xlsx': () => zip({ 'readme.txt': 'hello' }) },
    mapping: dealsOf('a.xlsx'),
    expects: {
      exit: 2,
      code: 'not_a_spreadsheet',
      where: 'a.xlsx',
      es: 'a.xlsx no contiene ninguna hoja de cálculo.',
      en: 'a.xlsx holds no spreadsheet.',
    },
  },
  {
    cause: 'an XLSX bomb: a sheet of blanks that inflates a thousandfold',
    files: { 'a.xlsx': () => workbook({ sheets: { S: header + good + ' '.repeat(40 << 20) } }) },
    mapping: dealsOf('a.xlsx'),
    expects: {
      exit: 2,
      code: 'compression_bomb',
      where: 'a.xlsx',
      es: 'a.xlsx se expande sin medida al descomprimirlo; no se ha abierto.',
      en: 'a.xlsx swells beyond measure when it is unpacked; it was not opened.',
    },
  },
  {
    cause: 'an XLSX bomb: shared strings that inflate a thousandfold',
    files: { 'a.xlsx': () => workbook({ sheets: { S: header + good }, strings: [`<t>${'x'.repeat(40 << 20)}</t>`] }) },
    mapping: dealsOf('a.xlsx'),
    expects: {
      exit: 2,
      code: 'compression_bomb',
      where: 'a.xlsx',
      es: 'a.xlsx se expande sin medida al descomprimirlo; no se ha abierto.',
      en: 'a.xlsx swells beyond measure when it is unpacked; it was not opened.',
    },
  },
  {
    cause: 'an XLSX bomb: ten thousand parts',
    files: {
      'a.xlsx': () =>
        workbook({ sheets: { S: header }, extra: Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`x/${at}`, ''])) }),
    },
    mapping: dealsOf('a.xlsx'),
    expects: {
      exit: 2,
      code: 'compression_bomb',
      where: 'a.xlsx',
      es: 'a.xlsx se expande sin medida al descomprimirlo; no se ha abierto.',
      en: 'a.xlsx swells beyond measure when it is unpacked; it was not opened.',
    },
  },
  {
    cause: 'an XLSX bomb: a sheet that is larger than the archive says',
    files: {
      'a.xlsx': () =>
        patched(workbook({ sheets: { S: header + good + ' '.repeat(1 << 20) } }), 'xl/worksheets/sheet1.xml', (at) =>
          at.writeUInt32LE(300, 18),
        ),
    },
    mapping: dealsOf('a.xlsx'),
    expects: {
      exit: 2,
      code: 'compression_bomb',
      where: 'a.xlsx',
      es: 'a.xlsx se expande sin medida al descomprimirlo; no se ha abierto.',
      en: 'a.xlsx swells beyond measure when it is unpacked; it was not opened.',
    },
  },
  {
    cause: 'a workbook whose parts lead out of it',
    files: { 'a.xlsx': () => workbook({ sheets: { S: header + good }, extra: { '../../outside.txt': 'x' } }) },
    mapping: dealsOf('a.xlsx'),
    expects: {
      exit: 2,
      code: 'unsafe_archive',
      where: 'a.xlsx',
      es: 'a.xlsx contiene algo que un libro de Excel no debe llevar: invalid relative path: ../../outside.txt',
      en: 'a.xlsx holds something that no workbook should: invalid relative path: ../../outside.txt',
    },
  },
  {
    cause: 'a workbook whose XML reads a file of the machine (an external entity)',
    files: {
      'a.xlsx': () =>
        workbook({
          sheets: { S: header + good },
          extra: { 'xl/sharedStrings.xml': '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>' },
        }),
    },
    mapping: dealsOf('a.xlsx'),
    expects: {
      exit: 2,
      code: 'unsafe_archive',
      where: 'a.xlsx',
      es: 'a.xlsx contiene algo que un libro de Excel no debe llevar: <!DOCTYPE>',
      en: 'a.xlsx holds something that no workbook should: <!DOCTYPE>',
    },
  },
  {
    cause: 'a sheet that the workbook has not',
    files: { 'a.xlsx': sound },
    mapping: dealsOf('a.xlsx', '    format: { sheet: Compras }\n'),
    expects: {
      exit: 2,
      code: 'sheet_not_found',
      where: 'a.xlsx',
      offers: 'Ventas',
      es: 'En a.xlsx no hay ninguna hoja «Compras».',
      en: 'There is no sheet "Compras" in a.xlsx.',
    },
  },
  {
    cause: 'a cell that holds an error of Excel',
    files: { 'a.xlsx': () => workbook({ sheets: { S: header + good + row(3, text('A3', 'b'), '<c r="B3" t="e"><v>#DIV/0!</v></c>') } }) },
    mapping: dealsOf('a.xlsx'),
    expects: {
      exit: 3,
      code: 'invalid_number',
      line: 3,
      column: 'amount',
      value: '#DIV/0!',
      good: ['a'],
      es: 'El valor no es un número.',
      en: 'The value is no number.',
    },
  },
  {
    cause: 'a formula that nobody has calculated, as programs write them',
    files: { 'a.xlsx': () => workbook({ sheets: { S: header + good + row(3, text('A3', 'b'), '<c r="B3"><f>1+1</f></c>') } }) },
    mapping: dealsOf('a.xlsx'),
    expects: {
      exit: 3,
      code: 'invalid_number',
      line: 3,
      column: 'amount',
      value: "'=1+1",
      good: ['a'],
      es: 'El valor no es un número.',
      en: 'The value is no number.',
    },
  },
  {
    cause: 'ids of more digits than Excel keeps',
    files: {
      'a.xlsx': () =>
        workbook({
          sheets: {
            S:
              header +
              row(2, '<c r="A2"><v>9007199254740992</v></c>', '<c r="B2"><v>1</v></c>') +
              row(3, '<c r="A3"><v>9007199254740993</v></c>', '<c r="B3"><v>2</v></c>'),
          },
        }),
    },
    mapping: entry('a.xlsx', 'opportunity', 'id: id, amount: amount'),
    expects: {
      exit: 0,
      code: null,
      good: ['9007199254740992', '9007199254740993'],
      es: 'Se conservan todas sus cifras; no se confunden dos identificadores.',
      en: 'All their digits are kept; no two ids become one.',
    },
  },
  {
    cause: 'a cell beyond the last column that there is',
    files: { 'a.xlsx': () => workbook({ sheets: { S: header + good + row(3, text('ZZZZ3', 'b')) } }) },
    mapping: dealsOf('a.xlsx'),
    expects: {
      exit: 2,
      code: 'damaged_file',
      where: 'a.xlsx',
      es: 'a.xlsx está dañado y no se puede leer como xlsx',
      en: 'a.xlsx is damaged and cannot be read as xlsx',
    },
  },
];
