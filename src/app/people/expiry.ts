/** Whether something ends by now; null: it never does. */
export const isPast = (instant: string | null, now: Temporal.Instant): boolean =>
  instant !== null && Temporal.Instant.compare(Temporal.Instant.from(instant), now) <= 0;
