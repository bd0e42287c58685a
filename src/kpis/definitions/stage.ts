import { all, isNot } from '../../metrics/expression.ts';

/** Visits to stages that are neither won nor lost, entered at a known time. A stage of unknown category counts as open. */
export const stageEntries = all(isNot('category', 'won'), isNot('category', 'lost'), isNot('start_unknown', true));
