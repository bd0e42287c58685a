import type { Among } from './act-about.ts';

/** Groups of customers in the order in which they are offered. */
export const amongGroups = {
  need: ['need=risk', 'need=debt', 'need=order_overdue', 'need=order_due', 'need=ticket'],
  rfm: [
    'rfm=champions',
    'rfm=loyal',
    'rfm=potential_loyal',
    'rfm=recent',
    'rfm=needs_attention',
    'rfm=about_to_sleep',
    'rfm=cannot_lose',
    'rfm=at_risk',
    'rfm=hibernating',
    'rfm=lost',
  ],
  stage: ['stage=lead', 'stage=opportunity', 'stage=customer', 'stage=lapsed'],
} as const satisfies Readonly<Record<string, readonly Among[]>>;

/** The group of that name; undefined: there is none. */
export const amongOf = (text: string): Among | undefined =>
  Object.values(amongGroups)
    .flat()
    .find((one) => one === text);
