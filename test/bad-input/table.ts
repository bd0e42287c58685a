import type { BadInput } from './case.ts';
import { calls } from './table/calls.ts';
import { encodings } from './table/encodings.ts';
import { kinds } from './table/kinds.ts';
import { layouts } from './table/layouts.ts';
import { mappings } from './table/mappings.ts';
import { recognition } from './table/recognition.ts';
import { sql } from './table/sql.ts';
import { values } from './table/values.ts';
import { workbooks } from './table/workbooks.ts';

/** Every bad input, by what it is about. A cause stands once. */
export const table: readonly { readonly name: string; readonly title: string; readonly cases: readonly BadInput[] }[] = [
  { name: 'encodings', title: 'Encodings and empty files', cases: encodings },
  { name: 'layouts', title: 'Rows, quotes and headers', cases: layouts },
  { name: 'kinds', title: 'Files that are not what they say, damaged files, bombs', cases: kinds },
  { name: 'workbooks', title: 'Workbooks', cases: workbooks },
  { name: 'values', title: 'Values and records', cases: values },
  { name: 'recognition', title: 'What can be read in two ways', cases: recognition },
  { name: 'mappings', title: 'Mappings', cases: mappings },
  { name: 'sql', title: 'SQL in a mapping', cases: sql },
  { name: 'calls', title: 'Calls, settings and workspaces', cases: calls },
];
