import type { serviceEs } from './service.es.ts';

export const serviceEn: { readonly [K in keyof typeof serviceEs]: string } = {
  title: 'Service',
  tickets: 'Cases: what comes in, how long it takes, what gets solved',
  perception: 'Satisfaction: what customers say',
  deliveries: 'Deliveries and products',
};
