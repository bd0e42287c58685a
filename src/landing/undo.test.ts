import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { undoBatch } from './batches.ts';
import { stateOf } from './testing/state.ts';
import { openTestWorkspace, type TestWorkspace } from './testing/workspace.ts';

const mapping = `
source: crm
files:
  - { file: deals.csv, entity: opportunity, columns: { id: id, stage: stage, amount: amount, updated_at: updated } }
`;

interface Step {
  readonly full: boolean;
  /** By id: stage and amount. */
  readonly rows: readonly { readonly id: number; readonly stage: string; readonly amount: string; readonly extra: string }[];
}

const step: fc.Arbitrary<Step> = fc.record({
  full: fc.boolean(),
  rows: fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 4 }),
      stage: fc.constantFrom('New', 'Proposal', 'Won'),
      amount: fc.constantFrom('', '1', '2', 'wrong'),
      extra: fc.constantFrom('', '5', 'word'),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 4 },
  ),
});

/** Imports a step as of its place in the sequence. @returns the batch, if it made one. */
const take = async (workspace: TestWorkspace, { full, rows }: Step, day: number): Promise<string | null> => {
  workspace.setClock(`2024-06-0${day + 1}T10:00:00Z`);
  const withExtra = rows.some(({ extra }) => extra !== '');
  const lines = rows.map(
    ({ id, stage, amount, extra }) => `${id},${stage},${amount},2024-05-0${day + 1} 08:00:00${withExtra ? `,${extra}` : ''}`,
  );
  const head = `id,stage,amount,updated${withExtra ? ',extra__integer' : ''}`;
  const result = await workspace.import({ 'deals.csv': `${head}\n${lines.join('\n')}\n` }, mapping, { mode: full ? 'full' : 'delta' });
  return result.batch;
};

describe('undo', () => {
  it('of any batch of any sequence is as if it had never been', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 4 }), fc.nat(), async (steps, choice) => {
        const left = choice % steps.length;
        const [one, other] = [await openTestWorkspace(), await openTestWorkspace()];
        try {
          const batches: (string | null)[] = [];
          for (const [day, each] of steps.entries()) batches.push(await take(one, each, day));
          // What made no batch cannot be undone, nor does it come again when another is.
          for (const [day, each] of steps.entries()) if (day !== left && batches[day] !== null) await take(other, each, day);
          const batch = batches[left] ?? null;
          fc.pre(batch !== null);
          if (batch !== null) await undoBatch(one.context, batch);
          expect(await stateOf(one.rows, { batches: false })).toBe(await stateOf(other.rows, { batches: false }));
        } finally {
          one.close();
          other.close();
        }
      }),
      process.env.CUADRO_TEST_LONG === '1' ? { numRuns: 24 } : { numRuns: 8, seed: 20_261_121 },
    );
  });
});
