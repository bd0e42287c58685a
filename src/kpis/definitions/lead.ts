import { any, is, isKnown, isOneOf } from '../../metrics/expression.ts';

/** Qualified now or at some time: by its date or, where the source dates nothing, by its status. */
export const wasQualified = any(isKnown('qualified_at'), isOneOf('status', ['qualified', 'converted']));
/** Converted, dated or not. */
export const wasConverted = any(isKnown('converted_at'), is('status', 'converted'));
