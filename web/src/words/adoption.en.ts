import type { adoptionEs } from './adoption.es.ts';

export const adoptionEn: { readonly [K in keyof typeof adoptionEs]: string } = {
  title: 'Adoption',
  use: 'Who works with the CRM, and how much',
  quality: 'What gets written: complete data and trained people',
  filled: 'Complete data',
};
