import { type Language, languageOf } from '../../i18n/language.ts';
import { rightsOf } from '../people/grant.ts';
import type { Member } from '../people/member.ts';
import type { Actor } from '../rights/actor.ts';
import type { Channel } from './channel.ts';

/** The inbox of whoever sits at the machine or looks at the sample company without an account. */
export const workspaceReader = 'workspace';

/** A channel among readers: no member's id has a colon. */
export const channelReader = (id: string): string => `channel:${id}`;

/** Whose inbox somebody opens. A key opens that of its member. */
export const readerOf = ({ id }: Pick<Actor, 'id'>): string => id ?? workspaceReader;

/** On behalf of somebody who is not there: what they may see, as it is now. */
export const memberActor = ({ id, email, grant }: Member): Actor => ({ kind: 'user', id, name: email, ...rightsOf(grant), from: 'job' });

/** A channel is a reader of its own: every row, no personal data, amounts as whoever set it up has said. */
export const channelActor = ({ id, name, amounts }: Pick<Channel, 'id' | 'name' | 'amounts'>): Actor => ({
  kind: 'key',
  id: channelReader(id),
  name,
  role: 'viewer',
  permissions: new Set(['kpi.read']),
  rows: { kind: 'all' },
  personal: 'masked',
  amounts,
  from: 'job',
});

export const languageOfMember = ({ language }: Pick<Member, 'language'>, locale: string): Language =>
  language === 'es' || language === 'en' ? language : languageOf(locale);
