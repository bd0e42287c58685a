import type { BadInput } from './case.ts';

interface Group {
  readonly title: string;
  readonly cases: readonly BadInput[];
}

const exits: Readonly<Record<number, string>> = { 0: 'taken', 1: 'refused', 2: 'refused', 3: 'row rejected' };
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');

const line = ({ cause, expects }: BadInput): string => {
  const outcome = expects.exit === 0 && expects.code !== null ? 'warning' : (exits[expects.exit] ?? '');
  const code = expects.code === null ? '' : `\`${expects.code}\``;
  return `| ${[cause, outcome, String(expects.exit), code, expects.es, expects.en].map(cell).join(' | ')} |`;
};

/** The table of bad inputs as a page of the documentation. */
export const documentOf = (groups: readonly Group[]): string => {
  const count = groups.reduce((sum, { cases }) => sum + cases.length, 0);
  const parts = groups.map(
    ({ title, cases }) =>
      `## ${title}\n\n| Cause | Outcome | Exit | Code | Mensaje | Message |\n| --- | --- | --- | --- | --- | --- |\n${cases.map(line).join('\n')}\n`,
  );
  return `# Bad input

${count} inputs that are wrong, each with its own cause, and what Cuadro does with them: the whole call is refused and nothing changes
(exit 2, or 1 when it is no fault of the input), single rows are left out and told in the file of rejected rows (exit 3), or the rows
come in, with a warning or with what keeps them harmless (exit 0). Messages are shown up to where they depend on the machine.

This page is made from \`test/bad-input/table.ts\` by its test, which runs every line through the command line and looks at its words in both languages:
\`vitest run test/bad-input --update\` writes it anew.

${parts.join('\n')}`;
};
