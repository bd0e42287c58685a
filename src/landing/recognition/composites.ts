import { entities } from '../../model/registry.ts';
import { type Composite, composite, type Found, type Maker, named } from './composites/found.ts';
import { opportunityStatus, stageCategory } from './composites/opportunity.ts';
import { readEnum } from './fit.ts';
import { normalise } from './names.ts';
import { column, isOneOf, isTrue, literal } from './sql.ts';

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

/** Support tools give the first reply as minutes since the ticket came. */
const firstReply: Maker = (found) => {
  if (found.entity !== 'ticket' || found.matched.has('first_response_at')) return [];
  const opened = found.matched.get('opened_at') ?? found.matched.get('created_at');
  const minutes = named(found, 'first reply time in minutes', 'first response time in minutes', 'minutos hasta la primera respuesta');
  // Only ISO times can be reckoned with as they stand.
  if (!opened || opened.dates !== null || !minutes) return [];
  const sql = `try_cast(${column(opened.name)} as timestamp) + to_seconds(60 * try_cast(${column(minutes.name)} as double))`;
  return [composite('first_response_at', sql, [opened, minutes], 0.88)];
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
  firstReply,
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
