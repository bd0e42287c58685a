import { defineEntity } from '../entity.ts';
import { instant, oneOf, reference, text } from '../field.ts';

/** A survey put to somebody. */
export const surveyInvitation = defineEntity(
  'survey_invitation',
  'event',
  {
    survey_id: text(),
    kind: oneOf(['nps', 'csat', 'ces', 'brand', 'wallet']),
    contact_id: reference('contact'),
    account_id: reference('account'),
    touchpoint: text(),
    sent_at: instant(),
    delivered_at: instant(),
  },
  { begins: 'sent_at' },
);
