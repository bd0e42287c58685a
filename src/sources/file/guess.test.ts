import { describe, expect, it } from 'vitest';
import type { ColumnFormat } from './contract-types.ts';
import { guessColumns, type StatedMarks } from './detect/column-guess.ts';

/** Guesses columns given as name → values. */
function guess(columns: Readonly<Record<string, readonly string[]>>, stated: StatedMarks = {}) {
  const listed = Object.entries(columns).map(([name, values]) => ({ name, type: 'VARCHAR', values }));
  const found = guessColumns(listed, stated);
  return { ...found, of: (name: string): ColumnFormat | undefined => found.columns.find((column) => column.name === name) };
}

describe('decimal and thousands marks', () => {
  it.each([
    [['9,99', '12,5'], ',', '.'],
    [['1.117,10', '3,2'], ',', '.'],
    [['1,117.10', '342.09'], '.', ','],
    [['1 234,5', '12,25'], ',', ' '],
    [['1\u202f234,5'], ',', ' '],
    [["1'234.50"], '.', "'"],
    [['1.234.567', '12'], ',', '.'],
    [['0.125', '0.250'], '.', ','],
    [['1234.567'], '.', ','],
    [['12345.6'], '.', null],
  ])('of %j are %j and %j', (values, decimal, thousands) => {
    expect(guess({ amount: values }).of('amount')).toMatchObject({ decimal, thousands, numberDoubt: false });
  });

  it('are in doubt where a value can be a thousand or one', () => {
    expect(guess({ amount: ['1.234', '5.678'] }).of('amount')).toMatchObject({ kind: 'number', decimal: null, numberDoubt: true });
    expect(guess({ amount: ['1.234', '5.678'] }, { decimal: ',' }).of('amount')).toMatchObject({
      decimal: ',',
      thousands: '.',
      numberDoubt: false,
    });
  });

  it('are settled by the other columns of the file', () => {
    expect(guess({ amount: ['1.234', '5.678'], price: ['9,99', '1,5'] }).of('amount')).toMatchObject({
      decimal: ',',
      thousands: '.',
      numberDoubt: false,
    });
  });

  it('are in doubt where values contradict each other', () => {
    const found = guess({ amount: ['10.50', '9,99', '3.25', '4,75'] });
    expect(found.of('amount')).toMatchObject({ numberDoubt: true });
    expect(found.marks.decimal).toBeNull();
  });

  it('are those of most where a few stray', () => {
    const values = [...Array.from({ length: 99 }, (_, at) => `${at}.5`), '9,99'];
    expect(guess({ amount: values }).of('amount')).toMatchObject({ decimal: '.', numberDoubt: false });
  });
});

describe('kinds', () => {
  it.each([
    [['1', '20', '-3'], 'integer'],
    [['1', '2.5'], 'number'],
    [['$1,117.10K', '$342.09K'], 'money'],
    [['(1.234,50 €)', '3,00 €'], 'money'],
    [['00042', '00043'], 'text'],
    [['1,5', '2,5', '3,5', 'x'], 'number'],
    [['31/12/2021', '01/02/2021', '?', 'x'], 'date'],
    [['C536379', '536380'], 'text'],
    [['Yes', 'No', '?'], 'boolean'],
    [['Sí', 'No'], 'boolean'],
    [['1', '0'], 'integer'],
    [['2021-04-15', '2021-04-16'], 'date'],
    [['2021-04-15 10:00', '2021-04-16 11:00:01'], 'datetime'],
    [['10.0.0.1', '10.0.0.2'], 'text'],
    [['805-247-8982', '732-984-5010'], 'text'],
    [['?', 'NA', ''], 'text'],
    [['12', '?', 'NA', '-'], 'integer'],
    [['19970101', '19970118', '19971231'], 'date'],
    [['21000837', '21002480'], 'integer'],
  ])('%j is %s', (values, kind) => {
    expect(guess({ column: values }).of('column')?.kind).toBe(kind);
  });
});

describe('date patterns', () => {
  it.each([
    [['29/2/2016 01:16', '1/3/2016 2:00'], 'D/M/YYYY HH:mm'],
    [['12/31/2021', '01/02/2021'], 'MM/DD/YYYY'],
    [['15 Apr, 2021 23:01:19', '01 Dec, 2020 00:00:00'], 'DD MMM, YYYY HH:mm:ss'],
    [['15 abr 2021', '3 ene 2021'], 'D MMM YYYY'],
    [['15 de abril de 2021', '1 de diciembre de 2020'], 'D de MMMM de YYYY'],
    [['15-abr-21', '03-dic-20'], 'DD-MMM-YY'],
    [['April 15, 2021', 'May 3, 2021'], 'MMMM D, YYYY'],
    [['31.12.2021', '01.02.2021'], 'DD.MM.YYYY'],
    [['03-07-2021 01:09 PM', '23-07-2021 11:09 AM'], 'DD-MM-YYYY HH:mm A'],
    [['31/12/2021 10:00:00 +02:00'], 'DD/MM/YYYY HH:mm:ss Z'],
    [['19970101', '19970118'], 'YYYYMMDD'],
    [['2021-04-15T10:00:00Z'], null],
    [['2021/04/15'], null],
  ])('of %j is %j', (values, dates) => {
    expect(guess({ at: values }).of('at')).toMatchObject({ dates, dateChoices: [] });
  });

  it('are in doubt where day and month cannot be told apart', () => {
    expect(guess({ at: ['01/02/2021', '03/04/2021'] }).of('at')).toMatchObject({
      kind: 'date',
      dates: null,
      dateChoices: ['DD/MM/YYYY', 'MM/DD/YYYY'],
    });
    expect(guess({ at: ['01/02/2021'] }, { dates: 'DD/MM/YYYY' }).of('at')).toMatchObject({ dates: 'DD/MM/YYYY', dateChoices: [] });
  });

  it('are settled by the other columns of the file', () => {
    const found = guess({ at: ['01/02/2021 10:00', '03/04/2021 11:00'], until: ['31-12-2021', '01-02-2021'] });
    expect(found.of('at')).toMatchObject({ dates: 'DD/MM/YYYY HH:mm', dateChoices: [] });
  });

  it('are not settled by columns that contradict each other, nor by a column that mixes both orders', () => {
    expect(guess({ at: ['01/02/2021'], a: ['31/12/2021'], b: ['12/31/2021'] }).of('at')?.dateChoices).toHaveLength(2);
    expect(guess({ at: ['31/12/2021', '12/31/2021'] }).of('at')?.dateChoices).toHaveLength(2);
  });

  it('hold beside impossible days', () => {
    expect(guess({ at: ['30/02/2021', '31/12/2021', '01/02/2021'] }).of('at')).toMatchObject({ kind: 'date', dates: 'DD/MM/YYYY' });
  });
});
