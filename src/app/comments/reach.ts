import { CuadroError } from '../../model/error.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { Catalogue } from '../catalogue.ts';
import { openEngine } from '../engine.ts';
import type { OperationContext } from '../operation.ts';
import { rightsOf } from '../people/grant.ts';
import { allMembers, type Member, plainEmail } from '../people/member.ts';
import type { Actor } from '../rights/actor.ts';
import { type About, mayKnowOf } from '../subject/about.ts';

/** A member as whoever they are when they look. */
const asActor = ({ id, email, grant }: Member): Actor => ({ kind: 'user', id, name: email, ...rightsOf(grant), from: 'mention' });

/** The members that someone calls by id or address. @throws CuadroError `member_unknown` */
export async function calledMembers(db: StoreDatabase, called: readonly string[]): Promise<readonly Member[]> {
  if (called.length === 0) return [];
  const members = (await allMembers(db)).filter(({ active }) => active);
  return [...new Set(called)].map((who) => {
    const found = members.find(({ id, email }) => id === who || email === plainEmail(who));
    if (!found) throw new CuadroError({ code: 'member_unknown', where: 'mentions', found: who });
    return found;
  });
}

/** Whom of them a word about this may reach: who may not see the figure hears nothing. */
export async function reachable(
  members: readonly Member[],
  about: About,
  context: OperationContext,
  catalogue: Catalogue,
): Promise<readonly Member[]> {
  const reached: Member[] = [];
  for (const member of members) {
    const actor = asActor(member);
    if (!actor.permissions.has('kpi.read')) continue;
    const [mayKnow = false] = await mayKnowOf([about], { opened: await openEngine({ ...context, actor }, {}), catalogue });
    if (mayKnow) reached.push(member);
  }
  return reached;
}
