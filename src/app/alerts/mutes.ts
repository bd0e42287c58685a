import type { AlertMuteTable } from '../../store/tables/alert.ts';

/** Whether nobody is to be told of an alert at a moment. */
export const isMutedAt = (mutes: readonly AlertMuteTable[], { id, rule_id }: { id: string | null; rule_id: string }, at: string): boolean =>
  mutes.some(
    (mute) => mute.ended_at === null && mute.until > at && ((mute.alert_id !== null && mute.alert_id === id) || mute.rule_id === rule_id),
  );
