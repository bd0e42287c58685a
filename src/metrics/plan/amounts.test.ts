import { describe, expect, test } from 'vitest';
import { arithmetic, average, conversion, count, countDistinct, duration, input, openCount, ratio, sum, sumMoney } from '../build.ts';
import type { Catalog } from '../catalog.ts';
import {
  all,
  any,
  calculate,
  choose,
  coalesce,
  compare,
  day,
  days,
  type Expression,
  elapsed,
  field,
  is,
  isNull,
  isOneOf,
  literal,
  money,
  not,
} from '../expression.ts';
import type { ComputedMetric, Metric, RetentionMetric } from '../metric.ts';
import { openSight, testCatalog } from '../testing/catalog.ts';
import { amountsIn, fieldsOf } from './amounts.ts';

const hidden: Catalog = testCatalog({
  sight: { ...openSight, amounts: 'hidden', isSafe: (_, column) => column === 'custom.score' },
  custom: () => new Map([['fee', 'number'] as const, ['score', 'number'] as const]),
});
const shown = testCatalog({ sight: openSight });

const closed = { at: 'closed_at' };
const deals = count('opportunity', closed);
const worth = sumMoney('opportunity', 'amount', closed);
const amount = field('amount');
const quantity = field('quantity');
/** Where amounts are told of a mean of the expression over deals. */
const ofMean = (of: Expression) => amountsIn(average('opportunity', of, closed), null, hidden);
const where = (metric: Metric, unit: string | null = null) => amountsIn(metric, unit, hidden);

describe('what amounts go into', () => {
  test('nothing is kept from whoever may see them', () => {
    expect(amountsIn(worth, 'money', shown)).toBe('nowhere');
    expect(amountsIn(worth, 'money', testCatalog())).toBe('nowhere');
  });

  test('a sum or mean of them shows them, a count of rows or of different amounts does not', () => {
    expect(where(worth)).toBe('value');
    expect(where(sum('opportunity', amount, closed))).toBe('value');
    expect(where(deals)).toBe('nowhere');
    expect(where({ kind: 'simple', dataset: 'opportunity', aggregate: 'count', of: amount, at: 'closed_at' })).toBe('nowhere');
    expect(where(countDistinct('opportunity', 'amount', closed))).toBe('nowhere');
    expect(ofMean(quantity)).toBe('nowhere');
    expect(where(openCount('opportunity_span'))).toBe('nowhere');
    expect(where({ kind: 'stock', dataset: 'opportunity_span', aggregate: 'sum', of: amount, at: 'closing' })).toBe('value');
    expect(where({ kind: 'stock', dataset: 'opportunity_span', aggregate: 'count_distinct', of: amount, at: 'closing' })).toBe('nowhere');
    expect(where({ kind: 'stock', dataset: 'opportunity_span', aggregate: 'sum', at: 'closing' })).toBe('nowhere');
  });

  test('what the KPI says it gives counts too: an amount by its unit is one', () => {
    expect(where(deals, 'money')).toBe('value');
    expect(where(deals, 'count')).toBe('nowhere');
    expect(where(worth, 'count')).toBe('value');
  });

  test('numbers of a source’s own may be amounts, unless they are said to be none', () => {
    expect(ofMean(field('custom.fee'))).toBe('value');
    expect(ofMean(field('custom.score'))).toBe('nowhere');
    expect(ofMean(field('account.credit_limit'))).toBe('value');
    // Not a field of the model: nothing to read.
    expect(ofMean(field('colour'))).toBe('nowhere');
  });

  test('arithmetic: a share of two amounts is none, an amount a piece or times a number is one', () => {
    expect(ofMean(calculate(amount, '/', field('margin')))).toBe('nowhere');
    expect(ofMean(calculate(amount, '/', quantity))).toBe('value');
    expect(ofMean(calculate(quantity, '/', amount))).toBe('value');
    expect(ofMean(calculate(amount, '*', quantity))).toBe('value');
    expect(ofMean(calculate(calculate(amount, '/', field('margin')), '*', quantity))).toBe('nowhere');
    expect(ofMean(calculate(calculate(1, '/', amount), '*', amount))).toBe('nowhere');
    expect(ofMean(calculate(amount, '-', quantity))).toBe('value');
    expect(ofMean(calculate(quantity, '+', amount))).toBe('value');
    expect(ofMean(calculate(quantity, '-', 1))).toBe('nowhere');
    // The sum of a share and of one over an amount still tells the amount.
    expect(ofMean(calculate(quantity, '+', calculate(1, '/', amount)))).toBe('value');
  });

  test('a choice among values is an amount where one of them is; what is asked of an amount to choose is not told', () => {
    expect(ofMean(coalesce(quantity, amount))).toBe('value');
    expect(ofMean({ op: 'least', items: [amount, quantity] })).toBe('value');
    expect(ofMean({ op: 'greatest', items: [quantity, amount] })).toBe('value');
    expect(ofMean(coalesce(quantity, 1))).toBe('nowhere');
    expect(ofMean({ op: 'least', items: [quantity] })).toBe('nowhere');
    expect(ofMean({ op: 'greatest', items: [quantity] })).toBe('nowhere');
    expect(ofMean(choose(is('status', 'won'), amount, 0))).toBe('value');
    expect(ofMean(choose(is('status', 'won'), 0, money('amount', 'closed_at')))).toBe('value');
    expect(ofMean(choose(compare(amount, '>', 1000), 1, 0))).toBe('nowhere');
    expect(ofMean(compare(amount, '>', 1000))).toBe('nowhere');
    expect(ofMean(days('created_at', 'closed_at'))).toBe('nowhere');
  });
});

describe('metrics made of others', () => {
  test('a ratio: of amounts only its parts show them, of an amount and a count its value does', () => {
    expect(where(ratio(worth, sumMoney('opportunity', 'amount', { at: 'created_at' })))).toBe('inside');
    expect(where(ratio(worth, deals))).toBe('value');
    expect(where(ratio(deals, worth))).toBe('value');
    expect(where(ratio(deals, count('lead', { at: 'created_at' })))).toBe('nowhere');
    expect(where(ratio(ratio(worth, worth), deals))).toBe('inside');
    expect(where(ratio(deals, ratio(worth, worth)))).toBe('inside');
  });

  test('a total so far is what it adds up', () => {
    expect(where({ kind: 'cumulative', of: worth, to_date: 'year' })).toBe('value');
    expect(where({ kind: 'cumulative', of: deals, to_date: 'year' })).toBe('nowhere');
  });

  const derive = (expression: Parameters<typeof arithmetic>[0], metrics: Readonly<Record<string, Metric>>): Metric => ({
    kind: 'derived',
    expression: arithmetic(expression, '*', 1),
    metrics: Object.fromEntries(Object.entries(metrics).map(([name, metric]) => [name, { metric }])),
  });
  const [a, b] = [input('a'), input('b')];

  test('arithmetic of metrics goes by the same rule', () => {
    expect(where(derive(arithmetic(a, '-', b), { a: worth, b: worth }))).toBe('value');
    expect(where(derive(arithmetic(a, '+', 5), { a: worth }))).toBe('value');
    expect(where(derive(arithmetic(b, '+', a), { a: worth, b: deals }))).toBe('value');
    expect(where(derive(arithmetic(a, '/', b), { a: worth, b: worth }))).toBe('inside');
    expect(where(derive(arithmetic(a, '/', b), { a: worth, b: deals }))).toBe('value');
    expect(where(derive(arithmetic(arithmetic(a, '-', b), '/', b), { a: worth, b: worth }))).toBe('inside');
    expect(where(derive(arithmetic(a, '*', b), { a: worth, b: deals }))).toBe('value');
    expect(where(derive(arithmetic(a, '*', b), { a: deals, b: deals }))).toBe('nowhere');
    expect(where(derive(arithmetic(a, '-', 1), { a: deals }))).toBe('nowhere');
  });

  test('of a formula that names what is not there nothing is known, so it is not shown', () => {
    const unknown = derive(arithmetic(a, '-', input('z')), { a: deals });
    expect(where(unknown)).toBe('value');
    expect(where(unknown, 'ratio')).toBe('nowhere');
    for (const op of ['+', '-', '*', '/'] as const) {
      expect(where(derive(arithmetic(a, op, input('z')), { a: deals }))).toBe('value');
      expect(where(derive(arithmetic(input('z'), op, a), { a: deals }))).toBe('value');
    }
  });

  const computed = (inputs: ComputedMetric['inputs'], panels?: ComputedMetric['panels']): Metric => ({
    kind: 'computed',
    inputs,
    ...(panels ? { panels } : {}),
    compute: () => ({ value: 1 }),
  });

  test('a function of amounts says by its unit what it gives; without one, or as a number of things, it is not shown', () => {
    const gini = computed({ a: worth });
    expect(where(gini)).toBe('value');
    expect(where(gini, 'count')).toBe('value');
    expect(where(gini, 'money')).toBe('value');
    expect(where(gini, 'ratio')).toBe('inside');
    expect(where(computed({}, { p: { metric: worth } }), 'ratio')).toBe('inside');
    expect(where(computed({ a: deals, b: ratio(worth, worth) }), 'days')).toBe('inside');
    expect(where(computed({ a: deals }), null)).toBe('nowhere');
    // One input of amounts is enough.
    expect(where(computed({ a: deals, b: worth }))).toBe('value');
    expect(where(derive(arithmetic(a, '/', a), { a: worth, b: deals }))).toBe('inside');
    expect(where(computed({ a: computed({ b: worth }) }), 'ratio')).toBe('inside');
    expect(where(computed({ a: computed({ b: deals }) }), 'ratio')).toBe('nowhere');
  });

  test('a total so far, a mean or a duration inside another tells as much as on its own', () => {
    expect(where(ratio({ kind: 'cumulative', of: worth, to_date: 'year' }, worth))).toBe('inside');
    expect(where(computed({ a: average('opportunity', amount, closed) }), 'ratio')).toBe('inside');
  });
});

describe('customers kept, conversions, times', () => {
  const kept = (more: Partial<RetentionMetric>): Metric => ({
    kind: 'retention',
    dataset: 'mrr_span',
    entity: 'account_id',
    mode: 'rate',
    weighting: 'entity',
    ...more,
  });
  const byValue = { weighting: 'value', value: field('mrr') } as const;
  const brought = { dataset: 'order', entity: 'account_id', at: 'ordered_at', of: amount };

  test('how many stayed is no amount; what they are worth is one, and a share of worth has it inside', () => {
    for (const mode of ['rate', 'kept', 'lost', 'lost_rate', 'formula'] as const) expect(where(kept({ mode }))).toBe('nowhere');
    for (const mode of ['kept', 'lost'] as const) expect(where(kept({ mode, ...byValue }))).toBe('value');
    for (const mode of ['rate', 'lost_rate', 'net', 'gross'] as const) expect(where(kept({ mode, ...byValue }))).toBe('inside');
    expect(where(kept({ mode: 'kept', value: field('mrr') }))).toBe('nowhere');
    expect(where(kept({ mode: 'kept', weighting: 'value' }))).toBe('inside');
  });

  test('what the kept brought is theirs', () => {
    expect(where(kept({ mode: 'kept', brought }))).toBe('value');
    expect(where(kept({ mode: 'kept', brought: { ...brought, of: literal(1) } }))).toBe('inside');
    expect(where(kept({ mode: 'lost', brought }))).toBe('inside');
  });

  test('a conversion by value has amounts inside, by number it has none; times have none', () => {
    const parts = {
      base: { dataset: 'lead', entity: 'id', at: 'created_at' },
      converted: { same_row: true, at: 'converted_at' },
      window: 30,
    } as const;
    expect(where(conversion(parts))).toBe('nowhere');
    expect(where(conversion({ ...parts, weighting: 'value', value: field('estimated_value') }))).toBe('inside');
    const time = duration({ dataset: 'ticket', start: 'opened_at', end: 'resolved_at', unit: 'hour', time: 'calendar' });
    expect(where(time('median'))).toBe('nowhere');
    expect(where({ kind: 'built_in', name: 'days' })).toBe('nowhere');
  });
});

describe('the fields that a metric reads', () => {
  const read = (metric: Metric): readonly string[] => fieldsOf(metric).map(({ dataset, path }) => `${dataset}.${path}`);
  const inExpression = (of: Expression) => read(average('d', of, { at: 't' })).map((one) => one.slice(2));

  test('of an expression, every one, wherever it stands', () => {
    expect(inExpression(field('a'))).toEqual(['a', 't']);
    expect(inExpression(money('a', 'on'))).toEqual(['a', 'on', 't']);
    expect(inExpression(all(is('a', 1), any(isNull('b'), not(isOneOf('c', ['x'])))))).toEqual(['a', 'b', 'c', 't']);
    expect(inExpression(coalesce(field('a'), field('b'), 0))).toEqual(['a', 'b', 't']);
    for (const op of ['least', 'greatest'] as const) expect(inExpression({ op, items: [field('a'), field('b')] })).toEqual(['a', 'b', 't']);
    expect(inExpression(choose(is('a', 1), field('b'), field('c')))).toEqual(['a', 'b', 'c', 't']);
    for (const op of ['=', '<>', '<', '<=', '>', '>='] as const)
      expect(inExpression(compare(field('a'), op, field('b')))).toEqual(['a', 'b', 't']);
    for (const op of ['+', '-', '*', '/'] as const) expect(inExpression(calculate(field('a'), op, field('b')))).toEqual(['a', 'b', 't']);
    expect(inExpression(day('a'))).toEqual(['a', 't']);
    expect(inExpression(days('a', 'b'))).toEqual(['a', 'b', 't']);
    expect(inExpression(elapsed('a', 'b', 'hour'))).toEqual(['a', 'b', 't']);
    expect(inExpression(literal(1))).toEqual(['t']);
  });

  test('of a metric, its times too, with the dataset whose rows read them', () => {
    const many = { ...count('lead', { at: 'created_at', where: is('source', 'web') }), at_least: { count: 2, of: field('office') } };
    expect(read(many)).toEqual(['lead.source', 'lead.office', 'lead.created_at']);
    expect(read(count('lead', { at: 'created_at' }))).toEqual(['lead.created_at']);
    expect(read({ kind: 'cumulative', of: sum('opportunity', amount, closed), to_date: 'year' })).toEqual([
      'opportunity.amount',
      'opportunity.closed_at',
    ]);
    expect(read(worth)).toEqual(['opportunity.amount', 'opportunity.closed_at', 'opportunity.closed_at']);
    expect(read({ kind: 'built_in', name: 'days' })).toEqual([]);
    const ticket = { dataset: 'ticket', start: 'opened_at', end: 'closed_at', unit: 'day', time: 'calendar' } as const;
    expect(read(duration({ ...ticket, where: is('type', 'x') })('mean'))).toEqual(['ticket.opened_at', 'ticket.closed_at', 'ticket.type']);
  });

  test('of a stock, what begins and ends its rows too', () => {
    expect(
      read({
        kind: 'stock',
        dataset: 'receivable_span',
        aggregate: 'sum',
        of: field('balance'),
        where: is('currency', 'EUR'),
        since: [day('due_on', 1)],
        until: [day('valid_to')],
        within: 'issued_on',
        at: 'closing',
      }),
    ).toEqual(['balance', 'currency', 'due_on', 'valid_to', 'issued_on'].map((path) => `receivable_span.${path}`));
    expect(read(openCount('receivable_span'))).toEqual([]);
    const quotes = openCount('quote', { span: { from: 'sent_at', to: 'custom.answered' } });
    expect(read(quotes)).toEqual(['quote.sent_at', 'quote.custom.answered']);
    expect(read(openCount('quote', { span: { from: 'sent_at', to: null } }))).toEqual(['quote.sent_at']);
  });

  test('of metrics made of others, those of each', () => {
    const leads = count('lead', { at: 'created_at' });
    const both = ['opportunity.closed_at', 'lead.created_at'];
    expect(read(ratio(deals, leads))).toEqual(both);
    expect(read({ kind: 'derived', expression: input('a'), metrics: { a: { metric: deals }, b: { metric: leads } } })).toEqual(both);
    expect(read({ kind: 'computed', inputs: { a: deals }, panels: { p: { metric: leads } }, compute: () => ({ value: null }) })).toEqual(
      both,
    );
  });

  test('of conversions and of customers kept, those of both sides', () => {
    const base = { dataset: 'lead', entity: 'id', at: 'created_at', where: is('source', 'web') };
    const own = ['lead.id', 'lead.created_at', 'lead.source'];
    const same = { same_row: true, at: 'custom.signed', where: is('status', 'converted') } as const;
    const value = field('estimated_value');
    expect(read(conversion({ base, converted: same, window: null, value }))).toEqual([
      ...own,
      'lead.estimated_value',
      'lead.custom.signed',
      'lead.status',
    ]);
    const other = { same_row: false, dataset: 'opportunity', entity: 'lead_id', at: 'closed_at', where: is('status', 'won') } as const;
    expect(read(conversion({ base, converted: other, window: 30 }))).toEqual([
      ...own,
      ...['lead_id', 'closed_at', 'status'].map((path) => `opportunity.${path}`),
    ]);
    const kept: RetentionMetric = {
      kind: 'retention',
      dataset: 'mrr_span',
      entity: 'account_id',
      where: is('account.country', 'ES'),
      mode: 'kept',
      weighting: 'value',
      value: field('mrr'),
    };
    const theirs = ['account_id', 'account.country', 'mrr'].map((path) => `mrr_span.${path}`);
    expect(read(kept)).toEqual(theirs);
    const brought = { dataset: 'order', entity: 'account_id', at: 'ordered_at', of: amount, where: is('status', 'open') };
    expect(read({ ...kept, brought })).toEqual([
      ...theirs,
      ...['account_id', 'ordered_at', 'amount', 'status'].map((path) => `order.${path}`),
    ]);
  });
});
