import { describe, expect, test } from 'vitest';
import { kpis } from '../../kpis/catalogue.ts';
import { resolveKpi } from '../../kpis/resolve.ts';
import { answer, type Engine } from '../../metrics/engine.ts';
import { type QueryInput, querySchema } from '../../metrics/query.ts';
import type { Sight } from '../../metrics/sight.ts';
import { loadCompany } from '../../warehouse/testing/company.ts';
import { engineNames } from '../../warehouse/testing/engine.ts';
import { onlySource } from '../../warehouse/testing/record.ts';
import { answerBridge, pipelineBridgeOperation } from './pipeline-bridge.ts';

const deal = (id: string, owner_id: string, amount: number, more: Record<string, string | boolean> = {}) => ({
  id,
  owner_id,
  amount,
  pipeline: 'ventas',
  status: 'open',
  created_at: '2024-01-02',
  ...more,
});
const change = (record_id: string, field: string, old_value: string, new_value: string, changed_at: string) => ({
  entity: 'opportunity',
  record_id,
  field,
  old_value,
  new_value,
  changed_at,
});

/** January's pipeline of 1,000 becomes February's of 1,120. */
const given = {
  user: [
    { id: 'u1', name: 'Ana' },
    { id: 'u2', name: 'Luis' },
  ],
  opportunity: [
    deal('same', 'u1', 100),
    deal('grew', 'u1', 250),
    deal('shrank', 'u1', 280),
    deal('won', 'u1', 110, { status: 'won', closed_at: '2024-02-10' }),
    deal('lost', 'u2', 200, { status: 'lost', closed_at: '2024-02-29' }),
    deal('moved', 'u2', 100),
    deal('fresh', 'u1', 390, { created_at: '2024-02-05' }),
    deal('passed', 'u1', 70, { created_at: '2024-02-05', status: 'won', closed_at: '2024-02-20' }),
    deal('late', 'u1', 900, { created_at: '2024-03-01' }),
    deal('test', 'u1', 900, { is_test: true }),
  ],
  field_change: [
    change('grew', 'amount', '200', '250', '2024-02-07'),
    change('shrank', 'amount', '300', '280', '2024-02-07'),
    change('won', 'amount', '100', '110', '2024-02-09'),
    change('moved', 'owner_id', 'u1', 'u2', '2024-02-15'),
  ],
};

const ask = (engine: Engine, input: object = {}) =>
  answerBridge(pipelineBridgeOperation.input.parse({ against: '2024-01-31', at: '2024-02-29', ...input }), engine);
const stepsOf = ({ steps }: Awaited<ReturnType<typeof ask>>) =>
  Object.fromEntries(steps.filter(({ deals }) => deals > 0).map(({ step, change: by, value }) => [step, [by, value]]));

describe.each(engineNames)('%s', (name) => {
  test('whole, by owner, as one of them sees it, and with the ends that the KPI has', async () => {
    const company = await loadCompany(name, given, { exportedAt: '2024-03-31', reads: ['opportunity_span', 'user', 'opportunity'] });
    const engine: Engine = { dialect: company.dialect, catalog: company.catalog, run: (sql) => company.query(sql) };
    try {
      const whole = await ask(engine);
      expect(whole.before).toEqual({ deals: 6, value: 1000 });
      expect(whole.after).toEqual({ deals: 5, value: 1120 });
      expect(stepsOf(whole)).toEqual({ created: [2, 460], grown: [0, 60], shrunk: [0, -20], won: [-2, -180], lost: [-1, -200] });

      const kpi = kpis.get('pipeline_value');
      if (!kpi) throw new Error('pipeline_value');
      const query: QueryInput = { kpis: ['pipeline_value'], from: '2024-01-01', to: '2024-02-29', grain: 'month' };
      const { cells } = await answer(querySchema.parse(query), [resolveKpi(kpi, engine.catalog, { by: [], where: [] })], engine);
      expect(cells.map(({ value }) => value)).toEqual([whole.before.value, whole.after.value]);

      const anas = await ask(engine, { where: [{ dimension: 'owner.name', op: '=', value: 'Ana' }] });
      expect(anas.before).toEqual({ deals: 5, value: 800 });
      expect(anas.after).toEqual({ deals: 4, value: 1020 });
      expect(stepsOf(anas)).toMatchObject({ moved_out: [-1, -100], won: [-2, -180] });

      // Who sees only Luis's rows sees the deal that came to him, and not whose it was.
      const sight: Sight = {
        opensTotals: false,
        rows: { kind: 'users', users: [{ source: onlySource, id: 'u2' }], receivables: true },
        personal: null,
        amounts: 'hidden',
        isSafe: () => false,
        smallest: () => null,
      };
      const luis = await ask({ ...engine, catalog: { ...engine.catalog, sight } });
      expect(luis.before).toEqual({ deals: 1, value: null });
      expect(luis.after).toEqual({ deals: 1, value: null });
      expect(stepsOf(luis)).toEqual({ moved_in: [1, null], lost: [-1, null] });
    } finally {
      await company.close();
    }
  });
});
