import { CuadroError } from '../../model/error.ts';
import { checkFilter, isHiddenAmount, isMasked } from '../plan/hidden.ts';
import type { Moment, Rows } from '../plan/rows.ts';
import type { Condition } from '../query.ts';
import { segmentDimension } from '../segments.ts';
import { printOperand } from './expression.ts';
import { printSegment } from './segment.ts';

const printCondition = ({ dimension, op, value }: Condition, rows: Rows, moment: Moment): string => {
  if (dimension === segmentDimension) {
    // Whoever saved the segment may see what it is made of; who is in it is no secret.
    const member = printSegment(value ?? '', rows, moment, printConditions);
    return op === '!=' ? `not coalesce(${member}, ${rows.world.dialect.boolean(false)})` : member;
  }
  const column = rows.dimension(dimension, moment);
  const known = column.type === 'instant' || column.type === 'date' ? rows.day(dimension) : column.sql;
  if (value === null || value === '') return op === '!=' ? `${known} is not null` : `${known} is null`;
  const operand = printOperand(value, column.type, rows, dimension);
  return op === '!=' ? `(${known} is null or ${known} <> ${operand})` : `${known} ${op} ${operand}`;
};

/**
 * The query's filters: the same dimension with `=` repeated is OR, all else AND. Empty: null.
 * @throws CuadroError `field_hidden`, and as a dimension
 */
export function printFilters(where: readonly Condition[], rows: Rows, moment: Moment): string | null {
  const { catalog } = rows.world;
  if (catalog.sight) {
    for (const { dimension } of where) if (dimension !== segmentDimension) checkFilter(dimension, rows.holder(dimension), catalog);
  }
  return printConditions(where, rows, moment);
}

function printConditions(where: readonly Condition[], rows: Rows, moment: Moment): string | null {
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

/** The grouping dimensions as the text that a group key shows; `rows` notes those that are shown under pseudonyms. @throws CuadroError `field_hidden` */
export const printGroups = (by: readonly string[], rows: Rows, moment: Moment): string[] =>
  by.map((path, place) => {
    const { catalog } = rows.world;
    if (catalog.sight) {
      const holder = rows.holder(path);
      if (isHiddenAmount(holder, catalog)) throw new CuadroError({ code: 'field_hidden', where: '--by', found: path });
      if (isMasked(holder, catalog)) rows.mask(place, holder.column);
    }
    const { sql, type } = rows.dimension(path, moment);
    if (type === 'text' || type === 'enum' || type === 'reference' || type === 'currency') return sql;
    return type === 'instant' || type === 'date' ? rows.world.dialect.asText(rows.day(path), 'date') : rows.world.dialect.asText(sql, type);
  });
