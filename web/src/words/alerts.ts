import { alertsEn } from './alerts.en.ts';
import { alertsEs } from './alerts.es.ts';
import { defineWords } from './language.ts';

export const alertsWords = defineWords('alerts', alertsEs, alertsEn);
