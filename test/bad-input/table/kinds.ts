import { gzipSync } from 'node:zlib';
import { workbook } from '../../../src/sources/file/testing/xlsx.ts';
import { zip } from '../../../src/sources/file/testing/zip.ts';
import type { BadInput } from '../case.ts';
import { deals, dealsOf, entry } from '../case.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/** Files that are not what their names say, or are damaged, or swell. */
export const kinds: readonly BadInput[] = [
  {
    cause: 'a picture called .csv',
    files: { 'a.csv': png },
    mapping: dealsOf('a.csv'),
    expects: {
      exit: 2,
      code: 'file_is_not',
      where: 'a.csv',
      es: 'a.csv no es lo que dice su nombre: debería ser csv y es png.',
      en: 'a.csv is not what its name says: it should be csv and is png.',
    },
  },
  {
    cause: 'a PDF called .csv',
    files: { 'a.csv': '%PDF-1.7\n1 0 obj\n' },
    mapping: dealsOf('a.csv'),
    expects: {
      exit: 2,
      code: 'file_is_not',
      where: 'a.csv',
      es: 'a.csv no es lo que dice su nombre: debería ser csv y es pdf.',
      en: 'a.csv is not what its name says: it should be csv and is pdf.',
    },
  },
  {
    cause: 'a web page called .csv, as an expired session gives',
    files: { 'a.csv': '<!DOCTYPE html>\n<html><body>Inicie sesión</body></html>\n' },
    mapping: dealsOf('a.csv'),
    expects: {
      exit: 2,
      code: 'file_is_not',
      where: 'a.csv',
      es: 'a.csv no es lo que dice su nombre: debería ser csv y es html.',
      en: 'a.csv is not what its name says: it should be csv and is html.',
    },
  },
  {
    cause: 'a ZIP called .csv',
    files: { 'a.csv': () => zip({ 'deals.csv': deals }) },
    mapping: dealsOf('a.csv'),
    expects: {
      exit: 2,
      code: 'file_is_not',
      where: 'a.csv',
      es: 'a.csv no es lo que dice su nombre: debería ser csv y es zip.',
      en: 'a.csv is not what its name says: it should be csv and is zip.',
    },
  },
  {
    cause: 'a workbook called .csv',
    files: { 'a.csv': () => workbook({ sheets: { S: '<row r="1"><c r="A1"><v>1</v></c></row>' } }) },
    mapping: dealsOf('a.csv'),
    expects: {
      exit: 2,
      code: 'file_is_not',
      where: 'a.csv',
      es: 'a.csv no es lo que dice su nombre: debería ser csv y es zip.',
      en: 'a.csv is not what its name says: it should be csv and is zip.',
    },
  },
  {
    cause: 'a CSV called .xlsx',
    files: { 'a.xlsx': deals },
    mapping: dealsOf('a.xlsx'),
    expects: {
      exit: 2,
      code: 'file_is_not',
      where: 'a.xlsx',
      es: 'a.xlsx no es lo que dice su nombre: debería ser xlsx y es texto.',
      en: 'a.xlsx is not what its name says: it should be xlsx and is text.',
    },
  },
  {
    cause: 'a CSV called .parquet',
    files: { 'a.parquet': deals },
    mapping: dealsOf('a.parquet'),
    expects: {
      exit: 2,
      code: 'file_is_not',
      where: 'a.parquet',
      es: 'a.parquet no es lo que dice su nombre: debería ser parquet y es texto.',
      en: 'a.parquet is not what its name says: it should be parquet and is text.',
    },
  },
  {
    cause: 'a CSV called .gz',
    files: { 'a.csv.gz': deals },
    mapping: dealsOf('a.csv'),
    expects: {
      exit: 2,
      code: 'file_is_not',
      where: 'a.csv.gz',
      es: 'a.csv.gz no es lo que dice su nombre: debería ser gzip y es texto.',
      en: 'a.csv.gz is not what its name says: it should be gzip and is text.',
    },
  },
  {
    cause: 'a CSV called .jsonl',
    files: { 'a.jsonl': deals },
    mapping: dealsOf('a.jsonl'),
    expects: {
      exit: 2,
      code: 'file_is_not',
      where: 'a.jsonl',
      es: 'a.jsonl no es lo que dice su nombre: debería ser jsonl y es texto.',
      en: 'a.jsonl is not what its name says: it should be jsonl and is text.',
    },
  },
  {
    cause: 'a file of an unknown kind',
    files: { 'a.dat': png },
    mapping: dealsOf('a.dat'),
    expects: {
      exit: 2,
      code: 'unknown_file_kind',
      where: 'a.dat',
      es: 'No se sabe leer a.dat (png).',
      en: 'a.dat is of a kind that cannot be read (png).',
    },
  },
  {
    cause: 'a folder with nothing to import',
    files: { 'folder/notes.docx': 'x' },
    mapping: dealsOf('a.csv'),
    argv: ['import', 'folder', '--map', 'mapping.yaml'],
    expects: {
      exit: 2,
      code: 'no_files',
      where: 'folder',
      es: 'En folder no hay nada que importar.',
      en: 'There is nothing to import in folder.',
    },
  },
  {
    cause: 'a device instead of a file',
    mapping: dealsOf('null'),
    argv: ['import', '/dev/null', '--map', 'mapping.yaml'],
    expects: {
      exit: 2,
      code: 'not_a_file',
      where: '/dev/null',
      es: '/dev/null no es un archivo normal.',
      en: '/dev/null is not a regular file.',
    },
  },
  {
    cause: 'a path that there is not',
    mapping: dealsOf('a.csv'),
    argv: ['import', 'a.csv', '--map', 'mapping.yaml'],
    expects: { exit: 2, code: 'file_not_found', where: 'a.csv', es: 'No se encuentra a.csv.', en: 'a.csv was not found.' },
  },
  {
    cause: 'a Parquet file cut off',
    files: { 'a.parquet': Buffer.from('PAR1\x15\x04\x15\x00\x15', 'latin1') },
    mapping: dealsOf('a.parquet'),
    expects: {
      exit: 2,
      code: 'damaged_file',
      where: 'a.parquet',
      es: 'a.parquet está dañado y no se puede leer como parquet',
      en: 'a.parquet is damaged and cannot be read as parquet',
    },
  },
  {
    cause: 'a .gz cut off',
    files: { 'a.csv.gz': () => gzipSync(deals).subarray(0, 30) },
    mapping: dealsOf('a.csv'),
    expects: { exit: 2, code: 'damaged_gzip', where: 'a.csv.gz', es: 'El .gz a.csv.gz está dañado.', en: 'The .gz a.csv.gz is damaged.' },
  },
  {
    cause: 'a .gz with a wrong checksum',
    files: {
      'a.csv.gz': () => {
        const packed = gzipSync(deals);
        packed.writeUInt32LE(1, packed.length - 8);
        return packed;
      },
    },
    mapping: dealsOf('a.csv'),
    expects: { exit: 2, code: 'damaged_gzip', where: 'a.csv.gz', es: 'El .gz a.csv.gz está dañado.', en: 'The .gz a.csv.gz is damaged.' },
  },
  {
    cause: 'a .gz with rubbish after its end',
    files: { 'a.csv.gz': () => Buffer.concat([gzipSync(deals), Buffer.from('rubbish')]) },
    mapping: dealsOf('a.csv'),
    expects: { exit: 2, code: 'damaged_gzip', where: 'a.csv.gz', es: 'El .gz a.csv.gz está dañado.', en: 'The .gz a.csv.gz is damaged.' },
  },
  {
    cause: 'a .gz filled up with zeros, as tapes leave it',
    files: { 'a.csv.gz': () => Buffer.concat([gzipSync(deals), Buffer.alloc(512)]) },
    mapping: dealsOf('a.csv'),
    expects: {
      exit: 0,
      code: null,
      good: ['a', 'b'],
      es: 'Los ceros no son datos; se lee lo demás.',
      en: 'Zeros are no data; the rest is read.',
    },
  },
  {
    cause: 'a .gz bomb',
    files: {
      'a.csv.gz': () => {
        const block = gzipSync(Buffer.alloc(16 << 20, `1,${'2'.repeat(61)}\n`), { level: 9 });
        return Buffer.concat([gzipSync('id,amount\n'), ...Array.from({ length: 18 }, () => block)]);
      },
    },
    mapping: dealsOf('a.csv'),
    expects: {
      exit: 2,
      code: 'compression_bomb',
      where: 'a.csv.gz',
      es: 'a.csv.gz se expande sin medida al descomprimirlo; no se ha abierto.',
      en: 'a.csv.gz swells beyond measure when it is unpacked; it was not opened.',
    },
  },
  {
    cause: 'JSON lines with a broken line',
    files: {
      'a.jsonl': '{"id":"a","amount":1,"created_at":"2026-01-01"}\n{"id":"b","amo\n{"id":"c","amount":3,"created_at":"2026-01-03"}\n',
    },
    mapping: dealsOf('a.jsonl'),
    expects: {
      exit: 3,
      code: 'invalid_json_line',
      line: 2,
      column: null,
      good: ['a', 'c'],
      es: 'La línea no es un objeto JSON.',
      en: 'The line is no JSON object.',
    },
  },
  {
    cause: 'a JSON line that is a list',
    files: { 'a.jsonl': '{"id":"a","amount":1,"created_at":"2026-01-01"}\n["b",2,"2026-01-02"]\n' },
    mapping: dealsOf('a.jsonl'),
    expects: {
      exit: 3,
      code: 'invalid_json_line',
      line: 2,
      column: null,
      good: ['a'],
      es: 'La línea no es un objeto JSON.',
      en: 'The line is no JSON object.',
    },
  },
  {
    cause: 'a JSON array of arrays',
    files: { 'a.json': '[["id","amount"],["a",1]]\n' },
    mapping: dealsOf('a.json'),
    expects: { exit: 2, code: 'no_rows', where: 'a.json', es: 'a.json no tiene ninguna fila.', en: 'a.json has no rows.' },
  },
  {
    cause: 'a JSON array cut off',
    files: { 'a.json': '[{"id":"a","amount":1},{"id":"b","am' },
    mapping: dealsOf('a.json'),
    expects: {
      exit: 2,
      code: 'damaged_file',
      where: 'a.json',
      es: 'a.json está dañado y no se puede leer como jsonl',
      en: 'a.json is damaged and cannot be read as jsonl',
    },
  },
  {
    cause: 'JSON whose ids are numbers of many digits beside one with an exponent',
    files: {
      'a.jsonl': '{"id":9007199254740992,"amount":1}\n{"id":9007199254740993,"amount":2}\n{"id":1e3,"amount":3}\n',
    },
    mapping: entry('a.jsonl', 'opportunity', 'id: id, amount: amount'),
    expects: {
      exit: 0,
      code: null,
      good: ['1000.0', '9007199254740992', '9007199254740993'],
      es: 'Se conservan todas sus cifras; no se confunden dos identificadores.',
      en: 'All their digits are kept; no two ids become one.',
    },
  },
  {
    cause: 'a JSON number beyond 64 bits with a sign',
    files: { 'a.jsonl': '{"id":"a","amount":1}\n{"id":"b","amount":18446744073709551615}\n' },
    mapping: entry('a.jsonl', 'opportunity', 'id: id, amount: amount'),
    expects: {
      exit: 3,
      code: 'number_out_of_range',
      line: 2,
      column: 'amount',
      value: '18446744073709551615',
      good: ['a'],
      es: 'El número no cabe o no es finito.',
      en: 'The number does not fit or is not finite.',
    },
  },
  {
    cause: 'JSON nested a hundred thousand deep',
    files: {
      'a.jsonl': () =>
        Buffer.from(`{"id":"a","amount":1,"created_at":"2026-01-01"}\n{"id":"b","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n`),
    },
    mapping: dealsOf('a.jsonl'),
    expects: {
      exit: 0,
      code: null,
      good: ['a', 'b'],
      es: 'Se conserva como texto; nada se desborda.',
      en: 'It is kept as text; nothing overflows.',
    },
  },
];
