import type { toneEs } from './tone.es.ts';

export const toneEn: { readonly [K in keyof typeof toneEs]: string } = { bad: 'Act', warning: 'Watch', good: 'Good', neutral: 'Know' };
