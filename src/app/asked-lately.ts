import { type Query, querySchema } from '../metrics/query.ts';
import type { Run } from '../warehouse/run.ts';
import type { OperationContext } from './operation.ts';

const table = 'cuadro.asked';

/** A question that nobody has asked for so long is asked no more. */
const keptDays = 7;
/** The newest so many are kept. */
const most = 50;

const dayMs = 86_400_000;

/** Questions of one open warehouse, as JSON, and when they were asked last (milliseconds since 1970). */
interface Noted {
  readonly asked: Map<string, number>;
  /** Those that the warehouse does not know of yet. */
  readonly unwritten: Map<string, number>;
}

const noted = new WeakMap<object, Noted>();

const notedOf = (root: object): Noted => {
  const known = noted.get(root) ?? { asked: new Map(), unwritten: new Map() };
  noted.set(root, known);
  return known;
};

/**
 * Notes that somebody asked a question, so that the next import answers it anew (`answerAgain`). Not those about another day's world, which
 * no import changes, nor those with filters: they may name people, and seldom does another ask the same.
 */
export function noteAsked({ database, now }: Pick<OperationContext, 'database' | 'now'>, query: Query): void {
  if (query.where.length > 0 || query.asOf !== undefined || query.knownAt !== undefined) return;
  const { asked, unwritten } = notedOf(database.root);
  const question = JSON.stringify(query);
  const moment = now().epochMilliseconds;
  const before = asked.get(question);
  if (before !== undefined && moment - before < dayMs) return;
  asked.set(question, moment);
  unwritten.set(question, moment);
}

/** Whether readers who may not write were asked something that the warehouse does not know of yet. */
export const hasUnwrittenQuestions = (root: object): boolean => notedOf(root).unwritten.size > 0;

export async function writeQuestions(run: Run, root: object): Promise<void> {
  const { unwritten } = notedOf(root);
  if (unwritten.size === 0) return;
  const entries = [...unwritten].map(([question, moment]) => [`'${question.replaceAll("'", "''")}'`, `epoch_ms(${moment})`] as const);
  unwritten.clear();
  await run(`delete from ${table} where question in (${entries.map(([question]) => question).join(', ')})`);
  await run(`insert into ${table} (question, asked_at) values ${entries.map((entry) => `(${entry.join(', ')})`).join(', ')}`);
  await run(`delete from ${table} where question in (select question from ${table} order by asked_at desc, question offset ${most})`);
}

/** The questions of the last days, the newest first. */
export async function askedLately(run: Run, now: Temporal.Instant): Promise<readonly Query[]> {
  const since = now.epochMilliseconds - keptDays * dayMs;
  const rows = await run(
    `select question from ${table} where asked_at >= epoch_ms(${since}) order by asked_at desc, question limit ${most}`,
  );
  return rows.flatMap(({ question }) => {
    // An older Cuadro may have noted what can be asked no more.
    const parsed = querySchema.safeParse(JSON.parse(String(question)));
    return parsed.success ? [parsed.data] : [];
  });
}
