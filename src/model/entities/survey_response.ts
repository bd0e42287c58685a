import { defineEntity } from '../entity.ts';
import { boolean, instant, integer, number, oneOf, personal, reference, text } from '../field.ts';

/** An answer to a survey, with the scale it was given on. */
export const surveyResponse = defineEntity(
  'survey_response',
  'event',
  {
    survey_id: text(),
    invitation_id: reference('survey_invitation'),
    kind: oneOf(['nps', 'csat', 'ces', 'brand', 'wallet']),
    scale_min: number(),
    scale_max: number(),
    polarity: oneOf(['high_is_good', 'low_is_good']),
    score: number(),
    comment: personal(),
    theme: text(),
    sentiment: text(),
    aided: boolean(),
    recalled: boolean(),
    rank: integer(),
    brand_count: integer(),
    contact_id: reference('contact'),
    account_id: reference('account'),
    owner_id: reference('user'),
    ticket_id: reference('ticket'),
    order_id: reference('order'),
    product_id: reference('product'),
    touchpoint: text(),
    responded_at: instant(),
  },
  { begins: 'responded_at' },
);
