import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { linePicture, pictureSize } from './line-picture.ts';

/** Reads a picture back as a program that knows nothing of how it was made. */
function read(png: Buffer) {
  expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const named = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(named));
    chunks.set(named.subarray(0, 4).toString(), named.subarray(4));
    at += 12 + length;
  }
  const head = chunks.get('IHDR') ?? Buffer.alloc(13);
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  expect(rows).toHaveLength((width * 3 + 1) * height);
  const at = (x: number, y: number): string => {
    const start = y * (width * 3 + 1) + 1 + x * 3;
    return rows.subarray(start, start + 3).toString('hex');
  };
  return { width, height, at };
}

const line = '1f4fa3';
const sheet = 'fffdf9';

describe('a line as a picture', () => {
  it('goes from the lower left to the upper right where values rise, with a dot at its end', () => {
    const png = linePicture({ values: [0, 1], usual: null, aim: null });
    const { width, height, at } = read(png ?? Buffer.alloc(0));
    expect({ width, height }).toEqual(pictureSize);
    expect(at(560, 100)).toBe(line);
    expect([at(16, 180), at(1104, 20), at(1104, 28)]).toEqual([line, line, line]);
    expect([at(16, 20), at(1104, 180), at(16, 170)]).toEqual([sheet, sheet, sheet]);
  });

  it('shows what is usual behind, and the target dashed', () => {
    const { at } = read(linePicture({ values: [0, 10, 0], usual: [4, 6], aim: 8 }) ?? Buffer.alloc(0));
    expect(at(20, 100)).toBe('e9e6dd');
    expect(at(20, 52)).toBe('8d8a82');
    expect(at(37, 52)).toBe(sheet);
  });

  it('leaves a gap where nothing is known', () => {
    const { at } = read(linePicture({ values: [5, 5, null, 5, 5], usual: null, aim: null }) ?? Buffer.alloc(0));
    expect(at(100, 100)).toBe(line);
    expect(at(560, 100)).toBe(sheet);
  });

  it('begins with the first that is known', () => {
    expect(linePicture({ values: [null, null, 0, 1], usual: null, aim: null })).toEqual(
      linePicture({ values: [0, 1], usual: null, aim: null }),
    );
  });

  it('is none of one value, small, and the same each time', () => {
    expect(linePicture({ values: [null, 3, null], usual: null, aim: null })).toBeNull();
    const values = Array.from({ length: 13 }, (_, index) => Math.sin(index) * 40 + 100);
    const png = linePicture({ values, usual: [80, 120], aim: 110 });
    expect(png?.length).toBeLessThan(20_000);
    expect(linePicture({ values, usual: [80, 120], aim: 110 })).toEqual(png);
  });
});
