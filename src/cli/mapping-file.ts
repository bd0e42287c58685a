import { closeSync, openSync, readSync } from 'node:fs';
import { CuadroError } from '../model/error.ts';
import type { Call } from './call.ts';

/** More bytes than a mapping may have characters: what has no end, such as a device, is not read further. */
const mostBytes = 4_000_001;

function readStart(path: string): string {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(mostBytes);
    let size = 0;
    for (let read = -1; read !== 0; size += read) read = readSync(file, buffer, size, mostBytes - size, null);
    return buffer.toString('utf8', 0, size);
  } finally {
    closeSync(file);
  }
}

/** A mapping's text, read here: the server need not see the caller's files. @throws CuadroError mapping_unreadable */
export function readMapping(call: Call, given: string): { text: string; file: string } {
  try {
    return { text: readStart(call.path(given)), file: given };
  } catch (cause) {
    throw new CuadroError({ code: 'mapping_unreadable', where: given, found: cause instanceof Error ? cause.message : '', cause });
  }
}
