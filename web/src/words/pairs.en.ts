import type { pairsEs } from './pairs.es.ts';

export const pairsEn: { readonly [K in keyof typeof pairsEs]: string } = {
  title: 'They go together, and which goes ahead',
  first: 'One KPI',
  second: 'And another',
  period: 'Period',
  short: 'There are too few months with data in both.',
  at: '{{period}}: {{first}} {{firstValue}}, {{second}} {{secondValue}}',
};
