import type { Among } from './act-about.ts';

/** Classes by how customers buy, and stages of life, in the order in which they are offered. */
export const rfmClasses = [
  'champions',
  'loyal',
  'potential_loyal',
  'recent',
  'needs_attention',
  'about_to_sleep',
  'cannot_lose',
  'at_risk',
  'hibernating',
  'lost',
] as const;
export const lifeStages = ['lead', 'opportunity', 'customer', 'lapsed'] as const;

/** Groups of customers in the order in which they are offered. */
export const amongGroups = {
  need: ['need=risk', 'need=debt', 'need=order_overdue', 'need=order_due', 'need=ticket'],
  rfm: rfmClasses.map((one) => `rfm=${one}` as const),
  stage: lifeStages.map((one) => `stage=${one}` as const),
} as const satisfies Readonly<Record<string, readonly Among[]>>;

/** The group of that name; undefined: there is none. */
export const amongOf = (text: string): Among | undefined =>
  Object.values(amongGroups)
    .flat()
    .find((one) => one === text);
