import { describe, expect, it } from 'vitest';
import { CuadroError } from '../../model/error.ts';
import { parseMapping } from './parse.ts';

/** The example of the CLI contract. */
const example = `
source: maven
timezone: UTC               # of times without one; default: the workspace's
exported_at: 2018-01-01     # optional: up to when these data are complete (see Watermark)
mode: delta                 # or full
files:
  - file: sales_pipeline.csv        # base name or glob
    entity: opportunity
    format: { encoding: utf-8, delimiter: ",", quote: '"', header: true, skip: 0, sheet: 2, decimal: ".", thousands: ",", dates: YYYY-MM-DD }
    columns:
      id: opportunity_id
      product_id: { from: product, values: { GTXPro: GTX Pro, 007: Bond, yes: si, none: null } }
      amount: { from: close_value, empty: ["", "-"], money: true, decimal: ",", default: 0 }
      currency: { value: USD }
      closed_at: { from: close_date, dates: D/M/YYYY }
      name: { sql: "upper(account)" }
    where: "sales_agent <> ''"
  - file: items.csv
    query: "select order_id, sum(price::decimal(18,4)) as amount from items group by 1"
    entity: order
    columns: { id: { row: true }, amount: amount }
`;

const errorOf = (text: string): CuadroError => {
  try {
    parseMapping(text, 'maven.yaml');
  } catch (error) {
    if (error instanceof CuadroError) return error;
    throw error;
  }
  throw new Error('it was taken');
};

describe('parseMapping', () => {
  it('reads everything that the contract shows', () => {
    const { entries, ...rest } = parseMapping(example, 'maven.yaml');
    expect(rest).toEqual({ source: 'maven', timezone: 'UTC', exportedAt: '2018-01-01', mode: 'delta' });
    expect(entries[0]?.format).toEqual({
      encoding: 'utf-8',
      delimiter: ',',
      quote: '"',
      header: true,
      skip: 0,
      sheet: '2',
      decimal: '.',
      thousands: ',',
      dates: 'YYYY-MM-DD',
    });
    const column = { kind: 'column', values: new Map(), default: null, empty: [], dates: null, money: false, decimal: null };
    expect([...(entries[0]?.columns ?? [])]).toEqual([
      ['id', { ...column, from: 'opportunity_id' }],
      ['product_id', { ...column, from: 'product', values: expect.any(Map) }],
      ['amount', { ...column, from: 'close_value', empty: ['', '-'], money: true, decimal: ',', default: '0' }],
      ['currency', { kind: 'value', value: 'USD' }],
      ['closed_at', { ...column, from: 'close_date', dates: 'D/M/YYYY' }],
      ['name', { kind: 'sql', sql: 'upper(account)' }],
    ]);
    const product = entries[0]?.columns.get('product_id');
    expect(product?.kind === 'column' && [...product.values]).toEqual(
      expect.arrayContaining([
        ['GTXPro', 'GTX Pro'],
        ['007', 'Bond'],
        ['yes', 'si'],
        ['none', null],
      ]),
    );
    expect(entries[1]).toMatchObject({ file: 'items.csv', entity: 'order', condition: null, query: expect.stringContaining('group by 1') });
  });

  it('says where, what was expected, what was found, and what was probably meant', () => {
    const error = errorOf(example.replace('currency:', 'curency:'));
    expect(error).toMatchObject({
      code: 'mapping_field_unknown',
      blame: 'input',
      where: 'maven.yaml:14:16 files[0].columns.curency',
      found: 'curency',
      params: { field: 'curency', entity: 'opportunity', nearest: 'currency' },
    });
    expect(error.expected).toContain('closed_at');
  });

  it('says which key of a rule is unknown', () =>
    expect(errorOf(example.replace('{ from: close_date,', '{ form: close_date,'))).toMatchObject({
      code: 'mapping_key_unknown',
      where: expect.stringContaining('files[0].columns.closed_at.form'),
      params: { nearest: 'from' },
    }));
});
