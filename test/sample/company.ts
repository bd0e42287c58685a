import type { Cell, Row, SampleEntity } from '../../src/sample/columns.ts';
import { makeCompany } from '../../src/sample/company.ts';
import type { Sink } from '../../src/sample/sink.ts';

export type AnyRow = Readonly<Record<string, Cell | undefined>> & { readonly id: string };

/** A sample company in memory. */
export class Company {
  private readonly rows = new Map<string, AnyRow[]>();
  private readonly byId = new Map<string, Map<string, AnyRow>>();
  records = 0;

  constructor(until: string, scale: number, seed: number) {
    const sink: Sink = {
      put: <E extends SampleEntity>(entity: E, row: Row<E>): void => {
        const list = this.rows.get(entity);
        if (list) list.push(row);
        else this.rows.set(entity, [row]);
        this.records++;
      },
    };
    for (const _ of makeCompany({ until: Temporal.PlainDate.from(until), scale, seed }, sink));
  }

  all(entity: string): readonly AnyRow[] {
    return this.rows.get(entity) ?? [];
  }

  find(entity: string, id: Cell | undefined): AnyRow | undefined {
    let index = this.byId.get(entity);
    if (!index) {
      index = new Map(this.all(entity).map((row) => [row.id, row]));
      this.byId.set(entity, index);
    }
    return typeof id === 'string' ? index.get(id) : undefined;
  }
}
