/** An instant as the store keeps it: always with three decimals, so that text sorts as time does. */
export const storedInstant = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: 'millisecond' });
