const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

const numbers = (...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): readonly number[] =>
  fields.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, index) => (value >>> (8 * index)) & 0xff));

/** The first of January 1980, the earliest day that the format knows: the same files give the same bytes. */
const day = 0x21;

/** A zip archive of text files, stored as they are. */
export function zipOf(files: readonly (readonly [name: string, text: string])[]): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const path = encoder.encode(name);
    const content = encoder.encode(text);
    // Version 2.0, names in UTF-8, stored, time, day, checksum, both sizes, length of the name, nothing extra.
    const common = numbers(
      [20, 2],
      [0x0800, 2],
      [0, 2],
      [0, 2],
      [day, 2],
      [crc32(content), 4],
      [content.length, 4],
      [content.length, 4],
      [path.length, 2],
      [0, 2],
    );
    const local = Uint8Array.from([...numbers([0x04034b50, 4]), ...common, ...path]);
    directory.push(
      Uint8Array.from([...numbers([0x02014b50, 4], [20, 2]), ...common, ...numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), ...path]),
    );
    parts.push(local, content);
    offset += local.length + content.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Uint8Array.from(
    numbers([0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [offset, 4], [0, 2]),
  );
  const all = [...parts, ...directory, end];
  const whole = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of all) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
