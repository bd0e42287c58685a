import { defineWords } from './language.ts';
import { settingsEn } from './settings.en.ts';
import { settingsEs } from './settings.es.ts';

export const settingsWords = defineWords('settings', settingsEs, settingsEn);
