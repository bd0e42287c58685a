import { describe, expect, test } from 'vitest';
import { findDataset } from '../../src/model/registry.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { engineNames } from '../../src/warehouse/testing/engine.ts';
import type { Company, Row } from '../oracle/company.ts';
import { rowsOf } from '../oracle/derive.ts';
import { momentOf } from '../oracle/time.ts';
import { World } from '../oracle/world.ts';
import { load } from './engines.ts';

/**
 * Random companies seldom have enough for a model to learn from. These have: deals, orders, contracts, calls and answers enough,
 * from a seed, over two years.
 */
const randomFrom = (seed: number) => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (count: number): number => Math.floor(next() * count);
  return { upTo, chance: (share: number) => next() < share, pick: <T>(list: readonly T[]): T => list[upTo(list.length)] as T };
};

const dayOf = (index: number): string => Temporal.PlainDate.from('2023-01-02').add({ days: index }).toString();

const companyOf = (seed: number): Company => {
  const random = randomFrom(seed);
  const tables: Record<string, Row[]> = {};
  const put = (entity: string, row: Row): void => {
    tables[entity] ??= [];
    tables[entity].push({ id: `${entity}${tables[entity].length + 1}`, ...row });
  };
  const accounts = Array.from({ length: 45 }, (_, index) => `a${index}`);
  for (const id of accounts) put('account', { id, industry: random.pick(['retail', 'health', null]), size: random.pick(['big', 'small']) });
  put('stage', { name: 'Contact', probability: 10, category: 'open' });
  put('stage', { name: 'Offer', probability: 60, category: 'open' });
  for (let index = 0; index < 70; index++) {
    const start = random.upTo(400);
    const id = `d${index}`;
    const isOpen = random.chance(0.25);
    const isWon = random.chance(0.45);
    const close = start + 20 + random.upTo(150);
    const offered = start + 1 + random.upTo(19);
    put('opportunity', {
      id,
      account_id: random.pick(accounts),
      owner_id: random.pick(['ana', 'leo', null]),
      type: random.pick(['new', 'renewal', null]),
      product_id: random.pick(['p1', 'p2', null]),
      amount: random.pick([1000, 2000, null]),
      margin: random.pick([100, 400, 333, null]),
      stage: isOpen ? 'Offer' : isWon ? 'Won' : 'Lost',
      status: isOpen ? 'open' : isWon ? 'won' : 'lost',
      created_at: dayOf(start),
      closed_at: isOpen ? null : dayOf(close),
    });
    const change = (old_value: string, new_value: string, day: number): void =>
      put('field_change', { entity: 'opportunity', record_id: id, field: 'stage', old_value, new_value, changed_at: dayOf(day) });
    if (random.chance(0.85)) change('Contact', 'Offer', offered);
    if (!isOpen) change('Offer', isWon ? 'Won' : 'Lost', close);
  }
  for (const account_id of accounts) {
    if (random.chance(0.15)) {
      const start = random.upTo(300);
      const stop = start + 100 + random.upTo(300);
      put('contract', {
        account_id,
        amount: 100,
        period: 'month',
        started_at: dayOf(start),
        cancelled_at: random.chance(0.4) ? dayOf(stop) : null,
      });
    }
    const every = 10 + random.upTo(50);
    for (let day = random.upTo(200), nth = random.upTo(9); day < 600 && nth >= 0; day += 1 + random.upTo(2 * every), nth--) {
      const id = `o${account_id}-${day}`;
      put('order', { id, account_id, ordered_at: dayOf(day), amount: 50 + random.upTo(500), cost: random.chance(0.6) ? 40 : null });
      if (random.chance(0.8)) put('order_line', { order_id: id, product_id: random.pick(['p1', 'p2']) });
      if (random.chance(0.3)) {
        const paid_at = random.chance(0.6) ? dayOf(day + 10 + random.upTo(60)) : null;
        put('invoice', {
          account_id,
          amount: 50,
          issued_on: dayOf(day),
          due_on: dayOf(day + 30),
          paid_at,
          status: paid_at ? 'paid' : 'open',
        });
      }
    }
    for (let index = random.upTo(8); index > 0; index--) {
      const day = random.upTo(600);
      const topic = random.pick(['factura', 'contrato', 'quiere la baja', 'cierre de cuenta', 'close the deal', null]);
      const direction = random.pick(['in', 'out']);
      for (let call = random.pick([1, 1, 1, 6]); call > 0; call--) {
        put('activity', { type: 'call', account_id, topic, direction, occurred_at: dayOf(day + random.upTo(25)) });
      }
      if (random.chance(0.4)) put('ticket', { account_id, type: random.pick(['complaint', 'question']), topic, opened_at: dayOf(day) });
      if (random.chance(0.4)) {
        const kind = random.pick(['nps', 'csat', 'ces']);
        put('survey_response', { account_id, kind, score: 1 + random.upTo(5), responded_at: dayOf(day) });
      }
    }
  }
  return {
    settings: settingsSchema.parse({ customer: { active_days: 120 } }),
    batches: [{ landedOn: '2025-01-01', tables }],
    exportedAt: dayOf(660),
  };
};

type Told = readonly [words: string, numbers: readonly (number | null)[]];

/** What a row says in words and moments, and its numbers. A fit depends in its seventh digit on the order in which it adds. */
const tell = (dataset: string, value: (field: string) => unknown, moment: (field: string) => unknown): Told => {
  const words: unknown[] = [];
  const numbers: (number | null)[] = [];
  for (const [field, { type }] of Object.entries(findDataset(dataset)?.fields ?? {})) {
    const own = value(field) ?? null;
    if (type === 'money' || type === 'number') numbers.push(own === null ? null : Number(own));
    else words.push(type === 'instant' ? moment(field) : own);
  }
  return [JSON.stringify(words), numbers];
};

const inOrder = (rows: readonly Told[]): Told[] => rows.toSorted(([a], [b]) => (a < b ? -1 : 1));
const isNear = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(a), Math.abs(b));

const datasets = ['opportunity_forecast', 'order_forecast', 'account_value', 'account_risk'];

describe.each(engineNames)('%s', (engine) => {
  test('what is made with models is the oracle’s, today and as of an earlier day', async () => {
    const company = companyOf(7);
    const loaded = await load(engine, company, datasets);
    for (const asOf of [null, dayOf(500)]) {
      const oracle = new World(company, { asOf: asOf ?? undefined });
      const world = await loaded.world({ asOf, knownAt: null });
      for (const name of datasets) {
        const wanted = rowsOf(oracle, name).map((row) =>
          tell(
            name,
            (field) => (field === '_source' ? (row._source ?? 'src') : row[field]),
            (field) => {
              const moment = momentOf(row[field], company.settings.timezone);
              return moment && [moment.at, moment.day];
            },
          ),
        );
        const made = (await loaded.query(`select * from ${world.relation(name)}`)).map((row) =>
          tell(
            name,
            (field) => row[field],
            (field) => (typeof row[field] === 'string' ? [Date.parse(String(row[field])), row[`${field}_day`]] : null),
          ),
        );
        expect(made.length, name).toBeGreaterThan(30);
        const [ours, theirs] = [inOrder(made), inOrder(wanted)];
        expect(
          ours.map(([words]) => words),
          `${name} ${asOf}`,
        ).toEqual(theirs.map(([words]) => words));
        const apart = ours.flatMap(([words, numbers], index) =>
          numbers.every((own, place) => isNear(own, theirs[index]?.[1][place] ?? null)) ? [] : [[words, numbers, theirs[index]?.[1]]],
        );
        expect(apart, `${name} ${asOf}`).toEqual([]);
      }
    }
    await loaded.close();
  });
});
