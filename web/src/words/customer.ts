import { customerEn } from './customer.en.ts';
import { customerEs } from './customer.es.ts';
import { defineWords } from './language.ts';

export const customerWords = defineWords('customer', customerEs, customerEn);
