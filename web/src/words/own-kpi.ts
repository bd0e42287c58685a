import { defineWords } from './language.ts';
import { ownKpiEn } from './own-kpi.en.ts';
import { ownKpiEs } from './own-kpi.es.ts';

export const ownKpiWords = defineWords('own-kpi', ownKpiEs, ownKpiEn);
