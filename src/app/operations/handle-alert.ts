import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CuadroError } from '../../model/error.ts';
import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { AlertTable } from '../../store/tables/alert.ts';
import { firedFacts } from '../alerts/notice.ts';
import { scopeOf } from '../alerts/of-alert.ts';
import { alertSchema, toldAlert } from '../alerts/told.ts';
import { requireAlert, type VisibleAlerts } from '../alerts/visible.ts';
import { tell } from '../notices/tell.ts';
import { defineOperation } from '../operation.ts';
import { requireMember } from '../people/member.ts';

const input = z.strictObject({
  alert: z.string().min(1).max(100),
  do: z.enum(['acknowledge', 'assign', 'mute', 'unmute', 'route']),
  member: z.string().min(1).max(320).nullable().default(null).describe('To assign it to: an account, by its id or address. Null: oneself.'),
  reason: z.string().trim().min(1).max(1000).nullable().default(null).describe('Why it is muted, or what to say to the department.'),
  until: z.iso.date().nullable().default(null).describe('The last day of the mute.'),
  all: z.boolean().default(false).describe('Mute all alerts of its rule.'),
  department: z.string().trim().min(1).max(200).nullable().default(null).describe('To send it to.'),
  language: z.enum(['es', 'en']),
});

type Input = z.output<typeof input>;

interface Doing {
  readonly found: VisibleAlerts & { readonly alert: VisibleAlerts['alerts'][number] };
  readonly query: Input;
  readonly actorId: string | null;
  readonly now: Temporal.Instant;
  readonly timezone: string;
}

const lacking = (where: string): CuadroError => new CuadroError({ code: 'alert_handling', where, found: where });

/** Sends the alert to a department, with what it found as evidence. */
async function route(transaction: StoreDatabase, { found: { alert, telling }, query, now }: Doing): Promise<Partial<AlertTable>> {
  const { row, kept, steps } = alert;
  if (query.department === null) throw lacking('department');
  const known = z.array(z.string()).parse(JSON.parse(row.routed));
  const step = steps.find(({ period }) => period.start === row.fired_start) ?? steps.at(-1);
  const why = query.reason === null ? null : { es: query.reason, en: query.reason };
  await tell(
    transaction,
    {
      key: `alert:${row.id}:${row.fired_start}:routed:${query.department}`,
      kind: 'alert_firing',
      to: [{ department: query.department }],
      about: { kpi: row.kpi, scope: scopeOf(row), customer: null },
      facts: firedFacts({ kept, row, step, why }, telling),
    },
    now,
  );
  return { routed: JSON.stringify([...new Set([...known, query.department])]) };
}

async function mute(transaction: StoreDatabase, { found, query, actorId, now, timezone }: Doing): Promise<Partial<AlertTable>> {
  const { row } = found.alert;
  if (query.reason === null) throw lacking('reason');
  if (query.until === null) throw lacking('until');
  // To the end of that day, as long as it is.
  const until = Temporal.PlainDate.from(query.until).add({ days: 1 }).toZonedDateTime(timezone).toInstant();
  if (Temporal.Instant.compare(until, now) <= 0) throw new CuadroError({ code: 'alert_mute_past', where: 'until', found: query.until });
  await transaction
    .insertInto('alert_mute')
    .values({
      id: randomUUID(),
      alert_id: query.all ? null : row.id,
      rule_id: query.all ? row.rule_id : null,
      reason: query.reason,
      until: storedInstant(until),
      member_id: actorId,
      made_at: storedInstant(now),
      ended_at: null,
    })
    .execute();
  return {};
}

async function change(transaction: StoreDatabase, doing: Doing): Promise<Partial<AlertTable>> {
  const { found, query, actorId, now } = doing;
  const at = storedInstant(now);
  switch (query.do) {
    case 'acknowledge':
      return { acknowledged_at: at, acknowledged_by: actorId };
    case 'assign':
      return { assignee_id: query.member === null ? actorId : (await requireMember(transaction, query.member)).id };
    case 'mute':
      return mute(transaction, doing);
    case 'unmute':
      await transaction
        .updateTable('alert_mute')
        .set({ ended_at: at })
        .where('ended_at', 'is', null)
        .where(({ or, eb }) => or([eb('alert_id', '=', found.alert.row.id), eb('rule_id', '=', found.alert.row.rule_id)]))
        .execute();
      return {};
    case 'route':
      return route(transaction, doing);
  }
}

const kinds = { acknowledge: 'acknowledged', assign: 'assigned', mute: 'muted', unmute: 'unmuted', route: 'routed' } as const;

/** Takes an alert on, gives it to somebody, mutes it or sends it to a department. Whoever may know of it may do so; what mutes all of a company's rule needs more. */
export const handleAlertOperation = defineOperation({
  id: 'handle_alert',
  words: {
    es: 'se hace cargo de una alerta, la asigna, la silencia o la envía a otro departamento',
    en: 'take an alert on, assign it, mute it or send it to another department',
  },
  input,
  output: alertSchema,
  rest: { method: 'POST', path: '/alerts/{alert}/handling' },
  effect: 'write',
  on: 'both',
  permission: 'self',
  audit: ({ alert, do: done }) => ({ alert, done }),
  run: async (context, query) => {
    const found = await requireAlert(context, query.alert);
    const { actor } = context;
    const { row, kept } = found.alert;
    if (query.all && kept.isShared && !actor.permissions.has('catalogue.write'))
      throw new CuadroError({ code: 'forbidden', found: actor.role, expected: 'catalogue.write' });
    const now = context.now();
    const at = storedInstant(now);
    await found.db.transaction().execute(async (transaction) => {
      const changed = await change(transaction, { found, query, actorId: actor.id, now, timezone: context.workspace.settings.timezone });
      await transaction
        .updateTable('alert')
        .set(({ eb }) => ({ ...changed, revision: eb('revision', '+', 1), updated_at: at }))
        .where('id', '=', row.id)
        .execute();
      await transaction
        .insertInto('alert_event')
        .values({
          id: randomUUID(),
          alert_id: row.id,
          key: randomUUID(),
          kind: kinds[query.do],
          period_start: '',
          period_end: '',
          at,
          member_id: actor.id,
          facts: JSON.stringify({ note: query.do === 'route' ? query.department : query.reason }),
        })
        .execute();
    });
    const after = await requireAlert(context, query.alert);
    return toldAlert(after.alert, after.telling, query.language);
  },
});
