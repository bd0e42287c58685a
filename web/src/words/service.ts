import { defineWords } from './language.ts';
import { serviceEn } from './service.en.ts';
import { serviceEs } from './service.es.ts';

export const serviceWords = defineWords('service', serviceEs, serviceEn);
