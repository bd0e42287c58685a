import { kpiEn } from './kpi.en.ts';
import { kpiEs } from './kpi.es.ts';
import { defineWords } from './language.ts';

export const kpiWords = defineWords('kpi', kpiEs, kpiEn);
