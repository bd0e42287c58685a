import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { entities } from '../../src/model/registry.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { columns } from '../../src/sample/columns.ts';
import { sampleSettings } from '../../src/sample/settings.ts';
import { writeSampleCompany } from '../../src/sample/write.ts';
import { Company } from './company.ts';
import { until } from './story.ts';

const seed = 20_260_731;
const company = new Company(until, 1, seed);
const fieldOf = (entity: string, column: string) => entities.get(entity)?.fields[column];
const own = new Set(['tarifa']);
const firstDay = '2023-11-01';
const [start, end] = ['2023-10-31T23:00:00Z', '2026-10-31T22:59:59Z'];

async function inFolder<T>(what: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'cuadro-sample-'));
  try {
    return await what(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const hashOf = (options: { until: string; scale: number; seed?: number }): Promise<string> =>
  inFolder(async (folder) => {
    const { files } = await writeSampleCompany({ folder, ...options });
    const hash = createHash('sha256');
    for (const file of files) hash.update(basename(file)).update(await readFile(file));
    return hash.digest('hex');
  });

describe('the sample company’s data', () => {
  it('has about 300,000 records and something of every entity of the model', () => {
    expect(company.records).toBeGreaterThan(280_000);
    expect(company.records).toBeLessThan(330_000);
    expect(Object.keys(columns).toSorted()).toEqual([...entities.keys()].toSorted());
    for (const entity of entities.keys()) expect(company.all(entity).length, entity).toBeGreaterThan(0);
  });

  it('uses the model’s fields, each of them filled somewhere, and its closed lists', () => {
    for (const [entity, names] of Object.entries(columns)) {
      for (const name of names) {
        const field = fieldOf(entity, name);
        if (!own.has(name)) expect(field, `${entity}.${name}`).toBeDefined();
        const values = company.all(entity).flatMap((row) => (row[name] === null || row[name] === undefined ? [] : [row[name]]));
        expect(values.length, `${entity}.${name}`).toBeGreaterThan(0);
        if (field?.values) expect(values.filter((value) => !field.values?.includes(String(value)))).toEqual([]);
        if (field?.type === 'boolean') expect(values.filter((value) => typeof value !== 'boolean')).toEqual([]);
        if (field?.type === 'money' || field?.type === 'number') expect(values.filter((value) => !Number.isFinite(value))).toEqual([]);
      }
    }
  });

  it('refers to nothing that is not there', () => {
    const broken: string[] = [];
    for (const [entity, names] of Object.entries(columns)) {
      const ids = new Set(company.all(entity).map((row) => row.id));
      expect(ids.size, entity).toBe(company.all(entity).length);
      for (const name of names) {
        const target = name === 'merged_into_id' ? entity : fieldOf(entity, name)?.entity;
        for (const row of company.all(entity)) {
          const at = name === 'record_id' ? String(row.entity) : target;
          if (at && row[name] && !company.find(at, row[name])) broken.push(`${entity}.${name}=${row[name]}`);
        }
      }
    }
    expect(broken.slice(0, 5)).toEqual([]);
  });

  it('keeps what happened within its three years; only plans lie beyond', () => {
    const outside: string[] = [];
    for (const [entity, names] of Object.entries(columns)) {
      for (const name of names) {
        const field = fieldOf(entity, name);
        if (!field || field.planned || (field.type !== 'instant' && field.type !== 'date')) continue;
        const isInstant = field.type === 'instant';
        for (const row of company.all(entity)) {
          const value = row[name];
          if (typeof value !== 'string') continue;
          if (value < (isInstant ? start : firstDay.slice(0, 7)) || value > (isInstant ? end : until))
            outside.push(`${entity}.${name}=${value}`);
        }
      }
    }
    expect(outside.slice(0, 5)).toEqual([]);
  });

  const orders: readonly (readonly [string, ...string[]])[] = [
    ['lead', 'created_at', 'qualified_at', 'handed_over_at', 'accepted_at', 'converted_at'],
    ['opportunity', 'created_at', 'closed_at'],
    ['quote', 'sent_at', 'decided_at'],
    ['delivery', 'created_at', 'delivered_at'],
    ['contract', 'started_at', 'cancelled_at', 'ends_at'],
    ['ticket', 'opened_at', 'resolved_at', 'closed_at'],
    ['ticket', 'opened_at', 'first_response_at', 'closed_at'],
    ['campaign_message', 'sent_at', 'opened_at', 'clicked_at', 'responded_at'],
    ['user', 'hired_at', 'left_at'],
    ['account', 'created_at', 'updated_at', 'deleted_at'],
  ];
  it.each(orders)('tells %s in the order in which things happen', (entity, ...names) => {
    const wrong = company.all(entity).filter((row) => {
      const times = names.flatMap((name) => (typeof row[name] === 'string' ? [row[name]] : []));
      // A lead that came back may have qualified late; a scanner clicks before anyone opens.
      return row.reopened_at || row.is_machine_click ? false : times.some((time, i) => i > 0 && time < (times[i - 1] ?? ''));
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it('has a history that ends where the deal is now and lies within its life', () => {
    const last = new Map<string, string>();
    for (const change of company.all('field_change').toSorted((a, b) => String(a.changed_at).localeCompare(String(b.changed_at)))) {
      const deal = company.find('opportunity', change.record_id);
      expect(String(change.changed_at) >= String(deal?.created_at)).toBe(true);
      if (deal?.closed_at) expect(String(change.changed_at) <= String(deal.closed_at)).toBe(true);
      last.set(`${change.record_id}.${change.field}`, String(change.new_value));
    }
    for (const deal of company.all('opportunity')) {
      for (const field of ['stage', 'owner_id', 'expected_close_on']) {
        expect(last.get(`${deal.id}.${field}`) ?? deal[field], `${deal.id}.${field}`).toBe(deal[field]);
      }
    }
  });

  it('adds up: lines make orders and deals, payments and balance make invoices', () => {
    const sums = (entity: string, key: string): Map<string, number> => {
      const totals = new Map<string, number>();
      for (const row of company.all(entity)) totals.set(String(row[key]), (totals.get(String(row[key])) ?? 0) + Number(row.amount));
      return totals;
    };
    const [lines, paid] = [sums('order_line', 'order_id'), sums('payment', 'invoice_id')];
    for (const order of company.all('order')) expect(Math.abs((lines.get(order.id) ?? 0) - Number(order.amount))).toBeLessThan(0.01);
    for (const invoice of company.all('invoice')) {
      if (invoice.status === 'void') continue;
      expect(Math.abs((paid.get(invoice.id) ?? 0) + Number(invoice.balance) - Number(invoice.amount))).toBeLessThan(0.01);
    }
  });
});

describe('writing it', () => {
  it('gives the same bytes for the same seed, scale and end, and others for others', async () => {
    const options = { until, scale: 0.05, seed };
    const first = await hashOf(options);
    expect(await hashOf(options)).toBe(first);
    expect(await hashOf({ until, scale: 0.05 })).toBe(first);
    expect(await hashOf({ ...options, seed: 1 })).not.toBe(first);
    expect(await hashOf({ ...options, until: '2026-09-30' })).not.toBe(first);
  });

  it('makes companies of any size', async () => {
    const records = (scale: number) => inFolder(async (folder) => (await writeSampleCompany({ folder, until, scale })).records);
    const [small, big] = [await records(0.05), await records(2)];
    // Thirty people use the CRM however few its customers are.
    expect(small).toBeGreaterThan(0.04 * company.records);
    expect(small).toBeLessThan(0.2 * company.records);
    expect(big).toBeGreaterThan(1.9 * company.records);
    expect(big).toBeLessThan(2.1 * company.records);
  });

  it.each(['2024-02-29', '2026-10-14', '2025-12-31'])('ends on any day: %s', (day) => {
    const other = new Company(day, 0.05, seed);
    const late = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime('Europe/Madrid').toInstant().toString();
    expect(other.all('lead').filter((row) => String(row.created_at) >= late)).toEqual([]);
    expect(other.all('activity').filter((row) => String(row.occurred_at) >= late)).toEqual([]);
    expect(other.all('lead').length).toBeGreaterThan(500);
  });

  it('writes a mapping that names every file and every column but the company’s own', () =>
    inFolder(async (folder) => {
      const { files } = await writeSampleCompany({ folder, until, scale: 0.02 });
      const mapping = parse(await readFile(join(folder, 'mapping.yaml'), 'utf8'));
      expect(mapping).toMatchObject({ source: 'crm', exported_at: until });
      expect(files.map((file) => basename(file))).toEqual([...mapping.files.map((one: { file: string }) => one.file), 'mapping.yaml']);
      for (const { file, entity, columns: mapped } of mapping.files) {
        const [header = ''] = (await readFile(join(folder, file), 'utf8')).split('\n');
        expect(header.split(',').filter((name) => !own.has(name))).toEqual(Object.values(mapped));
        expect(Object.keys(mapped).filter((name) => fieldOf(entity, name) === undefined)).toEqual([]);
      }
    }));

  it('quotes what needs it', () =>
    inFolder(async (folder) => {
      await writeSampleCompany({ folder, until, scale: 0.05 });
      for (const [entity, names] of Object.entries(columns)) {
        const lines = (await readFile(join(folder, `${entity}.csv`), 'utf8')).trimEnd().split('\n');
        const cells = (line: string) => line.replace(/"(?:[^"]|"")*"/g, '').split(',').length;
        expect(lines.filter((line) => cells(line) !== names.length).slice(0, 2), entity).toEqual([]);
      }
    }));

  it('has settings that a workspace takes', () => {
    const settings = settingsSchema.parse(sampleSettings(until));
    expect(settings.holidays).toContain('2026-04-03');
    expect(settings.timezone).toBe('Europe/Madrid');
  });

  it('refuses a scale that makes no sense', async () => {
    await expect(writeSampleCompany({ folder: tmpdir(), until, scale: 0 })).rejects.toThrow(RangeError);
  });
});
