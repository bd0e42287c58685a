import { z } from 'zod';
import type { Language } from '../../i18n/language.ts';
import { CuadroError } from '../../model/error.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { ChannelTable } from '../../store/tables/notice.ts';
import { type NoticeKind, noticeKinds } from './notice.ts';
import type { Seal } from './sealed.ts';

export const channelKinds = ['webhook', 'slack', 'teams'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** A place outside that notices are posted to. Its address and key are opened only to post. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: ChannelKind;
  readonly host: string;
  readonly language: Language;
  readonly kinds: readonly NoticeKind[];
  readonly amounts: 'shown' | 'hidden';
  readonly active: boolean;
  readonly sealed: string;
  readonly lastSentAt: string | null;
  readonly lastError: string | null;
  readonly lastErrorAt: string | null;
}

const secretSchema = z.strictObject({ url: z.string(), key: z.string() });

/** What nobody is shown again. */
export type ChannelSecret = z.infer<typeof secretSchema>;

export const sealSecret = (secret: ChannelSecret, seal: Seal): string => seal.seal(JSON.stringify(secret));

/** @throws CuadroError `channel_sealed` */
export const openSecret = (sealed: string, seal: Seal): ChannelSecret => secretSchema.parse(JSON.parse(seal.open(sealed)));

export function channelOf(row: ChannelTable): Channel {
  const kinds = z.array(z.string()).parse(JSON.parse(row.kinds));
  return {
    id: row.id,
    name: row.name,
    kind: z.enum(channelKinds).parse(row.kind),
    host: row.host,
    language: row.language === 'en' ? 'en' : 'es',
    kinds: noticeKinds.filter((kind) => kinds.includes(kind)),
    amounts: row.amounts === 'shown' ? 'shown' : 'hidden',
    active: row.active === 1,
    sealed: row.secret,
    lastSentAt: row.last_sent_at,
    lastError: row.last_error,
    lastErrorAt: row.last_error_at,
  };
}

export async function allChannels(db: StoreDatabase): Promise<readonly Channel[]> {
  return (await db.selectFrom('channel').selectAll().orderBy('name').execute()).map(channelOf);
}

/** @param which an id or a name @throws CuadroError `channel_unknown` */
export async function requireChannel(db: StoreDatabase, which: string): Promise<Channel> {
  const row = await db
    .selectFrom('channel')
    .selectAll()
    .where((where) => where.or([where('id', '=', which), where('name', '=', which)]))
    .executeTakeFirst();
  if (!row) throw new CuadroError({ code: 'channel_unknown', where: 'channel', found: which });
  return channelOf(row);
}
