import type { Moment, Rows } from '../plan/rows.ts';
import type { Condition } from '../query.ts';
import { segmentDimension } from '../segments.ts';
import { printOperand } from './expression.ts';
import { printSegment } from './segment.ts';

const printCondition = ({ dimension, op, value }: Condition, rows: Rows, moment: Moment): string => {
  if (dimension === segmentDimension) {
    const member = printSegment(value ?? '', rows, moment, printFilters);
    return op === '!=' ? `not coalesce(${member}, ${rows.world.dialect.boolean(false)})` : member;
  }
  const column = rows.dimension(dimension, moment);
  const known = column.type === 'instant' || column.type === 'date' ? rows.day(dimension) : column.sql;
  if (value === null || value === '') return op === '!=' ? `${known} is not null` : `${known} is null`;
  const operand = printOperand(value, column.type, rows, dimension);
  return op === '!=' ? `(${known} is null or ${known} <> ${operand})` : `${known} ${op} ${operand}`;
};

/** The query's filters: the same dimension with `=` repeated is OR, all else AND. Empty: null. */
export function printFilters(where: readonly Condition[], rows: Rows, moment: Moment): string | null {
  const alternatives = new Map<string, string[]>();
  const required: string[] = [];
  for (const condition of where) {
    const sql = printCondition(condition, rows, moment);
    if (condition.op === '=') alternatives.set(condition.dimension, [...(alternatives.get(condition.dimension) ?? []), sql]);
    else required.push(sql);
  }
  const parts = [
    ...[...alternatives.values()].map((items) => (items.length === 1 ? (items[0] ?? '') : `(${items.join(' or ')})`)),
    ...required,
  ];
  return parts.length === 0 ? null : parts.join('\n  and ');
}

/** Lines of SQL, empty ones left out. */
export const lines = (...parts: string[]): string => parts.filter((part) => part !== '').join('\n');

export const conjunction = (...parts: (string | null)[]): string => {
  const present = parts.filter((part) => part !== null && part !== '');
  return present.length === 0 ? '' : `where ${present.join('\n  and ')}`;
};

/** The grouping dimensions as the text that a group key shows. */
export const printGroups = (by: readonly string[], rows: Rows, moment: Moment): string[] =>
  by.map((path) => {
    const { sql, type } = rows.dimension(path, moment);
    if (type === 'text' || type === 'enum' || type === 'reference' || type === 'currency') return sql;
    return type === 'instant' || type === 'date' ? rows.world.dialect.asText(rows.day(path), 'date') : rows.world.dialect.asText(sql, type);
  });
