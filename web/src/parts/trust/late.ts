/** From so many days on, what is shown is no longer how things are: a weekly export is not late yet. */
const bearable = 7;

/**
 * @param lastDay the last day that the data cover; null: there are none
 * @param timezone the company's: its day counts, wherever the reader is
 * @returns how many days late the data are; 0: not worth a word
 */
export function daysLate(lastDay: string | null, now: Date, timezone: string): number {
  if (lastDay === null) return 0;
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone }).format(now);
  const days = Math.round((Date.parse(today) - Date.parse(lastDay)) / 86_400_000);
  return days > bearable ? days : 0;
}
