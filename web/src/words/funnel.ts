import { funnelEn } from './funnel.en.ts';
import { funnelEs } from './funnel.es.ts';
import { defineWords } from './language.ts';

export const funnelWords = defineWords('funnel', funnelEs, funnelEn);
