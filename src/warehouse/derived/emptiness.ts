import type { Run } from '../run.ts';
import type { DerivedContext } from './context.ts';

/** Which relations have no rows. Each is looked at once, until `forget` says that it is another. */
export class Emptiness {
  readonly #run: Run;
  readonly #known = new Map<string, boolean>();

  constructor(run: Run) {
    this.#run = run;
  }

  /** Of some datasets, those without rows. */
  async of({ relation, dialect }: Pick<DerivedContext, 'relation' | 'dialect'>, names: readonly string[]): Promise<ReadonlySet<string>> {
    const unknown = new Set(names.map(relation).filter((table) => !this.#known.has(table)));
    if (unknown.size > 0) {
      const looks = [...unknown].map(
        (table, index) =>
          `select ${dialect.convert(String(index), 'integer')} as k from (select 1 as present from ${table} limit 1) as one`,
      );
      const filled = new Set((await this.#run(looks.join('\nunion all '))).map(({ k }) => Number(k)));
      [...unknown].forEach((table, index) => {
        this.#known.set(table, !filled.has(index));
      });
    }
    return new Set(names.filter((name) => this.#known.get(relation(name))));
  }

  forget(relation: string): void {
    this.#known.delete(relation);
  }
}

/**
 * The context with its datasets without rows said to be so: a database plans nothing for a join with what cannot have a row, and a
 * company without campaigns or tickets has many of those.
 */
export const withEmpty = (context: DerivedContext, empty: ReadonlySet<string>): DerivedContext => ({
  ...context,
  empty,
  relation: (dataset) => (empty.has(dataset) ? `(select * from ${context.relation(dataset)} where 1 = 0)` : context.relation(dataset)),
});
