/** What exports write for "nothing". Only for guessing kinds: what they mean in the data, the mapping's `empty` says. */
const placeholders: ReadonlySet<string> = new Set([
  '?',
  '-',
  '--',
  '—',
  '.',
  'na',
  'n/a',
  'n.d.',
  's/d',
  'null',
  '(null)',
  'none',
  'nil',
  'nan',
  'undefined',
  '\\n',
  '#n/a',
  '(en blanco)',
  '(blank)',
]);

export const isPlaceholder = (value: string): boolean => placeholders.has(value.trim().toLowerCase());
