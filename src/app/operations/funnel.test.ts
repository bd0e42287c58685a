import { describe, expect, test } from 'vitest';
import { kpis } from '../../kpis/catalogue.ts';
import { resolveKpi } from '../../kpis/resolve.ts';
import { answer, type Engine } from '../../metrics/engine.ts';
import { querySchema } from '../../metrics/query.ts';
import { type Company, loadCompany } from '../../warehouse/testing/company.ts';
import { engineNames } from '../../warehouse/testing/engine.ts';
import { answerFunnel, funnelOperation } from './funnel.ts';

const moves = (deal: string, ...steps: readonly (readonly [from: string, to: string, day: string])[]) =>
  steps.map(([from, to, day]) => ({
    entity: 'opportunity',
    record_id: deal,
    field: 'stage',
    old_value: from,
    new_value: to,
    changed_at: day,
  }));

const deal = (id: string, stage: string, amount: number, more: Record<string, string | boolean> = {}) => ({
  id,
  pipeline: 'ventas',
  stage,
  amount,
  status: 'open',
  created_at: '2024-01-02',
  ...more,
});
const won = (day: string) => ({ status: 'won', closed_at: day });
const lost = (day: string) => ({ status: 'lost', closed_at: day });

/** Contacto → Propuesta → Cierre: one goes all the way, one jumps, one goes back and is lost, one waits, one goes back and waits. */
const given = {
  stage: ['Contacto', 'Propuesta', 'Cierre', 'Ganada', 'Perdida'].map((name, index) => ({
    pipeline: 'ventas',
    name,
    position: index + 1,
    category: name === 'Ganada' ? 'won' : name === 'Perdida' ? 'lost' : 'open',
  })),
  opportunity: [
    deal('o1', 'Ganada', 100, { ...won('2024-01-20'), type: 'new' }),
    deal('o2', 'Ganada', 200, won('2024-01-12')),
    deal('o3', 'Perdida', 300, lost('2024-01-25')),
    deal('o4', 'Contacto', 400),
    deal('o5', 'Contacto', 500),
    deal('o6', 'Contacto', 900, { is_test: true }),
    deal('o7', 'Contacto', 900, { created_at: '2023-12-31' }),
  ],
  field_change: [
    ...moves('o1', ['Contacto', 'Propuesta', '2024-01-06'], ['Propuesta', 'Cierre', '2024-01-10'], ['Cierre', 'Ganada', '2024-01-20']),
    ...moves('o2', ['Contacto', 'Cierre', '2024-01-08'], ['Cierre', 'Ganada', '2024-01-12']),
    ...moves('o3', ['Contacto', 'Propuesta', '2024-01-10'], ['Propuesta', 'Contacto', '2024-01-15'], ['Contacto', 'Perdida', '2024-01-25']),
    ...moves('o5', ['Contacto', 'Cierre', '2024-01-05'], ['Cierre', 'Contacto', '2024-01-09']),
  ],
  lead: [
    {
      id: 'l1',
      created_at: '2024-01-02',
      qualified_at: '2024-01-05',
      converted_at: '2024-01-09',
      status: 'converted',
      estimated_value: 10,
    },
    { id: 'l2', created_at: '2024-01-02', converted_at: '2024-01-20', status: 'converted', estimated_value: 20, source: 'web' },
    { id: 'l3', created_at: '2024-01-02', qualified_at: '2024-01-04', lost_at: '2024-01-10', status: 'lost', estimated_value: 30 },
    { id: 'l4', created_at: '2024-01-02', lost_at: '2024-01-03', estimated_value: 40 },
    { id: 'l5', created_at: '2024-01-02', estimated_value: 50 },
    { id: 'l6', created_at: '2024-01-02', qualified_at: '2024-01-03', deleted_at: '2024-01-04' },
  ],
};

const january = { from: '2024-01-01', to: '2024-01-31' };
const engineOf = (company: Company): Engine => ({
  dialect: company.dialect,
  catalog: company.catalog,
  run: (sql) => company.query(sql),
});

describe.each(engineNames)('in %s', (engine) => {
  const load = () =>
    loadCompany(engine, given, {
      reads: ['stage_span', 'opportunity_span', 'field_span', 'lead_payment', 'customer_span'],
      exportedAt: '2024-01-31',
    });
  const ask = (company: Company, more: object = {}) =>
    answerFunnel(funnelOperation.input.parse({ ...january, ...more }), engineOf(company));

  test('the funnel of deals', async () => {
    const company = await load();
    const { funnels } = await ask(company);
    expect(funnels).toHaveLength(1);
    const [funnel] = funnels;
    expect(funnel).toMatchObject({ pipeline: 'ventas', group: {}, entered: 5, won: 2 });
    const shown = (part: 'count' | 'value') =>
      funnel?.stages.map((one) => [
        one.stage,
        ...[one.entered, one.advanced, one.won, one.lost, one.back, one.waiting, one.aside, one.skipped].map((amount) => amount[part]),
      ]);
    //           entered advanced won lost back waiting aside skipped
    expect(shown('count')).toEqual([
      // o1, o2, o3, o4, o5 (o3 and o5 twice). o3 and o5 advanced from their first visit; o3's second was lost, o5's goes on.
      ['Contacto', 5, 4, 2, 1, 0, 2, 0, 0],
      // o1 and o3; o2 and o5 jumped over it; o3 went back and never came so far again.
      ['Propuesta', 2, 1, 1, 0, 1, 0, 0, 2],
      // o1, o2 and o5, who went back.
      ['Cierre', 3, 2, 2, 0, 1, 0, 0, 0],
    ]);
    expect(shown('value')?.map((row) => row.slice(0, 3))).toEqual([
      // Of value, each visit counts: 100 + 200 + 2 · 300 + 400 + 2 · 500; the first visits advanced.
      ['Contacto', 2300, 1100],
      ['Propuesta', 400, 100],
      ['Cierre', 800, 300],
    ]);
    expect(funnel?.stages.map(({ movedBack }) => movedBack)).toEqual([0, 1, 1]);
    expect(funnel?.stages.map(({ conversion, toWon }) => [conversion.count, toWon.count])).toEqual([
      [0.8, 0.4],
      [0.5, 0.5],
      [2 / 3, 2 / 3],
    ]);
    await company.close();
  });

  test('its numbers are the KPIs’', async () => {
    const company = await load();
    const { funnels } = await ask(company);
    const cells = async (id: string, variant: string) => {
      const kpi = kpis.get(id);
      if (!kpi) throw new Error(id);
      const query = querySchema.parse({ kpis: [id], ...january, grain: 'total', by: ['stage'], variant });
      const { cells: found } = await answer(query, [resolveKpi(kpi, company.catalog, query)], engineOf(company));
      return new Map(found.map(({ group, value }) => [group.stage, value]));
    };
    const ever = await cells('funnel_stage_conversion', 'ever');
    const within = await cells('funnel_stage_conversion', 'by_count');
    const days = await cells('funnel_stage_duration', 'km_median');
    const index = await cells('funnel_stage_duration', 'bottleneck');
    for (const stage of funnels[0]?.stages ?? []) {
      expect(stage.advanced.count / stage.entered.count).toBe(ever.get(stage.stage));
      expect(stage.conversion.count).toBe(ever.get(stage.stage));
      expect(stage.withinWindow?.value).toBe(within.get(stage.stage));
      expect(stage.medianDays).toBe(days.get(stage.stage));
      expect(stage.slowness?.index ?? null).toBe(index.get(stage.stage));
    }
    const worst = [...index].filter(([, value]) => value !== null).sort(([, a], [, b]) => (b ?? 0) - (a ?? 0))[0];
    expect(funnels[0]?.bottleneck).toBe(worst?.[0]);
    await company.close();
  });

  test('by a dimension, a pipeline, a filter', async () => {
    const company = await load();
    const { funnels } = await ask(company, { by: ['type'] });
    expect(funnels.map(({ group, entered }) => [group.type, entered]).sort()).toEqual([
      [null, 4],
      ['new', 1],
    ]);
    expect((await ask(company, { pipeline: 'otra' })).funnels).toEqual([]);
    const filtered = await ask(company, { where: [{ dimension: 'type', op: '=', value: 'new' }], pipeline: 'ventas' });
    expect(filtered.funnels[0]?.stages.map(({ entered }) => entered.count)).toEqual([1, 1, 1]);
    await expect(ask(company, { by: ['colour'] })).rejects.toMatchObject({ code: 'unknown_dimension', found: 'colour' });
    await company.close();
  });

  test('the funnel of leads', async () => {
    const company = await load();
    const { funnels } = await ask(company, { entity: 'lead' });
    const [funnel] = funnels;
    expect(
      funnel?.stages.map((one) => [
        one.stage,
        ...[one.entered, one.advanced, one.won, one.lost, one.waiting, one.skipped].map(({ count, value }) => [count, value]),
        one.medianDays,
      ]),
    ).toEqual([
      // l2 converted without being qualified; l4 was lost (no status told); of those not lost l1 took 3 days, l5 still waits.
      ['created', [5, 150], [3, 60], [2, 30], [1, 40], [1, 50], [0, 0], 3],
      ['qualified', [2, 40], [1, 10], [1, 10], [1, 30], [0, 0], [1, 20], 4],
    ]);
    expect(funnel?.bottleneck).not.toBeNull();
    await expect(ask(company, { entity: 'lead', pipeline: 'ventas' })).rejects.toMatchObject({ code: 'unknown_dimension' });
    await company.close();
  });

  test('without a history of stages there is no funnel', async () => {
    const company = await loadCompany(
      engine,
      { opportunity: given.opportunity },
      { reads: ['stage_span', 'opportunity_span', 'field_span', 'lead_payment', 'customer_span'], exportedAt: '2024-01-31' },
    );
    await expect(ask(company)).rejects.toMatchObject({ code: 'kpi_unavailable', found: 'field_change.changed_at' });
    await company.close();
  });
});
