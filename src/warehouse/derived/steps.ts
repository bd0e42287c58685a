interface Part {
  readonly name: string;
  readonly shared: boolean;
  readonly select: string;
}

/** The index after the parenthesis that closes the one at `open`; texts in quotes are passed over. */
const afterClosing = (sql: string, open: number): number => {
  let depth = 0;
  let quote: string | null = null;
  for (let index = open; index < sql.length; index++) {
    const character = sql[index];
    if (quote !== null) {
      if (character === quote) quote = null;
    } else if (character === "'" || character === '"') quote = character;
    else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  throw new Error('a WITH whose parenthesis is not closed');
};

/** The named parts of a statement that begins with WITH, and the SELECT after them. */
const splitWith = (sql: string): { readonly parts: readonly Part[]; readonly select: string } => {
  const parts: Part[] = [];
  let rest = sql.trimStart();
  for (let head = /^with (\w+) as (materialized )?\(/.exec(rest); head; head = /^, (\w+) as (materialized )?\(/.exec(rest)) {
    const open = head[0].length - 1;
    const end = afterClosing(rest, open);
    parts.push({ name: head[1] ?? '', shared: head[2] !== undefined, select: rest.slice(open + 1, end - 1) });
    rest = rest.slice(end);
  }
  return { parts, select: rest };
};

const withText = (parts: readonly Part[]): string =>
  parts.length === 0 ? '' : `with ${parts.map(({ name, select }) => `${name} as (${select})`).join(', ')}\n`;

export interface Steps {
  /** Statements to run before, in order. */
  readonly before: readonly string[];
  readonly select: string;
  /** Statements to run after, come what may. */
  readonly after: readonly string[];
}

/**
 * A SELECT whose parts named `as materialized` are temporary tables, for a database that copies a WITH to each place that names it:
 * ten such parts, each named twice, would be read and planned a thousand times.
 */
export const inSteps = (sql: string): Steps => {
  const { parts, select } = splitWith(sql);
  const shared = parts.filter((part) => part.shared);
  const before = shared.map((part) => {
    const inline = parts.slice(0, parts.indexOf(part)).filter((earlier) => !earlier.shared);
    return `create temporary table ${part.name} as ${withText(inline)}${part.select}`;
  });
  return {
    before,
    select: `${withText(parts.filter((part) => !part.shared))}${select}`,
    after: shared.map(({ name }) => `drop table if exists ${name}`),
  };
};
