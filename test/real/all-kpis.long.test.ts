import { describe, expect, it } from 'vitest';
import { realFolders } from './folders.ts';
import { describeReal, importTimeout, RealWorkspace } from './workspace.ts';

interface Summary {
  readonly id: string;
  readonly unit: string;
  readonly variant_units: Readonly<Record<string, string>>;
  readonly computable: boolean;
}

/** Rates of change and of amounts that are not within each other: they may pass 1 or fall below 0. */
const beyond = new Set([
  'pipeline_growth',
  'customer_growth_rate',
  'pipeline_coverage',
  'roi',
  'campaign_roi',
  'revenue_target_attainment',
]);
/** From −1 to 1. */
const correlations = new Set(['activity_outcome_correlation']);
/** Rates whose parts are told beside a value that is not their quotient: shrunk shares and changes. */
const otherThanQuotient = new Set(['rep_performance', 'performance_spread', 'pipeline_growth']);
const near = (left: number, right: number): boolean => Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left), Math.abs(right));

/** What no cell of any KPI may be, on data that nobody here made. */
describeReal('every computable KPI', () => {
  describe.each(realFolders)('$name', (real) => {
    it('gives numbers that can be', { timeout: importTimeout }, () => {
      const workspace = new RealWorkspace(real.settings);
      try {
        workspace.import(real.folder, real.mapping, ...real.files);
        const { kpis } = workspace.ask<{ readonly kpis: readonly Summary[] }>('kpis');
        const computable = kpis.filter((kpi) => kpi.computable);
        const units = new Map(computable.map((kpi) => [kpi.id, kpi]));
        const ids = computable.map(({ id }) => id).join(',');
        const ask = (from: string, to: string, grain: string) =>
          workspace.cells('--kpi', ids, '--from', from, '--to', to, '--grain', grain, '--partial');
        const cells = [...ask(real.from, real.to, 'total'), ...ask(real.from, real.to, 'quarter')];

        const wrong = cells.flatMap((cell) => {
          const { kpi, variant, value, numerator, denominator, n, ci, coverage, detail } = cell;
          const known = units.get(kpi);
          const isRate = (known?.variant_units[variant] ?? known?.unit) === 'rate';
          const faults = [
            ...(n >= 0 && Number.isInteger(n) ? [] : ['n']),
            ...(coverage >= 0 && coverage <= 1 ? [] : ['coverage']),
            ...(value === null || Number.isFinite(value) ? [] : ['not a number']),
            ...(value !== null && isRate && !beyond.has(kpi) && (value < 0 || value > 1) ? ['rate beyond 0–1'] : []),
            ...(value !== null && !isRate && value < (correlations.has(kpi) ? -1 : 0) ? ['negative'] : []),
            ...(ci && value !== null && (ci[0] > value + 1e-9 || ci[1] < value - 1e-9) ? ['value outside its interval'] : []),
            ...(ci && isRate && !beyond.has(kpi) && (ci[0] < 0 || ci[1] > 1) ? ['interval beyond 0–1'] : []),
            ...(isRate && !otherThanQuotient.has(kpi) && value !== null && typeof numerator === 'number' && denominator
              ? near(value, numerator / denominator)
                ? []
                : ['not the quotient']
              : []),
            // Whoever is there at the end was kept, is new and stayed, or came back.
            ...(detail && 'returned' in detail && !(Number(detail.returned) >= 0 && Number(detail.new_left) >= 0) ? ['who came back'] : []),
          ];
          return faults.map((fault) => `${kpi} ${variant} ${cell.period.start} ${JSON.stringify(cell.group)}: ${fault} (${value}, ${ci})`);
        });
        expect(wrong).toEqual([]);

        const told = new Set(cells.filter(({ value }) => value !== null).map(({ kpi }) => kpi));
        expect(
          computable
            .filter(({ id }) => !told.has(id))
            .map(({ id }) => id)
            .sort(),
        ).toEqual(Object.keys(real.empty).sort());
      } finally {
        workspace.close();
      }
    });
  });
});
