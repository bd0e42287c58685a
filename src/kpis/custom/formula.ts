import type { DerivedExpression } from '../../metrics/metric.ts';

const tokens = /\s*(?:(\d+(?:\.\d+)?)|([a-z][a-z0-9_]*)|([-+*/()]))/y;

/** A token, and where it begins. */
interface Token {
  readonly text: string;
  readonly at: number;
}

function tokensOf(formula: string): readonly Token[] | null {
  const found: Token[] = [];
  tokens.lastIndex = 0;
  const text = formula.trimEnd();
  while (tokens.lastIndex < text.length) {
    const at = tokens.lastIndex;
    const match = tokens.exec(text);
    if (!match) return null;
    found.push({ text: match[1] ?? match[2] ?? match[3] ?? '', at });
  }
  return found;
}

const isOperator = (text: string | undefined): text is '+' | '-' | '*' | '/' =>
  text === '+' || text === '-' || text === '*' || text === '/';

/**
 * Arithmetic over named metrics: `(won - cost) / cost`. Multiplication and division bind closer; equals are read from the left.
 * @returns null for what is not a formula
 */
export function parseFormula(formula: string): DerivedExpression | null {
  const all = tokensOf(formula);
  if (all === null || all.length === 0) return null;
  let place = 0;
  const peek = (): string | undefined => all[place]?.text;
  const primary = (): DerivedExpression | null => {
    const token = all[place];
    place += 1;
    if (!token) return null;
    if (token.text === '(') {
      const inner = sum();
      if (inner === null || peek() !== ')') return null;
      place += 1;
      return inner;
    }
    if (/^\d/.test(token.text)) return { op: 'number', value: Number(token.text) };
    return /^[a-z]/.test(token.text) ? { op: 'metric', name: token.text } : null;
  };
  const chain = (next: () => DerivedExpression | null, operators: readonly string[]): DerivedExpression | null => {
    let left = next();
    for (let op = peek(); left !== null && isOperator(op) && operators.includes(op); op = peek()) {
      place += 1;
      const right = next();
      if (right === null) return null;
      left = { op, left, right };
    }
    return left;
  };
  const product = (): DerivedExpression | null => chain(primary, ['*', '/']);
  const sum = (): DerivedExpression | null => chain(product, ['+', '-']);
  const whole = sum();
  return place === all.length ? whole : null;
}

/** The names that a formula uses. */
export const namesIn = (formula: DerivedExpression): readonly string[] => {
  if (formula.op === 'metric') return [formula.name];
  return formula.op === 'number' ? [] : [...namesIn(formula.left), ...namesIn(formula.right)];
};
