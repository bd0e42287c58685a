import { sampleActions } from '../../sample/actions.ts';
import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { CrmUser } from '../rights/rows.ts';

/** Who wrote them: they have no account here. */
const author = 'Dirección comercial';
const source = 'crm';

/**
 * Writes what the sample company does about its story: the same rows for the same days.
 * @param customers at risk, the first ones; fewer leave their actions out
 */
export async function writeSampleActions(
  db: StoreDatabase,
  { until, timezone, customers }: { readonly until: string; readonly timezone: string; readonly customers: readonly CrmUser[] },
): Promise<void> {
  const at = (day: string): string =>
    storedInstant(
      Temporal.PlainDate.from(day)
        .toZonedDateTime({ timeZone: timezone, plainTime: { hour: 10 } })
        .toInstant(),
    );
  await db.transaction().execute(async (transaction) => {
    for (const [index, one] of sampleActions(until).entries()) {
      const customer = one.customer === null ? null : customers[one.customer];
      if (customer === undefined) continue;
      const id = `sample-action-${index + 1}`;
      const { es, en, expected, closed } = one;
      await transaction
        .insertInto('action')
        .values({
          id,
          author_id: null,
          author_name: author,
          kind: one.kind,
          title: es.title,
          hypothesis: es.hypothesis,
          texts: JSON.stringify({ es, en }),
          kpi: one.kpi,
          scope: one.scope,
          among: null,
          customer_source: customer?.source ?? null,
          customer_id: customer?.id ?? null,
          record_entity: null,
          record_source: null,
          record_id: null,
          alert_id: null,
          play: one.play,
          owner_id: null,
          owner_source: source,
          owner_user: one.owner,
          person_source: one.person === null ? null : source,
          person_user: one.person,
          private: one.kind === 'coaching' ? 1 : 0,
          due_on: one.due,
          expected_change: expected?.change ?? null,
          expected_relative: expected?.relative ? 1 : 0,
          expected_by: expected?.by ?? null,
          cost: one.cost,
          status: one.status,
          closed_on: closed,
          outcome: es.outcome,
          batch: null,
          created_at: at(one.made),
          changed_at: at(closed ?? one.made),
        })
        .execute();
      const steps = [{ day: one.made, what: 'made' }, ...(closed === null ? [] : [{ day: closed, what: one.status }])];
      for (const [step, { day, what }] of steps.entries())
        await transaction
          .insertInto('action_event')
          .values({ id: `${id}-${step + 1}`, action_id: id, by_id: null, by_name: author, at: at(day), what, fields: '[]' })
          .execute();
    }
  });
}
