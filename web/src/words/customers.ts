import { customersEn } from './customers.en.ts';
import { customersEs } from './customers.es.ts';
import { defineWords } from './language.ts';

export const customersWords = defineWords('customers', customersEs, customersEn);
