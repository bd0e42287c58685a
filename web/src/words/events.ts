import { eventsEn } from './events.en.ts';
import { eventsEs } from './events.es.ts';
import { defineWords } from './language.ts';

/** What happened, on the time axis. */
export const eventsWords = defineWords('events', eventsEs, eventsEn);
