import type { AlertMuteTable } from '../../store/tables/alert.ts';

/** What keeps an alert from being told at a moment: a mute of its own, or of its rule. */
export const muteAt = (
  mutes: readonly AlertMuteTable[],
  { id, rule_id }: { readonly id: string | null; readonly rule_id: string },
  at: string,
): AlertMuteTable | undefined =>
  mutes.find(
    (mute) => mute.ended_at === null && mute.until > at && ((mute.alert_id !== null && mute.alert_id === id) || mute.rule_id === rule_id),
  );
