import type { Block, Page, Piece, Text } from './page.ts';

const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(/([*_`<>[\]|])/g, '\\$1')
    .replaceAll('\n', ' ');

const piece = (one: Piece): string => {
  if (typeof one === 'string') return escaped(one);
  return 'code' in one ? `\`${one.code.replaceAll('|', '\\|')}\`` : `[${escaped(one.text)}](${one.page}.md)`;
};

const text = (of: Text): string => (typeof of === 'string' ? escaped(of) : of.map(piece).join(''));

function block(of: Block): string {
  switch (of.kind) {
    case 'heading':
      return `## ${escaped(of.text)}`;
    case 'text':
      return escaped(of.text);
    case 'facts':
      return of.rows.map(([term, what]) => `- **${escaped(term)}**: ${text(what)}`).join('\n');
    case 'list':
      return of.items.map((item) => `- ${text(item)}`).join('\n');
    case 'table':
      return [
        `| ${of.titles.map(escaped).join(' | ')} |`,
        `|${of.titles.map(() => '---').join('|')}|`,
        ...of.rows.map((row) => `| ${row.map(text).join(' | ')} |`),
      ].join('\n');
  }
}

/** @returns a page as Markdown */
export const toMarkdown = ({ title, blocks }: Page): string => `${[`# ${escaped(title)}`, ...blocks.map(block)].join('\n\n')}\n`;
