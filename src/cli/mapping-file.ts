import { readFileSync } from 'node:fs';
import { CuadroError } from '../model/error.ts';
import type { Call } from './call.ts';

/** A mapping's text, read here: the server need not see the caller's files. @throws CuadroError mapping_unreadable */
export function readMapping(call: Call, given: string): { text: string; file: string } {
  try {
    return { text: readFileSync(call.path(given), 'utf8'), file: given };
  } catch (cause) {
    throw new CuadroError({ code: 'mapping_unreadable', where: given, found: cause instanceof Error ? cause.message : '', cause });
  }
}
