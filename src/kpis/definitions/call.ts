import { all, any, type Expression, isNot, isNull, isOneOf } from '../../metrics/expression.ts';
import type { Parameter } from '../kpi.ts';

/** Contacts that somebody answered; one without a purpose counts, for many sources give none. */
export const handledContacts = (types: readonly string[], purposes: readonly string[]): Expression =>
  all(isOneOf('type', types), any(isNull('purpose'), isOneOf('purpose', purposes)), isNot('connected', false));

/** The parameter `purposes`. */
export const purposes = {
  default: ['service'],
  name: { es: 'Finalidades que cuentan (sin finalidad registrada, cuenta)', en: 'Purposes that count (one without a purpose does)' },
} satisfies Parameter;
