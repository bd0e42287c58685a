import type { Alert } from '../figure.ts';

export type Part = 'on' | 'pending' | 'blind' | 'muted' | 'over';

/** Which part of the page an alert stands in: what somebody muted stands by itself, whatever its state. */
export function partOf({ muted, on, state }: Pick<Alert, 'muted' | 'on' | 'state'>): Part {
  if (muted !== null) return 'muted';
  if (on) return 'on';
  if (state === 'pending') return 'pending';
  return state === 'normal' ? 'over' : 'blind';
}

export interface Cause {
  /** DIM=VALUE that they have in common; null: KPIs that depend on one another. */
  readonly member: string | null;
  readonly alerts: readonly Alert[];
}

/** Alerts that are on, by cause, those that nobody muted alone. */
export function causesOf(
  alerts: readonly Alert[],
  causes: readonly { readonly lead: number; readonly others: readonly number[]; readonly member: string | null }[],
): readonly Cause[] {
  return causes.flatMap(({ lead, others, member }) => {
    const own = [lead, ...others].flatMap((place) => {
      const alert = alerts[place];
      return alert && partOf(alert) === 'on' ? [alert] : [];
    });
    return own.length === 0 ? [] : [{ member, alerts: own }];
  });
}
