import { expect, test } from 'vitest';
import { causesOf, type Grouped } from './group.ts';

const alert = (key: string, kpi: string, since: string, scope: string | null = null, p: number | null = 0.001): Grouped => ({
  key,
  kpi,
  scope,
  since,
  p,
  daysOld: null,
});
const pairs = new Set(['complaints csat', 'csat first_response_time']);
const isConnected = (one: string, other: string): boolean => pairs.has(`${one} ${other}`) || pairs.has(`${other} ${one}`);
const shown = (alerts: readonly Grouped[]) =>
  causesOf(alerts, isConnected).map(({ lead, others, member }) => [lead.key, others.map(({ key }) => key).join(','), member]);

test('what the catalogue connects and began about the same time is one cause, the first leads', () => {
  const alerts = [
    alert('a', 'csat', '2026-02-01'),
    alert('b', 'first_response_time', '2026-01-01'),
    alert('c', 'complaints', '2026-03-01'),
    alert('d', 'total_sales', '2026-02-01'),
  ];
  expect(shown(alerts)).toEqual([
    ['b', 'a,c', null],
    ['d', '', null],
  ]);
});

test('of those that began together the surest leads', () => {
  expect(shown([alert('a', 'csat', '2026-02-01', null, 0.01), alert('b', 'complaints', '2026-02-01', null, 0.0001)])).toEqual([
    ['b', 'a', null],
  ]);
});

test('one member of a dimension is one cause, whatever the KPIs, and shows in the figure of all', () => {
  const sierra = 'product.name=Sierra';
  expect(
    shown([
      alert('a', 'on_time_delivery', '2026-01-01', sierra),
      alert('b', 'csat', '2026-01-01', sierra, 0.01),
      alert('c', 'on_time_delivery', '2026-02-01'),
      alert('d', 'csat', '2026-01-01', 'product.name=Split'),
    ]),
  ).toEqual([
    ['a', 'b,c', sierra],
    ['d', '', 'product.name=Split'],
  ]);
});

test('half a year apart is another cause', () => {
  expect(shown([alert('a', 'csat', '2026-01-01'), alert('b', 'complaints', '2026-07-01')])).toHaveLength(2);
});

test('data that are equally old are one cause, and have none with a figure', () => {
  const old = (key: string, kpi: string, daysOld: number): Grouped => ({ ...alert(key, kpi, '2026-02-01', null, null), daysOld });
  const alerts = [old('a', 'csat', 21), old('b', 'total_sales', 21), old('c', 'complaints', 9), alert('d', 'csat', '2026-02-01')];
  expect(shown(alerts)).toEqual([
    ['a', 'b', null],
    ['c', '', null],
    ['d', '', null],
  ]);
});
