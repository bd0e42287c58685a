import { mkdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { discoverFiles } from './discover.ts';
import { Scratch } from './testing/scratch.ts';
import { zip } from './testing/zip.ts';

const scratch = new Scratch();
afterAll(() => scratch.close());

describe('discoverFiles', () => {
  it('expands folders in order and says what it ignored', async () => {
    scratch.write('folder/b.csv', 'a,b\n1,2\n');
    scratch.write('folder/a.tsv.gz', gzipSync('a\tb\n1\t2\n'));
    scratch.write('folder/deep/c.jsonl', '{"a":1}\n');
    scratch.write('folder/LICENSE', 'free');
    scratch.write('folder/.hidden.csv', 'x');
    symlinkSync('/', join(scratch.folder, 'folder/root'));
    const { files, ignored } = await discoverFiles([join(scratch.folder, 'folder')]);
    expect(files.map(({ name, stem, kind, gzip }) => [name, stem, kind, gzip])).toEqual([
      ['a.tsv', 'a', 'delimited', true],
      ['b.csv', 'b', 'delimited', false],
      ['c.jsonl', 'c', 'jsonl', false],
    ]);
    expect(ignored.map((path) => basename(path))).toEqual(['.hidden.csv', 'LICENSE']);
  });

  it('takes a file that is named for what it holds', async () => {
    const { files } = await discoverFiles([scratch.write('export.dat', 'a;b\n1;2\n')]);
    expect(files).toMatchObject([{ kind: 'delimited', name: 'export.dat', stem: 'export' }]);
  });

  it('takes a file once', async () => {
    const path = scratch.write('twice.csv', 'a\n1\n');
    expect((await discoverFiles([path, path])).files).toHaveLength(1);
  });

  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const cases: readonly [string, string, Uint8Array | string, string][] = [
    ['a picture', 'picture.csv', png, 'file_is_not'],
    ['a PDF', 'paper.csv', '%PDF-1.7\n%âãÏÓ', 'file_is_not'],
    ['a ZIP', 'packed.csv', zip({ 'a.csv': 'a,b' }), 'file_is_not'],
    ['gzip without .gz', 'squeezed.csv', gzipSync('a,b'), 'file_is_not'],
    ['.gz without gzip', 'plain.csv.gz', 'a,b\n1,2', 'file_is_not'],
    ['HTML as CSV', 'page.csv', '<!DOCTYPE html><html></html>', 'file_is_not'],
    ['HTML as XLSX', 'table.xlsx', '<html><table></table></html>', 'file_is_not'],
    ['CSV as XLSX', 'text.xlsx', 'a,b\n1,2', 'file_is_not'],
    ['an old or encrypted workbook', 'old.xlsx', ole, 'old_spreadsheet'],
    ['CSV as Parquet', 'text.parquet', 'a,b\n1,2', 'file_is_not'],
    ['CSV as JSON', 'text.jsonl', 'a,b\n1,2', 'file_is_not'],
    ['bytes of no kind', 'noise.csv', Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 37) % 9)), 'file_is_not'],
    ['an empty file', 'empty.csv', '', 'empty_file'],
    ['only a mark', 'mark.csv', '\ufeff', 'empty_file'],
    ['an empty gzip', 'empty.csv.gz', gzipSync(''), 'empty_file'],
    ['an unknown binary', 'thing.bin', png, 'unknown_file_kind'],
  ];
  it.each(cases)('refuses %s', async (_, name, bytes, code) => {
    await expect(discoverFiles([scratch.write(name, bytes)])).rejects.toMatchObject({ code });
  });

  it('refuses what is missing, empty folders and what is no file', async () => {
    await expect(discoverFiles([join(scratch.folder, 'nowhere.csv')])).rejects.toMatchObject({ code: 'file_not_found' });
    mkdirSync(join(scratch.folder, 'void'));
    await expect(discoverFiles([join(scratch.folder, 'void')])).rejects.toMatchObject({ code: 'no_files' });
    await expect(discoverFiles(['/dev/null'])).rejects.toMatchObject({ code: 'not_a_file' });
  });

  it('notices a gzip that breaks off', async () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `${at},${(at * 7919) % 104_729}`).join('\n');
    const path = scratch.write('cut.csv.gz', gzipSync(`a,b\n${lines}`).subarray(0, 60_000));
    await expect(scratch.detect(path)).rejects.toMatchObject({ code: 'damaged_gzip' });
  });

  it('stops a gzip bomb', async () => {
    // Members of a gzip file follow each other: a small member of zeros, many times over.
    const member = gzipSync(Buffer.concat([Buffer.from('a,b\n1,'), Buffer.alloc(16 << 20, 0x78), Buffer.from('\n')]));
    const path = scratch.write('bomb.csv.gz', Buffer.concat(Array.from({ length: 20 }, () => member)));
    await expect(scratch.detect(path)).rejects.toMatchObject({ code: 'compression_bomb' });
  });
});
