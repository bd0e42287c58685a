import type { OracleQuery } from '../oracle/answer.ts';
import type { Batch, Company, Row } from '../oracle/company.ts';

/** A company, and what was asked of it. The metric stays as it is: it is short. */
export interface Question {
  readonly company: Company;
  readonly query: OracleQuery;
}

/**
 * Makes a failing question smaller as long as it keeps failing: fewer rows, fewer fields, a plainer query. Greedy, so the result is small, not
 * the smallest. What fast-check does by itself for single values takes far too many runs over whole companies.
 */
export async function reduce(question: Question, fails: (question: Question) => Promise<boolean>, budgetMs = 60_000): Promise<Question> {
  const deadline = performance.now() + budgetMs;
  let smallest = question;
  for (let changed = true; changed && performance.now() < deadline; ) {
    changed = false;
    for (const candidate of smaller(smallest)) {
      if (performance.now() > deadline) break;
      const attempt = candidate(smallest);
      if (attempt === null || !(await fails(attempt))) continue;
      smallest = attempt;
      changed = true;
    }
  }
  return smallest;
}

type Step = (question: Question) => Question | null;

function smaller(question: Question): Step[] {
  return [
    ...querySteps(question.query),
    ...batchSteps(question.company),
    ...tableSteps(question.company),
    ...rowSteps(question.company),
    ...fieldSteps(question.company),
  ];
}

const withQuery = (question: Question, query: OracleQuery): Question => ({ ...question, query });

function querySteps(query: OracleQuery): Step[] {
  const without =
    (key: keyof OracleQuery): Step =>
    (question) => {
      if (!(key in question.query)) return null;
      const { [key]: _, ...rest } = question.query;
      return withQuery(question, rest);
    };
  return [
    without('asOf'),
    without('knownAt'),
    without('where'),
    without('attributes'),
    ...(query.by ?? []).map(
      (_, index): Step =>
        (question) =>
          withQuery(question, { ...question.query, by: (question.query.by ?? []).filter((__, place) => place !== index) }),
    ),
    (question) => (question.query.grain === 'total' ? null : withQuery(question, { ...question.query, grain: 'total' })),
  ];
}

/** All the batches' rows in one, later versions last. */
function batchSteps(company: Company): Step[] {
  if (company.batches.length < 2) return [];
  return [
    (question) => {
      const tables: Record<string, Row[]> = {};
      for (const batch of question.company.batches) {
        for (const [name, rows] of Object.entries(batch.tables)) {
          for (const row of rows)
            tables[name] = [...(tables[name] ?? []).filter((one) => one.id !== row.id || one._source !== row._source), row];
        }
      }
      return {
        ...question,
        company: { ...question.company, batches: [{ landedOn: question.company.batches[0]?.landedOn ?? '2000-01-01', tables }] },
      };
    },
  ];
}

const mapBatches = (question: Question, map: (batch: Batch, index: number) => Batch): Question => ({
  ...question,
  company: { ...question.company, batches: question.company.batches.map(map) },
});

const tableSteps = (company: Company): Step[] =>
  company.batches.flatMap((batch, index) =>
    Object.keys(batch.tables).map(
      (name): Step =>
        (question) =>
          (question.company.batches[index]?.tables[name] ?? []).length === 0
            ? null
            : mapBatches(question, (one, place) => (place === index ? { ...one, tables: { ...one.tables, [name]: [] } } : one)),
    ),
  );

/** Half a table goes, then a quarter, down to single rows. */
const rowSteps = (company: Company): Step[] =>
  company.batches.flatMap((batch, index) =>
    Object.entries(batch.tables).flatMap(([name, rows]) => {
      const steps: Step[] = [];
      for (let size = Math.ceil(rows.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
        for (let start = 0; start < rows.length; start += size) {
          const gone = new Set(rows.slice(start, start + size));
          steps.push((question) => {
            const there = question.company.batches[index]?.tables[name] ?? [];
            const left = there.filter((one) => !gone.has(one));
            if (left.length === there.length) return null;
            return mapBatches(question, (one, place) => (place === index ? { ...one, tables: { ...one.tables, [name]: left } } : one));
          });
        }
      }
      return steps;
    }),
  );

/** One field of one row after another becomes unknown. */
const fieldSteps = (company: Company): Step[] =>
  company.batches.flatMap((batch, index) =>
    Object.entries(batch.tables).flatMap(([name, rows]) =>
      rows.flatMap((row) =>
        Object.keys(row)
          .filter((field) => field !== 'id')
          .map(
            (field): Step =>
              (question) => {
                const there = question.company.batches[index]?.tables[name] ?? [];
                const target = there.find((one) => one.id === row.id && one._source === row._source);
                if (!target || !(field in target)) return null;
                const { [field]: _, ...rest } = target;
                const changed = there.map((one) => (one === target ? rest : one));
                return mapBatches(question, (one, place) =>
                  place === index ? { ...one, tables: { ...one.tables, [name]: changed } } : one,
                );
              },
          ),
      ),
    ),
  );

/** A failing question as a worked example to paste, with the batches apart where there are several. */
export function describeQuestion({ company, query }: Question, metric: unknown): string {
  const filled = (batch: Batch): Batch => ({
    ...batch,
    tables: Object.fromEntries(Object.entries(batch.tables).filter(([, rows]) => rows.length > 0)),
  });
  const { name: _, locale: __, kpis: ___, ...settings } = company.settings;
  const [first, ...others] = company.batches.map(filled);
  const given = others.length === 0 ? { given: first?.tables ?? {} } : { batches: company.batches.map(filled) };
  const printable = (_key: string, value: unknown): unknown => (typeof value === 'function' ? String(value) : value);
  return JSON.stringify({ name: 'counterexample', ...given, settings, exportedAt: company.exportedAt, metric, query }, printable, 2);
}
