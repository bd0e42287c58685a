import { entities } from '../../../model/registry.ts';
import type { ColumnFormat } from '../../../sources/file/contract-types.ts';
import type { RuleDocument } from '../../mapping/document.ts';
import { type EnumReading, readEnum } from '../fit.ts';
import { normalise } from '../names.ts';
import { column, isOneOf, isTrue } from '../sql.ts';
import { type Composite, composite, type Found, type Maker, named } from './found.ts';

const wonStages = [
  'closed won',
  'closedwon',
  'won',
  'cerrado ganado',
  'cierre ganado',
  'cerrada ganada',
  'ganado',
  'ganada',
  'closed - won',
  'contract signed',
];
const lostStages = [
  'closed lost',
  'closedlost',
  'lost',
  'cerrado perdido',
  'cierre perdido',
  'cerrada perdida',
  'perdido',
  'perdida',
  'closed - lost',
  'closed-lost to competition',
  'closed lost to competition',
];
/** Stages that vendors ship; a column that shows one of them is that vendor's stage column. */
const vendorStages = new Set(
  [
    ...wonStages,
    ...lostStages,
    'appointmentscheduled',
    'appointment scheduled',
    'qualifiedtobuy',
    'qualified to buy',
    'presentationscheduled',
    'presentation scheduled',
    'decisionmakerboughtin',
    'decision maker bought-in',
    'contractsent',
    'contract sent',
    'cita programada',
    'calificado para comprar',
    'presentación programada',
    'responsable de la decisión convencido',
    'contrato enviado',
    'prospecting',
    'qualification',
    'needs analysis',
    'value proposition',
    'id. decision makers',
    'identify decision makers',
    'perception analysis',
    'proposal/price quote',
    'negotiation/review',
  ].map(normalise),
);

interface Outcome {
  /** `won`, `lost` or `open`. */
  readonly rule: RuleDocument;
  /** SQL that is true of what has ended. */
  readonly ended: string;
  readonly from: readonly ColumnFormat[];
  readonly certainty: number;
}

/** Fewer different values in a sample than it would show: it likely shows all of the column's. */
const fewValues = 5;

/** Whether a deal (or a stage) is open, won or lost: from the source's own flags or, for stages that are known ones, from the stage. */
function outcome(found: Found): Outcome | null {
  const won = named(found, 'is won', 'iswon', 'is closed won', 'closed won', 'won', 'se ha cerrado como ganado', 'cerrado ganado');
  const closed = named(found, 'is closed', 'isclosed', 'closed', 'is deal closed', 'is closed numeric', 'esta cerrado');
  if (won && closed) {
    const sql = `case when ${isTrue(won.name)} then 'won' when ${isTrue(closed.name)} then 'lost' else 'open' end`;
    return { rule: { sql }, ended: `${isTrue(won.name)} or ${isTrue(closed.name)}`, from: [won, closed], certainty: 0.95 };
  }
  const lost = named(found, 'is lost', 'islost', 'is closed lost', 'closed lost', 'lost', 'se ha cerrado como perdido', 'cerrado perdido');
  if (won && lost) {
    const sql = `case when ${isTrue(won.name)} then 'won' when ${isTrue(lost.name)} then 'lost' else 'open' end`;
    return { rule: { sql }, ended: `${isTrue(won.name)} or ${isTrue(lost.name)}`, from: [won, lost], certainty: 0.95 };
  }
  const stage = found.matched.get('stage');
  if (!stage) return null;
  const ended = isOneOf(stage.name, [...wonStages, ...lostStages]);
  const listed = readStatus(stage);
  if (stage.samples.length > 1 && stage.samples.length < fewValues && listed.unknown.length === 0) {
    return { rule: { from: stage.name, values: { ...listed.values } }, ended: statusEnded(stage), from: [stage], certainty: 0.85 };
  }
  if (!stage.samples.some((sample) => vendorStages.has(normalise(sample)))) return null;
  const sql = `case when ${isOneOf(stage.name, wonStages)} then 'won' when ${isOneOf(stage.name, lostStages)} then 'lost' else 'open' end`;
  return { rule: { sql }, ended, from: [stage], certainty: 0.8 };
}

const readStatus = (column: ColumnFormat): EnumReading => {
  const field = entities.get('opportunity')?.fields.status;
  return field ? readEnum('opportunity', 'status', field, column.samples) : { values: {}, unknown: column.samples };
};

/** Of a column of statuses: SQL that is true of those that mean won or lost. */
function statusEnded(status: ColumnFormat): string {
  const { values } = readStatus(status);
  const ended = Object.entries(values).flatMap(([source, canonical]) => (canonical === 'open' ? [] : [source.toLowerCase()]));
  return isOneOf(status.name, [...new Set(['won', 'lost', ...ended])]);
}

/** Outcome and close dates of a deal. */
export const opportunityStatus: Maker = (found) => {
  if (found.entity !== 'opportunity') return [];
  const result: Composite[] = [];
  const status = found.matched.get('status');
  const own = status ? null : outcome(found);
  const columns = own?.from.map(({ name }) => name) ?? [];
  if (own) result.push({ field: 'status', rule: own.rule, certainty: own.certainty, from: columns, dates: null });
  // One "close date" for both: expected while the deal is open, real afterwards.
  const close = found.matched.has('closed_at')
    ? null
    : named(found, 'close date', 'closedate', 'closing date', 'fecha de cierre', 'fecha cierre', 'cierre', 'deal close date');
  if (!close || (close.kind !== 'date' && close.kind !== 'datetime' && close.samples.length > 0)) return result;
  const ended = status ? statusEnded(status) : own?.ended;
  if (ended === undefined) return result;
  result.push(composite('closed_at', `case when ${ended} then ${column(close.name)} end`, [close], 0.85, close.dates));
  if (!found.matched.has('expected_close_on')) {
    result.push({ field: 'expected_close_on', rule: { from: close.name }, certainty: 0.85, from: [close.name], dates: close.dates });
  }
  return result;
};

/** Of a stage: whether a deal in it is open, won or lost. */
export const stageCategory: Maker = (found) => {
  if (found.entity !== 'stage' || found.matched.has('category')) return [];
  const own = outcome(found);
  return own ? [{ field: 'category', rule: own.rule, certainty: own.certainty, from: own.from.map(({ name }) => name), dates: null }] : [];
};
