import type { Language } from '../../../../../src/i18n/language.ts';

export const templateKinds = ['count', 'sum', 'ratio', 'duration', 'conversion', 'stock'] as const;
export type TemplateKind = (typeof templateKinds)[number];

interface Template {
  readonly id: string;
  readonly area: string;
  readonly unit: string;
  readonly direction: 'up' | 'down' | 'none';
  readonly metric: string;
  readonly given: string;
  readonly expect: string;
  /** Name, definition, name of the example, and how it is worked out. */
  readonly es: readonly [string, string, string, string];
  readonly en: readonly [string, string, string, string];
}

const deals = `opportunity:
        - { status: won, amount: 15000, currency: EUR, closed_at: 2026-01-10 }
        - { status: won, amount: 4000, currency: EUR, closed_at: 2026-01-20 }
        - { status: lost, amount: 20000, currency: EUR, closed_at: 2026-01-25 }`;

const templates: Readonly<Record<TemplateKind, Template>> = {
  count: {
    id: 'big_deals',
    area: 'pipeline',
    unit: 'count',
    direction: 'up',
    metric: `kind: simple
  dataset: opportunity
  aggregate: count
  at: closed_at
  where: ['status=won', 'amount>=10000']`,
    given: deals,
    expect: '1',
    es: [
      'Tratos grandes ganados',
      'Oportunidades ganadas de 10.000 o más.',
      'uno de tres',
      'De las tres, solo la primera se gana y llega a 10.000.',
    ],
    en: ['Big deals won', 'Deals won of 10,000 or more.', 'one of three', 'Of the three, only the first is won and reaches 10,000.'],
  },
  sum: {
    id: 'big_deal_revenue',
    area: 'pipeline',
    unit: 'money',
    direction: 'up',
    metric: `kind: simple
  dataset: opportunity
  aggregate: sum
  of: { money: amount }
  at: closed_at
  where: ['status=won', 'amount>=10000']`,
    given: deals,
    expect: '15000',
    es: [
      'Ventas de tratos grandes',
      'Importe de las oportunidades ganadas de 10.000 o más.',
      'solo el grande',
      '15.000 del único trato ganado que llega a 10.000.',
    ],
    en: [
      'Revenue of big deals',
      'Amount of deals won of 10,000 or more.',
      'only the big one',
      '15,000 of the one deal won that reaches 10,000.',
    ],
  },
  ratio: {
    id: 'big_deal_share',
    area: 'pipeline',
    unit: 'rate',
    direction: 'up',
    metric: `kind: ratio
  of: proportion
  numerator: { kind: simple, dataset: opportunity, aggregate: count, at: closed_at, where: ['status=won', 'amount>=10000'] }
  denominator: { kind: simple, dataset: opportunity, aggregate: count, at: closed_at, where: ['status=won'] }`,
    given: deals,
    expect: '0.5',
    es: [
      'Parte de tratos grandes',
      'Oportunidades de 10.000 o más entre las ganadas.',
      'una de dos',
      'De las dos ganadas, una llega a 10.000: la mitad.',
    ],
    en: ['Share of big deals', 'Deals of 10,000 or more among those won.', 'one of two', 'Of two deals won, one reaches 10,000: half.'],
  },
  duration: {
    id: 'days_to_win',
    area: 'pipeline',
    unit: 'days',
    direction: 'down',
    metric: `kind: duration
  dataset: opportunity
  start: created_at
  end: closed_at
  statistic: median
  unit: day
  where: ['status=won']`,
    given: `opportunity:
        - { status: won, created_at: 2026-01-01, closed_at: 2026-01-11 }
        - { status: won, created_at: 2026-01-02, closed_at: 2026-01-22 }
        - { status: won, created_at: 2026-01-03, closed_at: 2026-01-29 }`,
    expect: '20',
    es: [
      'Días hasta ganar',
      'Mediana de días entre crear y ganar una oportunidad.',
      'tres tratos',
      'Tardan 10, 20 y 26 días: la del medio, 20.',
    ],
    en: [
      'Days to win',
      'Median days from creating a deal to winning it.',
      'three deals',
      'They take 10, 20 and 26 days: the middle one, 20.',
    ],
  },
  conversion: {
    id: 'fast_qualification',
    area: 'leads',
    unit: 'rate',
    direction: 'up',
    metric: `kind: conversion
  base: { dataset: lead, entity: id, at: created_at }
  converted: { same_row: true, at: qualified_at }
  window: 7`,
    given: `lead:
        - { name: A, created_at: 2026-01-05, qualified_at: 2026-01-08 }
        - { name: B, created_at: 2026-01-06, qualified_at: 2026-01-28 }`,
    expect: '0.5',
    es: [
      'Cualificados en una semana',
      'Leads que se cualifican en los siete días siguientes a su llegada.',
      'uno de dos',
      'A se cualifica a los 3 días; B, a los 22: uno de dos.',
    ],
    en: [
      'Qualified within a week',
      'Leads qualified within the seven days after they came.',
      'one of two',
      'A is qualified after 3 days, B after 22: one of two.',
    ],
  },
  stock: {
    id: 'open_pipeline_by_count',
    area: 'pipeline',
    unit: 'count',
    direction: 'none',
    metric: `kind: stock
  dataset: opportunity
  aggregate: count
  span: { from: created_at, to: closed_at }
  at: closing`,
    given: `opportunity:
        - { status: open, created_at: 2026-01-05 }
        - { status: won, created_at: 2026-01-06, closed_at: 2026-01-20 }`,
    expect: '1',
    es: [
      'Oportunidades abiertas al cierre',
      'Oportunidades creadas y sin cerrar al acabar el periodo.',
      'una sigue abierta',
      'De las dos, una se cierra antes de fin de mes: queda una.',
    ],
    en: [
      'Deals open at the end',
      'Deals created and not closed when the period ends.',
      'one stays open',
      'Of the two, one is closed before the month ends: one is left.',
    ],
  },
};

/** A definition to begin from, whole and sound. */
export function templateText(kind: TemplateKind, language: Language): string {
  const template = templates[kind];
  const [name, definition, example, because] = template[language];
  return `id: ${template.id}
name: ${name}
definition: ${definition}
area: ${template.area}
band: business
direction: ${template.direction}
unit: ${template.unit}
grain: month
version: 1
since: 2026-01-01
status: draft
metric:
  ${template.metric}
examples:
  - name: ${example}
    given:
      ${template.given}
    exported_at: 2026-01-31
    query: { from: 2026-01-01, to: 2026-01-31 }
    expect: [{ start: 2026-01-01, value: ${template.expect} }]
    because: "${because}"
`;
}
