import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { openInvitations } from '../people/invitation.ts';
import { allMembers } from '../people/member.ts';
import { invitationOutput, invitationShown, memberOutput, memberShown } from '../people/output.ts';

/** Who has an account, with what rights, and who is invited. */
export const peopleOperation = defineOperation({
  id: 'people',
  words: {
    es: 'quién tiene cuenta y con qué derechos, y a quién se ha invitado',
    en: 'who has an account and with what rights, and who is invited',
  },
  input: z.strictObject({}),
  output: z.strictObject({ members: z.array(memberOutput), invitations: z.array(invitationOutput) }),
  rest: { method: 'GET', path: '/people' },
  effect: 'read',
  on: 'store',
  permission: 'people.read',
  run: async ({ store, now }) => {
    const { db } = await store();
    return {
      members: (await allMembers(db)).map(memberShown),
      invitations: (await openInvitations(db, now())).map(invitationShown),
    };
  },
});
