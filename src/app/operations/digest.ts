import { createHash } from 'node:crypto';
import { z } from 'zod';
import { tellAim, tellMove, tellPicture } from '../../i18n/digest.ts';
import { formatPeriod, formatValue, writerFor } from '../../i18n/format.ts';
import { keptAnswer } from '../kept-answers.ts';
import { chooseForDigest, isWorthTelling } from '../notices/digest/choose.ts';
import { inboxOf } from '../notices/inbox.ts';
import { readerOf } from '../notices/reader.ts';
import { defineOperation, type Frozen, type OperationContext } from '../operation.ts';
import { unitSchema } from '../output/kpi.ts';
import { countSchema, periodSchema } from '../output/period.ts';
import { type BoardCard, type BoardOutput, boardOperation } from './board.ts';
import { readOperation } from './read.ts';
import { type TargetsOutput, targetsOperation } from './targets.ts';

const number = z.number().nullable();

const output = z.strictObject({
  company: z.string(),
  items: z
    .array(
      z.strictObject({
        kpi: z.string(),
        name: z.string(),
        unit: unitSchema,
        period: z.string().describe('As the language writes it.'),
        value: z.string(),
        change: z.string().nullable(),
        aim: z.string().nullable().describe('What of a target is reached or missed.'),
        verdict: z.enum(['better', 'worse']).nullable(),
        alarmed: z.boolean().describe('An alert about it has not been read.'),
        says: z.string().nullable(),
        next: z.string().nullable().describe('What to do next.'),
        path: z.string().describe('Exactly what is told, below the address of Cuadro.'),
        points: z.array(z.strictObject({ ...periodSchema.shape, value: number })),
        usual: z.tuple([z.number(), z.number()]).nullable(),
        target: number,
        alt: z.string().nullable().describe('What a picture of the points shows; null: there are too few.'),
      }),
    )
    .describe('The most actionable first.'),
  course: z
    .strictObject({ standing: z.string(), says: z.string() })
    .nullable()
    .describe('Whether the company is on course; null: no targets are set.'),
  notices: z.strictObject({
    unread: countSchema,
    latest: z.array(z.strictObject({ id: z.string(), title: z.string(), path: z.string().nullable() })),
    until: z.string().nullable().describe('When the latest was told.'),
  }),
  marks: z
    .array(z.string())
    .describe('Of all that there was to tell, shown or not: another whenever there is something else to tell of a KPI.'),
  changed: z.boolean().describe('Whether there is anything that was not told before.'),
});

export type DigestOutput = Frozen<z.output<typeof output>>;
type Item = DigestOutput['items'][number];

const noticesShown = 5;

/** What of a card has to be another for it to be told again. */
const markOf = ({ id, now, move, target }: BoardCard): string =>
  createHash('sha256')
    .update(JSON.stringify([id, now.period.start, now.value?.toPrecision(4) ?? null, move, target?.state ?? null]))
    .digest('base64url')
    .slice(0, 12);

const isMissed = ({ target }: BoardCard): boolean => target?.state === 'missed' && target.certain;

/** A link to exactly what was seen: that KPI, up to that day, by that grain. */
const pathOf = ({ id, grain, now }: BoardCard): string =>
  `/kpis/${encodeURIComponent(id)}?${new URLSearchParams({ ...(grain === 'total' ? {} : { grain }), to: now.period.end }).toString()}`;

/** What deserves the attention of whoever asks and was not told them before, with figures as they may see them. */
export const digestOperation = defineOperation({
  id: 'digest',
  words: {
    es: 'el resumen de quien pregunta: qué ha cambiado, lo más urgente primero, con qué hacer',
    en: 'the digest of whoever asks: what has changed, the most urgent first, with what to do',
  },
  input: z.strictObject({
    told: z.array(z.string().max(100)).max(1_000).default([]).describe('Marks of what was told before.'),
    since: z.iso.datetime().optional().describe('Notices up to then were told before.'),
    language: z.enum(['es', 'en']),
  }),
  output,
  rest: { method: 'POST', path: '/digest' },
  effect: 'read',
  on: 'warehouse',
  lane: 'long',
  permission: 'kpi.read',
  run: async (context, { told, since, language }): Promise<DigestOutput> => {
    const { settings } = context.workspace;
    const writer = writerFor(language, settings);
    const asked = boardOperation.input.parse({ language });
    // What the board's own page has been answered, and whoever may see the same.
    const board = (await keptAnswer(boardOperation, context, asked, () => boardOperation.run(context, asked))) as BoardOutput;
    const inbox = await inboxOf(context, readerOf(context.actor), { ids: null, unread: true, language });
    const alarmed = new Set(
      inbox
        .filter(({ kind }) => kind === 'alert_firing' || kind === 'alert_escalated')
        .flatMap(({ kpi, others }) => [kpi, ...others.map((other) => other.kpi)].flatMap((one) => one ?? [])),
    );
    const known = new Set(told);
    const cards = board.cards
      .filter(({ now, group }) => now.value !== null && group === null)
      .map((card) => ({ ...card, missed: isMissed(card), alarmed: alarmed.has(card.id) }));
    const chosen = chooseForDigest(cards, markOf, known);
    const says = await readingsOf(context, chosen, language);
    const items = chosen.map((card): Item => {
      const { id, name, unit, grain, now, target, compared, move, verdict, points, usual } = card;
      const aim = target?.value ?? null;
      const state = target?.state === 'reached' ? 'reached' : card.missed ? 'missed' : null;
      const reading = says.get(id);
      return {
        kpi: id,
        name,
        unit,
        period: formatPeriod(now.period, grain, writer),
        value: formatValue(now.value ?? 0, unit, writer),
        change: tellMove({ move, verdict, change: compared?.change ?? null, relative: compared?.relative ?? null, unit }, language, writer),
        aim: aim === null || state === null ? null : tellAim({ state, aim, unit, direction: card.direction }, language, writer),
        verdict,
        alarmed: card.alarmed,
        says: reading?.says ?? null,
        next: reading?.next ?? null,
        path: pathOf(card),
        points: points.map(({ start, end, value }) => ({ start, end, value })),
        usual,
        target: aim,
        alt: tellPicture({ name, unit, grain, points }, language, writer),
      };
    });
    const all = targetsOperation.input.parse({ language });
    const targets = (await keptAnswer(targetsOperation, context, all, () => targetsOperation.run(context, all))) as TargetsOutput;
    const news = inbox.filter(({ at }) => since === undefined || at > since);
    return {
      company: settings.name,
      items,
      course: targets.targets.length === 0 ? null : { standing: targets.standing, says: targets.says },
      notices: {
        unread: inbox.length,
        latest: inbox.slice(0, noticesShown).map(({ id, title, path }) => ({ id, title, path })),
        until: inbox[0]?.at ?? null,
      },
      marks: cards.filter(isWorthTelling).map(markOf),
      changed: items.length > 0 || news.length > 0,
    };
  },
});

/** What each of them says of itself, over the period that its card shows. */
async function readingsOf(context: OperationContext, cards: readonly BoardCard[], language: 'es' | 'en') {
  const read = new Map<string, { readonly says: string; readonly next: string }>();
  for (const [day, group] of Map.groupBy(cards, ({ now }) => now.period.end)) {
    const input = readOperation.input.parse({ kpis: group.map(({ id }) => id), to: day, language });
    const { readings } = await readOperation.run(context, input);
    for (const { kpi, says, next } of readings) if (!read.has(kpi)) read.set(kpi, { says, next });
  }
  return read;
}
