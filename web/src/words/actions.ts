import { actionsEn } from './actions.en.ts';
import { actionsEs } from './actions.es.ts';
import { defineWords } from './language.ts';

export const actionsWords = defineWords('actions', actionsEs, actionsEn);
