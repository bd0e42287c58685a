import type { Encoding, InputFile } from '../contract-types.ts';
import { readBytes } from './bytes.ts';

/** The file's text, piece by piece, without its byte order mark. Bytes that are no text become U+FFFD. */
export async function* readText(file: InputFile, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of readBytes(file)) {
    const text = decoder.decode(piece, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/**
 * UTF-8 text with one character for each byte: what is not UTF-8 stays as it is, and can be told (`isUtf8`) and put back
 * (`Buffer.from(text, 'latin1')`) record by record. Without its byte order mark.
 */
export async function* readByteText(file: InputFile): AsyncGenerator<string> {
  let start = true;
  for await (const piece of readBytes(file)) {
    const text = piece.toString('latin1');
    yield start && text.startsWith('ï»¿') ? text.slice(3) : text;
    start = false;
  }
}
