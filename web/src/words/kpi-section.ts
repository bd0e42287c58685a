import { kpiSectionEn } from './kpi-section.en.ts';
import { kpiSectionEs } from './kpi-section.es.ts';
import { defineWords } from './language.ts';

export const kpiSectionWords = defineWords('kpi-section', kpiSectionEs, kpiSectionEn);
