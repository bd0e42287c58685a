import { z } from 'zod';
import { openEngine } from '../engine.ts';
import { defineOperation } from '../operation.ts';
import { openInvitations } from '../people/invitation.ts';
import { allMembers, plainEmail } from '../people/member.ts';

const most = 5_000;

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

/** Users of the CRM to link accounts to: who is linked already, and who seems to be whom by their address. */
export const crmUsersOperation = defineOperation({
  id: 'crm_users',
  words: {
    es: 'los usuarios del CRM a los que enlazar cuentas, con quién parece ser quién',
    en: 'the users of the CRM to link accounts to, with who seems to be whom',
  },
  input: z.strictObject({}),
  output: z.strictObject({
    users: z.array(
      z.strictObject({
        source: z.string(),
        id: z.string(),
        name: z.string().nullable(),
        email: z.string().nullable(),
        team: z.string().nullable(),
        office: z.string().nullable(),
        department: z.string().nullable(),
        active: z.boolean().nullable().describe('In the CRM; null: it does not say.'),
        member: z.string().nullable().describe('The account linked to them.'),
        suggested: z.string().nullable().describe('An account or an invitation without a link that has the same address: its address.'),
      }),
    ),
  }),
  rest: { method: 'GET', path: '/crm-users' },
  effect: 'read',
  on: 'warehouse',
  permission: 'people.write',
  run: async (context) => {
    const { catalog, run } = await openEngine(context, {});
    const rows = await run(
      `select _source, id, name, email, team, office, department, is_active from ${catalog.relation('user')} order by name, id limit ${most}`,
    );
    const { db } = await context.store();
    const members = await allMembers(db);
    const linked = new Map(
      members.flatMap(({ id, grant: { crmUser } }) => (crmUser ? [[`${crmUser.source} ${crmUser.id}`, id] as const] : [])),
    );
    const waiting = [...members, ...(await openInvitations(db, context.now()))];
    const unlinked = new Set(waiting.flatMap(({ email, grant }) => (grant.crmUser === null && email !== null ? [email] : [])));
    return {
      users: rows.map((row) => {
        const [source, id, email] = [String(row._source), String(row.id), text(row.email)];
        const member = linked.get(`${source} ${id}`) ?? null;
        const same = email === null ? '' : plainEmail(email);
        return {
          source,
          id,
          name: text(row.name),
          email,
          team: text(row.team),
          office: text(row.office),
          department: text(row.department),
          active: typeof row.is_active === 'boolean' ? row.is_active : null,
          member,
          suggested: member === null && unlinked.has(same) ? same : null,
        };
      }),
    };
  },
});
