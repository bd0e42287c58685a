import { defineEntity } from '../entity.ts';
import { boolean, currency, instant, money, personal, reference, text } from '../field.ts';

/** A person who works in the company and, often, in its CRM. */
export const user = defineEntity('user', 'record', {
  name: personal(),
  email: personal(),
  role: text(),
  team: text(),
  office: text(),
  department: text(),
  manager_id: reference('user'),
  hired_at: instant(),
  left_at: instant(),
  is_active: boolean(),
  is_licensed: boolean(),
  hourly_cost: money(),
  currency: currency(),
  skills: text(),
});
