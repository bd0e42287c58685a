/** What the first bytes of a file are, as far as it matters here. `text` is anything without a known signature. */
export type Signature = 'zip' | 'parquet' | 'gzip' | 'ole' | 'html' | 'xml' | 'json' | 'text' | 'empty' | 'binary' | BinaryName;
type BinaryName = 'png' | 'jpeg' | 'gif' | 'pdf' | 'sqlite' | '7z' | 'rar' | 'bzip2' | 'xz' | 'zstd' | 'rtf';

const magic: readonly (readonly [string, Signature])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['50415231', 'parquet'],
  ['1f8b', 'gzip'],
  ['d0cf11e0a1b11ae1', 'ole'],
  ['89504e47', 'png'],
  ['ffd8ff', 'jpeg'],
  ['47494638', 'gif'],
  ['25504446', 'pdf'],
  ['53514c69746520666f726d6174', 'sqlite'],
  ['377abcaf271c', '7z'],
  ['526172211a07', 'rar'],
  ['425a68', 'bzip2'],
  ['fd377a585a00', 'xz'],
  ['28b52ffd', 'zstd'],
  ['7b5c727466', 'rtf'],
];

/** Names what a file is by its first bytes (some thousands will do). */
export function signatureOf(head: Buffer): Signature {
  if (head.length === 0) return 'empty';
  const hex = head.subarray(0, 16).toString('hex');
  const known = magic.find(([bytes, name]) => hex.startsWith(bytes) && (name !== 'bzip2' || /^[1-9]$/.test(head.toString('latin1', 3, 4))));
  if (known) return known[1];
  const wide = hex.startsWith('fffe') || hex.startsWith('feff') || looksWide(head);
  const text = (wide ? head.toString('latin1').replaceAll('\0', '') : head.toString('latin1')).replace(
    /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/,
    '',
  );
  const start = text.trimStart().slice(0, 256).toLowerCase();
  if (start === '') return text.replaceAll('\0', '') === '' && head.includes(0) && !wide ? 'binary' : 'empty';
  if (/^<(!doctype html|html|table|head|body|meta|script)\b/.test(start)) return 'html';
  if (start.startsWith('<?xml')) return 'xml';
  if (!wide && isBinary(head)) return 'binary';
  return start.startsWith('{') || start.startsWith('[') ? 'json' : 'text';
}

/** UTF-16 without a mark: text in Latin letters has zeros in every second place. */
export function looksWide(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const part = head.subarray(0, 4096);
  if (part.length < 4) return null;
  let [even, odd] = [0, 0];
  for (let at = 0; at < part.length; at += 1) {
    if (part[at] === 0) {
      if (at % 2 === 0) even += 1;
      else odd += 1;
    }
  }
  const half = part.length / 2;
  if (odd > 0.6 * half && even < 0.1 * half) return 'utf-16le';
  return even > 0.6 * half && odd < 0.1 * half ? 'utf-16be' : null;
}

/** Control bytes that no text has, beyond a few that broken exports leave. */
function isBinary(head: Buffer): boolean {
  let strange = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) strange += 1;
  return strange > 0.05 * head.length && strange > 2;
}
