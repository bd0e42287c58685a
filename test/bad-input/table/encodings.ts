import type { BadInput } from '../case.ts';
import { dealsOf, entry } from '../case.ts';

const named = (file: string, more = ''): string => entry(file, 'opportunity', 'id: id, name: name', more);
const bytes = (...parts: (string | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

/** Bytes that are no text, or another text than they seem. */
export const encodings: readonly BadInput[] = [
  {
    cause: 'a cell whose bytes are not the UTF-8 that the mapping states',
    files: { 'a.csv': bytes('id,name\na,Álvaro\nb,Mu', [0xf1], 'oz\nc,Ruiz\n') },
    mapping: named('a.csv', '    format: { encoding: utf-8 }\n'),
    expects: {
      exit: 3,
      code: 'invalid_utf8',
      line: 3,
      column: 'name',
      good: ['a', 'c'],
      es: 'La celda tiene bytes que no son UTF-8.',
      en: 'The cell has bytes that are not UTF-8.',
    },
  },
  {
    cause: 'Latin-1 and UTF-8 mixed in one file',
    files: { 'a.csv': bytes('id,name\na,Álvaro\nb,Muñoz\nc,Peña\nd,Mu', [0xf1], 'oz\ne,Íñigo\n') },
    mapping: named('a.csv'),
    expects: {
      exit: 3,
      code: 'invalid_utf8',
      line: 5,
      column: 'name',
      good: ['a', 'b', 'c', 'e'],
      es: 'La celda tiene bytes que no son UTF-8.',
      en: 'The cell has bytes that are not UTF-8.',
    },
  },
  {
    cause: 'UTF-16 without a byte order mark',
    files: { 'a.csv': Buffer.from('id,name\na,Álvaro\nb,Muñoz\n', 'utf16le') },
    mapping: named('a.csv'),
    expects: {
      exit: 0,
      code: null,
      good: ['a', 'b'],
      select: 'select name from opportunity where _source = {source} order by id',
      gives: [{ name: 'Álvaro' }, { name: 'Muñoz' }],
      es: 'Se reconoce y se lee como lo que es.',
      en: 'It is told from its bytes and read as what it is.',
    },
  },
  {
    cause: 'UTF-16 that ends in half a character',
    files: { 'a.csv': bytes([0xff, 0xfe], [...Buffer.from('id,name\na,Álvaro\nb,Muñoz\n', 'utf16le')], [0x41]) },
    mapping: named('a.csv'),
    expects: {
      exit: 3,
      code: 'ragged_row',
      line: 4,
      column: null,
      good: ['a', 'b'],
      es: 'La fila tiene 1 celdas y el archivo 2 columnas.',
      en: 'The row has 1 cells and the file 2 columns.',
    },
  },
  {
    cause: 'UTF-32',
    files: { 'a.csv': bytes([0xff, 0xfe, 0, 0, 0x69, 0, 0, 0, 0x64, 0, 0, 0]) },
    mapping: named('a.csv'),
    expects: { exit: 2, code: 'unknown_encoding', es: 'No se conoce la codificación «UTF-32».', en: 'The encoding "UTF-32" is not known.' },
  },
  {
    cause: 'an encoding that there is not',
    files: { 'a.csv': 'id,name\na,x\n' },
    mapping: named('a.csv', '    format: { encoding: utf-9 }\n'),
    expects: { exit: 2, code: 'unknown_encoding', es: 'No se conoce la codificación «utf-9».', en: 'The encoding "utf-9" is not known.' },
  },
  {
    cause: 'a NUL byte within a cell',
    files: { 'a.csv': bytes('id,name\na,x\nb,y', [0], 'z\nc,w\n') },
    mapping: named('a.csv'),
    expects: {
      exit: 3,
      code: 'nul_byte',
      line: 3,
      column: 'name',
      good: ['a', 'c'],
      es: 'La celda contiene un byte nulo.',
      en: 'The cell holds a NUL byte.',
    },
  },
  {
    cause: 'nothing but NUL bytes',
    files: { 'a.csv': Buffer.alloc(4096) },
    mapping: named('a.csv'),
    expects: {
      exit: 2,
      code: 'file_is_not',
      es: 'a.csv no es lo que dice su nombre: debería ser csv y es binario.',
      en: 'a.csv is not what its name says: it should be csv and is binary.',
    },
  },
  {
    cause: 'an empty file',
    files: { 'a.csv': '' },
    mapping: dealsOf('a.csv'),
    expects: { exit: 2, code: 'empty_file', where: 'a.csv', es: 'a.csv está vacío.', en: 'a.csv is empty.' },
  },
  {
    cause: 'nothing but a byte order mark',
    files: { 'a.csv': bytes([0xef, 0xbb, 0xbf]) },
    mapping: dealsOf('a.csv'),
    expects: { exit: 2, code: 'empty_file', where: 'a.csv', es: 'a.csv está vacío.', en: 'a.csv is empty.' },
  },
  {
    cause: 'nothing but blank lines',
    files: { 'a.csv': '\n\n   \n\n' },
    mapping: dealsOf('a.csv'),
    expects: { exit: 2, code: 'empty_file', where: 'a.csv', es: 'a.csv está vacío.', en: 'a.csv is empty.' },
  },
  {
    cause: 'a header and no rows',
    files: { 'a.csv': 'id,amount,created_at\n' },
    mapping: dealsOf('a.csv'),
    expects: {
      exit: 0,
      code: null,
      good: [],
      es: 'No entra ninguna fila ni se crea ningún lote.',
      en: 'No row comes in and no batch is made.',
    },
  },
  {
    cause: 'more lines to skip than the file has',
    files: { 'a.csv': 'id,amount,created_at\na,1,2026-01-01\n' },
    mapping: dealsOf('a.csv', '    format: { skip: 99 }\n'),
    expects: { exit: 2, code: 'no_rows', where: 'a.csv', es: 'a.csv no tiene ninguna fila.', en: 'a.csv has no rows.' },
  },
];
