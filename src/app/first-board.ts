import { languageOf } from '../i18n/language.ts';
import type { Host } from './host.ts';
import { hasMembers } from './people/member.ts';
import { type Actor, guestActor, permissionsOf } from './rights/actor.ts';
import { roles } from './rights/role.ts';
import { isSample } from './workspace/sample.ts';

/** As someone who leads the company sees it; the audit log is told that it was the server that asked. */
const leader: Actor = {
  ...guestActor,
  kind: 'user',
  role: 'owner',
  permissions: permissionsOf('owner', false),
  personal: roles.owner.personal,
  amounts: roles.owner.amounts,
};

/**
 * Works out the board that the first visitor will open, by the same operation and with the same rights, so that its kept answer is there
 * when they come. Who sees less finds the figures that both have in common.
 * @param signal nobody will come any more
 */
export async function prepareFirstBoard(host: Host, signal: AbortSignal): Promise<void> {
  try {
    const { folder, settings } = await host.workspace();
    const isGuest = isSample(folder) && !(await hasMembers((await host.store()).db));
    const actor: Actor = { ...(isGuest ? guestActor : leader), name: 'server', from: 'start' };
    await host.run('board', { language: languageOf(settings.locale) }, { actor, progress: () => undefined, signal });
  } catch {
    // Whoever opens the board is told what is wrong with it.
  }
}
