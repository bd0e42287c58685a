import { isRetention } from '../../insights/plays/kind.ts';
import type { ActionTable } from '../../store/tables/action.ts';
import type { OperationContext } from '../operation.ts';
import { ownId, writeOwnRecords } from '../own-records.ts';

/** A user's id among the records of a source; one of another source is nobody there. */
const userIn = (source: string, from: string | null, id: string | null): string | null => (from === source ? id : null);

/**
 * An action that KPIs count goes into the data among the records that it is about: what is done to keep a customer as a `retention_action` of the
 * customer's source, a coaching as a `coaching_action` of the coached one's. So `risk_save_rate` and `coaching_uplift` find it. One that is no longer
 * done is taken away again.
 * @returns the batch; null: nothing had to be written
 */
export async function writeAction(context: OperationContext, row: ActionTable): Promise<string | null> {
  const { status, closed_on: on, batch } = row;
  const isDone = status === 'done' && on !== null;
  if (!isDone && batch === null) return null;
  const deleted = isDone ? null : context.now().toString({ smallestUnit: 'second' });
  const id = ownId(row.id);
  if (isRetention(row.kind) && row.customer_source !== null && row.customer_id !== null) {
    const source = row.customer_source;
    const cost = row.cost === null ? [null, null] : [row.cost, context.workspace.settings.currency];
    return writeOwnRecords(context, {
      source,
      entity: 'retention_action',
      columns: ['id', 'account_id', 'owner_id', 'type', 'cost', 'currency', 'acted_at', 'deleted_at'],
      rows: [[id, row.customer_id, userIn(source, row.owner_source, row.owner_user), row.kind, ...cost, on, deleted]],
      refused: 'action_refused',
    });
  }
  if (row.kind === 'coaching' && row.person_source !== null && row.person_user !== null) {
    const source = row.person_source;
    return writeOwnRecords(context, {
      source,
      entity: 'coaching_action',
      columns: ['id', 'user_id', 'coach_id', 'topic', 'acted_at', 'deleted_at'],
      // What was talked about stays between them.
      rows: [[id, row.person_user, userIn(source, row.owner_source, row.owner_user), null, on, deleted]],
      refused: 'action_refused',
    });
  }
  return null;
}
