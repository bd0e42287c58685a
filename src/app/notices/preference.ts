import { z } from 'zod';
import type { StoreDatabase } from '../../store/open.ts';
import type { Config } from '../config/schema.ts';
import { type NoticeKind, noticeKinds } from './notice.ts';

export const digestTimes = ['never', 'day', 'week', 'month'] as const;

/** What somebody wants by e-mail: the inbox has everything. */
export interface Preference {
  readonly mail: readonly NoticeKind[];
  readonly digest: (typeof digestTimes)[number];
  readonly digestDay: number;
  readonly digestHour: number;
}

/** A recovery asks nothing of anybody: it waits in the inbox. */
const mailedUnlessSaid: readonly NoticeKind[] = noticeKinds.filter((kind) => kind !== 'alert_recovered');

export const usualPreference = ({ notices }: Pick<Config, 'notices'>): Preference => ({
  mail: mailedUnlessSaid,
  digest: notices.digest,
  digestDay: notices.digest_day,
  digestHour: notices.digest_hour,
});

/** Of those who have chosen. */
export async function preferencesOf(db: StoreDatabase, members: readonly string[]): Promise<ReadonlyMap<string, Preference>> {
  if (members.length === 0) return new Map();
  const rows = await db.selectFrom('notice_preference').selectAll().where('member_id', 'in', members).execute();
  return new Map(
    rows.map((row) => {
      const mail = z.array(z.string()).parse(JSON.parse(row.mail));
      const digest = digestTimes.find((time) => time === row.digest) ?? 'never';
      const kinds = noticeKinds.filter((kind) => mail.includes(kind));
      return [row.member_id, { mail: kinds, digest, digestDay: row.digest_day, digestHour: row.digest_hour }];
    }),
  );
}

export async function setPreference(db: StoreDatabase, member: string, preference: Preference, at: string): Promise<void> {
  const values = {
    mail: JSON.stringify(preference.mail),
    digest: preference.digest,
    digest_day: preference.digestDay,
    digest_hour: preference.digestHour,
    updated_at: at,
  };
  await db
    .insertInto('notice_preference')
    .values({ member_id: member, ...values })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet(values))
    .execute();
}
