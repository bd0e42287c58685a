import { entities } from '../../model/registry.ts';
import type { ColumnFormat } from '../../sources/file/contract-types.ts';
import type { RuleDocument } from '../mapping/document.ts';
import { type EnumReading, readEnum } from './fit.ts';
import { normalise } from './names.ts';
import { column, isOneOf, isTrue, literal } from './sql.ts';

/** A rule made of more than one column, or of a column that is not the field itself. */
export interface Composite {
  readonly field: string;
  readonly rule: RuleDocument;
  readonly certainty: number;
  /** Columns it reads. */
  readonly from: readonly string[];
  /** The date pattern in which its result is written; null: ISO or no date. */
  readonly dates: string | null;
}

/** What the direct matches have found so far: field → column. */
export interface Found {
  readonly entity: string;
  readonly columns: readonly ColumnFormat[];
  readonly matched: ReadonlyMap<string, ColumnFormat>;
}

type Maker = (found: Found) => readonly Composite[];

const bare = (name: string): string =>
  normalise(name)
    .replace(/^(property|properties) /, '')
    .replace(/^hs /, '');

function named({ columns }: Found, ...names: readonly string[]): ColumnFormat | null {
  for (const name of names) {
    const column = columns.find((one) => normalise(one.name) === name || bare(one.name) === name);
    if (column) return column;
  }
  return null;
}

const composite = (
  field: string,
  sql: string,
  from: readonly ColumnFormat[],
  certainty: number,
  dates: string | null = null,
): Composite => ({
  field,
  rule: { sql },
  certainty,
  from: from.map(({ name }) => name),
  dates,
});

/** First and last name where there is no whole one. */
const wholeName: Maker = (found) => {
  const first = named(found, 'first name', 'firstname', 'nombre', 'nombre de pila', 'given name', 'lead first name');
  const last = named(found, 'last name', 'lastname', 'apellidos', 'apellido', 'surname', 'family name', 'lead last name');
  if (!last || !('name' in (entities.get(found.entity)?.fields ?? {}))) return [];
  const whole = found.matched.get('name');
  if (whole && whole !== first) return [];
  if (!first) return [{ field: 'name', rule: { from: last.name }, certainty: 0.9, from: [last.name], dates: null }];
  return [
    composite(
      'name',
      `nullif(concat_ws(' ', nullif(trim(${column(first.name)}), ''), nullif(trim(${column(last.name)}), '')), '')`,
      [first, last],
      0.93,
    ),
  ];
};

/** A mark "deleted" without a date: the record was gone by its last change. */
const deleted: Maker = (found) => {
  if (found.matched.has('deleted_at')) return [];
  const mark = named(found, 'is deleted', 'fivetran deleted', 'deleted', 'archived', 'is archived', 'eliminado');
  const since = found.matched.get('updated_at') ?? named(found, 'fivetran synced', 'updated at') ?? found.matched.get('created_at');
  if (!mark || !since) return [];
  return [
    composite('deleted_at', `case when ${isTrue(mark.name)} then ${column(since.name)} end`, [mark, since], 0.85, since.dates),
    composite('delete_kind', `case when ${isTrue(mark.name)} then 'soft' end`, [mark], 0.85),
  ];
};

const wonStages = [
  'closed won',
  'closedwon',
  'won',
  'cerrado ganado',
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
  const won = named(found, 'is won', 'iswon', 'is closed won', 'closed won', 'won');
  const closed = named(found, 'is closed', 'isclosed', 'closed', 'is deal closed', 'is closed numeric');
  if (won && closed) {
    const sql = `case when ${isTrue(won.name)} then 'won' when ${isTrue(closed.name)} then 'lost' else 'open' end`;
    return { rule: { sql }, ended: `${isTrue(won.name)} or ${isTrue(closed.name)}`, from: [won, closed], certainty: 0.95 };
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

const opportunityStatus: Maker = (found) => {
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

/** A mark "converted" beside a list of statuses that does not say it. */
const leadConverted: Maker = (found) => {
  if (found.entity !== 'lead') return [];
  const mark = named(found, 'is converted', 'isconverted', 'converted', 'convertido');
  if (!mark || found.matched.get('converted_at') === mark) return [];
  const status = found.matched.get('status');
  const field = entities.get('lead')?.fields.status;
  const values: Readonly<Record<string, string>> = status && field ? readEnum('lead', 'status', field, status.samples).values : {};
  const others = status
    ? Object.entries(values).map(
        ([source, canonical]) => `when lower(${column(status.name)}) = ${literal(source.toLowerCase())} then ${literal(canonical)}`,
      )
    : [];
  const sql = ['case when', isTrue(mark.name), "then 'converted'", ...others, 'end'].join(' ');
  return [composite('status', sql, status ? [mark, status] : [mark], 0.88)];
};

/** Minutes, or milliseconds, of a call or meeting. */
const seconds: Maker = (found) => {
  if (found.entity !== 'activity' || found.matched.has('duration_s')) return [];
  const minutes = named(
    found,
    'duration in minutes',
    'call duration in minutes',
    'duration minutes',
    'minutes',
    'duracion en minutos',
    'duracion minutos',
    'minutos',
  );
  if (minutes) return [composite('duration_s', `try_cast(${column(minutes.name)} as double) * 60`, [minutes], 0.9)];
  const milliseconds = named(found, 'call duration', 'duration milliseconds', 'hs call duration');
  return milliseconds && normalise(milliseconds.name).includes('hs')
    ? [composite('duration_s', `try_cast(${column(milliseconds.name)} as double) / 1000`, [milliseconds], 0.9)]
    : [];
};

/** A change log of one kind of record says in its own name which. */
const changeLog: Maker = (found) => {
  if (found.entity !== 'field_change' || found.matched.has('entity')) return [];
  const record = found.matched.get('record_id');
  const of = record ? normalise(record.name).replace(/ ?id$/, '') : '';
  const entity = {
    deal: 'opportunity',
    opportunity: 'opportunity',
    ticket: 'ticket',
    case: 'ticket',
    contact: 'contact',
    company: 'account',
    account: 'account',
    lead: 'lead',
  }[of];
  return entity ? [{ field: 'entity', rule: { value: entity }, certainty: 0.95, from: [], dates: null }] : [];
};

/** What vendors call the fields whose history matters. */
const historyFields: Readonly<Record<string, string>> = {
  dealstage: 'stage',
  hs_pipeline_stage: 'status',
  StageName: 'stage',
  closedate: 'expected_close_on',
  CloseDate: 'expected_close_on',
  hubspot_owner_id: 'owner_id',
  assignee_id: 'owner_id',
  OwnerId: 'owner_id',
  Owner: 'owner_id',
  Amount: 'amount',
  Status: 'status',
  hs_ticket_priority: 'priority',
  Priority: 'priority',
};

const changedField: Maker = (found) => {
  // Our own log names its fields as the model does, and says of what entity.
  const field = found.entity === 'field_change' && !found.matched.has('entity') ? found.matched.get('field') : undefined;
  return field
    ? [{ field: 'field', rule: { from: field.name, values: { ...historyFields } }, certainty: 0.9, from: [field.name], dates: null }]
    : [];
};

/** Of a stage: whether a deal in it is open, won or lost. */
const stageCategory: Maker = (found) => {
  if (found.entity !== 'stage' || found.matched.has('category')) return [];
  const own = outcome(found);
  return own ? [{ field: 'category', rule: own.rule, certainty: own.certainty, from: own.from.map(({ name }) => name), dates: null }] : [];
};

/** Currencies that have no smaller unit; Stripe counts the others in hundredths. */
const wholeCurrencies = ['bif', 'clp', 'djf', 'gnf', 'jpy', 'kmf', 'krw', 'mga', 'pyg', 'rwf', 'ugx', 'vnd', 'vuv', 'xaf', 'xof', 'xpf'];

/** Tables as Stripe's API gives them (`livemode`) count money in cents. */
const cents: Maker = (found) => {
  if (!named(found, 'livemode')) return [];
  const fields = entities.get(found.entity)?.fields ?? {};
  const currency = named(found, 'currency');
  const divisor = currency ? `case when ${isOneOf(currency.name, wholeCurrencies)} then 1 else 100 end` : '100';
  return [...found.matched].flatMap(([field, of]) =>
    fields[field]?.type === 'money' ? [composite(field, `try_cast(${column(of.name)} as decimal(18, 4)) / ${divisor}`, [of], 0.9)] : [],
  );
};

const makers: readonly Maker[] = [
  cents,
  changedField,
  stageCategory,
  wholeName,
  deleted,
  opportunityStatus,
  leadConverted,
  seconds,
  changeLog,
];

/** @returns rules over several columns that suit the entity; they win over direct matches of the same field */
export const compositesOf = (found: Found): readonly Composite[] => makers.flatMap((make) => make(found));
