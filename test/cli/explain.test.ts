import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cuadro, temporaryFolder } from './run.ts';

const mapping = `source: crm
files:
  - file: tickets.csv
    entity: ticket
    columns: { id: id, opened_at: created_at, resolved_at: resolved_at, priority: priority }
`;

/** Hours to a solution: January 1, 2, 9 (high 1, low 2 and 9); February 1, 8, 9 (high 1 and 8, low 9). */
const tickets = `id,created_at,resolved_at,priority
1,2026-01-05 09:00,2026-01-05 10:00,high
2,2026-01-05 09:00,2026-01-05 11:00,low
3,2026-01-05 09:00,2026-01-05 18:00,low
4,2026-02-05 09:00,2026-02-05 10:00,high
5,2026-02-05 09:00,2026-02-05 17:00,high
6,2026-02-05 09:00,2026-02-05 18:00,low
7,2026-03-01 09:00,2026-03-01 18:00,low
`;

describe('a change that is not the sum of its groups’', () => {
  it('is refused for a median, and explained for a count', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'tickets.csv'), tickets);
    writeFileSync(join(cwd, 'm.yaml'), mapping);
    await cuadro(cwd, ['init']);
    expect((await cuadro(cwd, ['import', 'tickets.csv', '--map', 'm.yaml'])).code).toBe(0);
    const ask = (kpi: string, ...more: string[]) =>
      cuadro(cwd, ['explain', '--kpi', kpi, '--from', '2026-02-01', '--to', '2026-02-28', ...more, '--json']);

    const refused = await ask('avg_resolution_time', '--by', 'priority');
    expect(refused.code).toBe(2);
    expect(refused.json().error).toMatchObject({ code: 'not_explainable', where: 'avg_resolution_time' });

    const counted = (await ask('cases_handled', '--by', 'priority')).json();
    const [{ effects }] = counted.dimensions;
    const sum = effects.reduce((all: number, { total }: { total: number }) => all + total, 0);
    expect(sum).toBeCloseTo(counted.after.value - counted.before.value, 9);
  });
});
