import type { StoreDatabase } from '../../store/open.ts';
import type { UsageTable } from '../../store/tables/review.ts';
import type { Actor } from '../rights/actor.ts';

/** What of an operation's input says that somebody looked at certain KPIs. */
const looking: ReadonlySet<string> = new Set(['query', 'board', 'read']);

/** More at once is a program at work, or a list: nobody looks at each of them. */
const most = 12;

const named = (input: unknown): readonly string[] => {
  if (typeof input !== 'object' || input === null || !('kpis' in input) || !Array.isArray(input.kpis)) return [];
  return input.kpis.filter((kpi): kpi is string => typeof kpi === 'string');
};

/**
 * Who looked at which KPI on which day, and no more than that: neither how often, nor when, nor at what of it. Only of members who are signed in; programs with keys, jobs and the
 * command line look at nothing. What was noted is written with the next look or when the server closes.
 */
export class UsageNotes {
  readonly #seen = new Map<string, UsageTable>();
  #written = new Set<string>();
  #day = '';

  /** @param today where the company is */
  note(operation: string, input: unknown, actor: Actor, today: string): void {
    if (actor.kind !== 'user' || actor.id === null || !looking.has(operation)) return;
    const kpis = named(input);
    if (kpis.length === 0 || kpis.length > most) return;
    if (today !== this.#day) {
      this.#day = today;
      this.#written = new Set();
    }
    for (const kpi of kpis) {
      const key = `${today} ${kpi} ${actor.id}`;
      if (!this.#written.has(key)) this.#seen.set(key, { day: today, kpi, member_id: actor.id });
    }
  }

  get isEmpty(): boolean {
    return this.#seen.size === 0;
  }

  async write(db: StoreDatabase): Promise<void> {
    const rows = [...this.#seen];
    if (rows.length === 0) return;
    this.#seen.clear();
    for (const [key] of rows) this.#written.add(key);
    await db
      .insertInto('usage')
      .values(rows.map(([, row]) => row))
      .onConflict((conflict) => conflict.columns(['day', 'kpi', 'member_id']).doNothing())
      .execute();
  }
}
