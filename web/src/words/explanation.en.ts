import type { explanationEs } from './explanation.es.ts';

export const explanationEn: { readonly [K in keyof typeof explanationEs]: string } = {
  title: 'The change by {{dimension}}',
  says: '{{kpi}} goes from {{before}} to {{after}}. By {{dimension}}, what weighs most is {{group}} ({{effect}}).',
  kinds: 'By cause: {{list}}.',
  by: 'By',
  before: 'Before',
  after: 'After',
  volume: 'volume',
  mix: 'mix',
  rate: 'rate',
  effect: 'Effect',
  others: 'The others',
  unknown: '(unknown)',
  none: 'This change cannot be split by any dimension with more than one value.',
};
