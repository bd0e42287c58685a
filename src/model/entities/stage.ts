import { defineEntity } from '../entity.ts';
import { boolean, integer, number, oneOf, text } from '../field.ts';

/** A step of a pipeline. */
export const stage = defineEntity('stage', 'record', {
  pipeline: text(),
  name: text(),
  position: integer(),
  probability: number(),
  category: oneOf(['open', 'won', 'lost']),
  forecast_category: text(),
  is_active: boolean(),
});
