import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { CuadroError } from '../../../model/error.ts';
import { damaged } from './archive.ts';

/** What a reader of one XML part does with it. Names come without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Feeds a part to `handler`, piece by piece; `taken` is called after each piece. No entity is resolved but XML's own five, and a
 * document type, which could declare others, is refused.
 */
export async function* readXml<T>(path: string, stream: Readable, handler: XmlHandler, taken: () => readonly T[]): AsyncGenerator<T> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8');
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new CuadroError({ code: 'unsafe_archive', where: path, found: '<!DOCTYPE>' });
  });
  parser.on('opentag', (tag) => handler.open(local(tag.name), tag.attributes));
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  parser.on('closetag', (tag) => handler.close(local(tag.name)));
  try {
    for await (const piece of stream) {
      if (!Buffer.isBuffer(piece)) throw new TypeError('a part of an archive gave no bytes');
      parser.write(decoder.decode(piece, { stream: true }));
      yield* taken();
    }
    parser.close();
    yield* taken();
  } catch (error) {
    throw damaged(path, error);
  } finally {
    stream.destroy();
  }
}

/** Reads a whole small part. */
export async function readAllXml(path: string, stream: Readable, handler: XmlHandler): Promise<void> {
  for await (const _ of readXml(path, stream, handler, () => []));
}

/** `_x000D_` and its like stand for characters that XML cannot hold. */
export const unescaped = (text: string): string =>
  text.includes('_x') ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
