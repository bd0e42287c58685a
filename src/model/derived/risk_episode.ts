import { defineDerived } from '../entity.ts';
import { currency, instant, integer, money, oneOf, reference } from '../field.ts';

/** The least score of `account_risk` that makes an episode. */
export const riskEpisodeScore = 25;
/** Days from the start of an episode in which something done to keep the customer belongs to it. */
export const riskEpisodeDays = 30;

/**
 * Each time a customer became one at risk, and what came of it: a stretch of days, one after another, on which its score in `account_risk`
 * is 25 or more. `score` and `revenue` are those of its first day; `score_band` puts like with like. `acted_at` and `action_type` are the first
 * `retention_action` of the account from the first day through 30 days later. `lost_at` is when the customer of that day stopped being one.
 */
export const riskEpisode = defineDerived(
  'risk_episode',
  'fact',
  {
    from: ['account_risk', 'retention_action', 'customer_span'],
    standsOn: ['account_risk'],
    times: ['order', 'contract'],
    base: 'account_id',
  },
  {
    account_id: reference('account'),
    started_at: instant(),
    ended_at: instant(),
    score: integer(),
    score_band: oneOf(['25-39', '40-59', '60-100']),
    revenue: money(),
    currency: currency(),
    acted_at: instant(),
    action_type: oneOf(['call', 'promotion', 'gift', 'escalation']),
    lost_at: instant(),
  },
);
