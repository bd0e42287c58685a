import { z } from 'zod';
import { writerFor } from '../../i18n/format.ts';
import { tellChange } from '../../i18n/reengage.ts';
import { type Change, type ChangeRule, changeRules, changesSince, urgencyOf, usualChanges } from '../../insights/reengage/changed.ts';
import { type LossKind, lossKinds, whyLost } from '../../insights/reengage/why-lost.ts';
import { isBeyond } from '../../metrics/plan/limit.ts';
import { CuadroError } from '../../model/error.ts';
import { type LostRecord, lostRecords } from '../actions/lost.ts';
import { openEngine } from '../engine.ts';
import { defineOperation, type Frozen } from '../operation.ts';
import { countSchema } from '../output/period.ts';
import { schemaOf } from '../output/schema-of.ts';
import { columnShown, recordShown } from '../rights/seen.ts';

const number = z.number().nullable();

const rowSchema = z
  .strictObject({
    entity: z.enum(['lead', 'opportunity']),
    source: z.string(),
    id: z.string(),
    name: z.string().nullable().describe('Under a pseudonym for who sees no personal data, where names are personal.'),
    company: z.string().nullable(),
    account: z.strictObject({ id: z.string(), name: z.string().nullable() }).nullable(),
    owner: z.string().nullable(),
    lost_on: z.iso.date(),
    reason: z.string().nullable().describe('As the CRM has it.'),
    kind: schemaOf<LossKind>()(z.enum(lossKinds)).nullable().describe('What kind of reason that is taken for.'),
    amount: number.describe("In the company's currency. Null: not known, or hidden."),
    changes: z.array(
      z.strictObject({
        rule: schemaOf<ChangeRule>()(z.enum(changeRules)),
        on: z.iso.date().nullable(),
        was: number,
        is: number,
        what: z.string().nullable(),
        says: z.string(),
      }),
    ),
    action: z.string().nullable().describe('The id of an open action that takes it up.'),
  })
  .meta({ id: 'LostRecord' });

const output = z.strictObject({
  day: z.iso.date().describe('As of the close of this day.'),
  lost: countSchema.describe('Lost in two years and not taken up since, as far as they may be seen.'),
  total: countSchema.describe('Of these, those of which something has changed, as `rule` and `entity` leave them.'),
  unseen: z.array(z.enum(['products', 'visits'])).describe('What may not be seen, so that nothing can be said of it.'),
  rules: z.array(z.strictObject({ rule: schemaOf<ChangeRule>()(z.enum(changeRules)), records: countSchema })),
  records: z.array(rowSchema).describe('The plainest reason first, then the greatest amount.'),
});

export type ReengagementOutput = Frozen<z.output<typeof output>>;
type Told = ReengagementOutput['records'][number];

/** Lost leads and deals whose reason has changed: something to call them about. */
export const reengagementOperation = defineOperation({
  id: 'reengagement',
  words: {
    es: 'los leads y oportunidades perdidos cuyo motivo ha cambiado',
    en: 'the lost leads and deals whose reason has changed',
  },
  input: z.strictObject({
    entity: z.enum(['lead', 'opportunity']).optional(),
    rule: z.enum(changeRules).optional(),
    limit: z.int().min(1).max(1000).default(100),
    language: z.enum(['es', 'en']),
  }),
  output,
  rest: { method: 'GET', path: '/reengagement' },
  effect: 'read',
  on: 'warehouse',
  permission: 'records.read',
  audit: (_, { records, total }) => ({ rows: records.length, total }),
  run: async (context, { entity, rule, limit, language }): Promise<ReengagementOutput> => {
    const { settings } = context.workspace;
    const engine = await openEngine(context, {});
    const { catalog } = engine;
    const days = ['lead', 'opportunity'].flatMap((one) => catalog.watermark(one)?.lastCompleteDay ?? []);
    if (days.length === 0) throw new CuadroError({ code: 'kpi_unavailable', where: 'reengagement', found: 'lead, opportunity' });
    if (isBeyond('lead', catalog) && isBeyond('opportunity', catalog)) throw new CuadroError({ code: 'no_rights', where: 'reengagement' });
    const until = days.reduce((least, one) => (one < least ? one : least));
    const rules = { ...usualChanges, fiscalYearStartsIn: settings.fiscal_year_starts_in };
    const from = Temporal.PlainDate.from(until).subtract({ days: rules.forgetDays }).toString();
    const hidesPrices = columnShown('product', 'price', catalog) !== 'whole';
    const writer = writerFor(language, settings);
    const lost = (await lostRecords(engine, { from, until })).filter(({ lostOn }) => lostOn <= until);
    const changed = lost.flatMap((record): readonly { readonly record: LostRecord; readonly changes: readonly Change[] }[] => {
      const blind = hidesPrices
        ? { ...record, priceThen: null, priceNow: null, newProducts: record.newProducts.map((one) => ({ ...one, price: null })) }
        : record;
      const changes = changesSince(blind, until, rules);
      return changes.length === 0 ? [] : [{ record, changes }];
    });
    const { db } = await context.store();
    const open = await db
      .selectFrom('action')
      .select(['id', 'record_entity', 'record_source', 'record_id', 'private'])
      .where('status', '=', 'open')
      .where('record_id', 'is not', null)
      .execute();
    const taken = new Map(
      open.filter((one) => one.private === 0).map((one) => [JSON.stringify([one.record_entity, one.record_source, one.record_id]), one.id]),
    );
    const hidesAmounts = catalog.sight?.amounts === 'hidden';
    const told = ({ record, changes }: (typeof changed)[number]): Told => {
      const { entity: of, source, id, account, owner, lostOn, reason, note, lastIn } = record;
      const seen = recordShown(of, { name: record.name, company: record.company, lost_reason: reason }, catalog);
      const words = (name: string): string | null => (typeof seen[name] === 'string' ? String(seen[name]) : null);
      const shownAccount = account && recordShown('account', { name: account.name }, catalog).name;
      return {
        ...{ entity: of, source, id, lost_on: lostOn },
        name: words('name'),
        company: words('company'),
        account: account && { id: account.id, name: typeof shownAccount === 'string' ? shownAccount : null },
        owner: owner?.name && columnShown('user', 'name', catalog) === 'whole' ? owner.name : null,
        reason: words('lost_reason'),
        kind: whyLost(reason, note),
        amount: hidesAmounts ? null : record.amount,
        changes: changes.map((change) => ({ ...change, says: tellChange(change, lastIn?.kind ?? null, language, writer) })),
        action: taken.get(JSON.stringify([of, source, id])) ?? null,
      };
    };
    const own = changed.filter(({ record }) => entity === undefined || record.entity === entity);
    const chosen = own
      .filter(({ changes }) => rule === undefined || changes.some((one) => one.rule === rule))
      .toSorted(
        (one, other) =>
          urgencyOf(other.changes) - urgencyOf(one.changes) ||
          (hidesAmounts ? 0 : (other.record.amount ?? 0) - (one.record.amount ?? 0)) ||
          (one.record.lostOn < other.record.lostOn ? 1 : -1),
      );
    return {
      day: until,
      lost: lost.length,
      total: chosen.length,
      unseen: [
        ...(catalog.rows('product') > 0 && isBeyond('product', catalog) ? (['products'] as const) : []),
        ...(catalog.rows('web_session') > 0 && isBeyond('web_session', catalog) ? (['visits'] as const) : []),
      ],
      rules: changeRules.flatMap((one) => {
        const records = own.filter(({ changes }) => changes.some((change) => change.rule === one)).length;
        return records === 0 ? [] : [{ rule: one, records }];
      }),
      records: chosen.slice(0, limit).map(told),
    };
  },
});
