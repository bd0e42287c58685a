import { z } from 'zod';
import { plays } from '../../insights/plays/book.ts';
import { actionKinds } from '../../insights/plays/kind.ts';
import { CuadroError } from '../../model/error.ts';
import { lifeStages, rfmClasses } from '../../model/segment.ts';
import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import type { PlayTable } from '../../store/tables/action.ts';
import { playRow, suitsOf } from '../actions/own-plays.ts';
import { catalogueOf } from '../catalogue.ts';
import { defineOperation } from '../operation.ts';
import { newId } from '../people/token.ts';

const line = (most: number) => z.string().trim().min(1).max(most);

/** @throws CuadroError `play_unknown`; `play_of_book`: it comes with Cuadro */
async function requireOwn(db: StoreDatabase, id: string): Promise<Pick<PlayTable, 'suits'>> {
  if (plays.has(id)) throw new CuadroError({ code: 'play_of_book', where: 'play', found: id });
  const found = await db.selectFrom('play').select('suits').where('id', '=', id).executeTakeFirst();
  if (!found) throw new CuadroError({ code: 'play_unknown', where: 'play', found: id });
  return found;
}

/** Writes down what the company does about a KPI or some customers, beside the book that comes with Cuadro. */
export const savePlayOperation = defineOperation({
  id: 'save_play',
  words: {
    es: 'guarda una jugada propia: qué se hace, paso a paso, y por qué indicador se mide',
    en: 'save a play of one’s own: what is done, step by step, and which KPI measures it',
  },
  input: z.strictObject({
    id: line(100).nullable().default(null).describe('Null: a new one.'),
    kind: z.enum(actionKinds),
    name: line(120),
    idea: line(1_000).describe('What it is and why it should help.'),
    steps: z.array(line(500)).min(1).max(12),
    measure: line(500).nullable().default(null).describe('What to look at to know whether it helped. Null: its first KPI.'),
    kpis: z.array(line(100)).min(1).max(12).describe('That it serves; the first is the one to measure it by.'),
    rfm: z
      .array(z.enum(rfmClasses))
      .max(rfmClasses.length)
      .optional()
      .describe('Classes that it suits. Left out: as it was; of a new one, none.'),
    stages: z.array(z.enum(lifeStages)).max(lifeStages.length).optional().describe('Stages of life that it suits. Left out: as it was.'),
  }),
  output: z.strictObject({ id: z.string() }),
  rest: { method: 'POST', path: '/plays/own' },
  effect: 'write',
  on: 'store',
  permission: 'catalogue.write',
  audit: ({ kind }, { id }) => ({ play: id, kind }),
  run: async ({ actor, now, store, workspace }, { id, kpis, rfm, stages, ...told }) => {
    const catalogue = await catalogueOf(workspace);
    const { db } = await store();
    const at = storedInstant(now());
    const served = [...new Set(kpis.map((one) => catalogue.find(one).id))];
    const before = suitsOf(id === null ? null : (await requireOwn(db, id)).suits);
    const suits = { rfm: [...new Set(rfm ?? before.rfm)], stages: [...new Set(stages ?? before.stages)] };
    const row = { ...playRow({ ...told, kpis: served, suits }), changed_at: at };
    if (id !== null) {
      await db.updateTable('play').set(row).where('id', '=', id).execute();
      return { id };
    }
    const made = newId();
    await db
      .insertInto('play')
      .values({ id: made, author_id: actor.id, ...row, created_at: at, retired_at: null })
      .execute();
    return { id: made };
  },
});

/** Takes a play of the company's own out of what is suggested, or back in. Actions that were done by it stay what they were. */
export const retirePlayOperation = defineOperation({
  id: 'retire_play',
  words: {
    es: 'deja de proponer una jugada propia, o vuelve a proponerla',
    en: 'stop suggesting a play of one’s own, or suggest it again',
  },
  input: z.strictObject({ play: line(100), retired: z.boolean().default(true) }),
  output: z.strictObject({ id: z.string(), retired: z.boolean() }),
  rest: { method: 'POST', path: '/plays/own/{play}/retirement' },
  effect: 'write',
  on: 'store',
  permission: 'catalogue.write',
  audit: ({ play, retired }) => ({ play, retired }),
  run: async ({ now, store }, { play, retired }) => {
    const { db } = await store();
    await requireOwn(db, play);
    const at = storedInstant(now());
    await db
      .updateTable('play')
      .set({ retired_at: retired ? at : null, changed_at: at })
      .where('id', '=', play)
      .execute();
    return { id: play, retired };
  },
});
