import type { Dictionary } from './dictionary.ts';

export const englishMarketing: Dictionary = {
  name: 'english: marketing',
  entities: {
    campaign: {
      tables: 'campaign, marketing campaign, email campaign, ad campaign',
      columns: {
        name: 'name, campaign name, title, subject',
        channel: 'channel, medium, campaign channel',
        type: 'type, campaign type, sub type',
        status: 'status, campaign status',
        starts_at: 'starts at, start date, start, begin date, launch date, started at',
        ends_at: 'ends at, end date, end, finish date, ended at',
        first_sent_at: 'first sent at, first send date, sent date, send date',
        budget: 'budget, budgeted cost, planned cost, budget amount, planned budget',
        goal: 'goal, objective',
        audience_size: 'audience size, audience, recipients, num included, number sent, num sent, list size',
      },
      values: {
        status: {
          Planning: 'planned',
          Planned: 'planned',
          Active: 'active',
          'In Progress': 'active',
          Complete: 'completed',
          Completed: 'completed',
          Inactive: 'completed',
          Aborted: 'cancelled',
        },
      },
    },
    campaign_message: {
      tables: 'campaign message, email send, campaign member, email message, message sent, email delivery, campaign recipient',
      columns: {
        sent_at: 'sent at, sent, send date, sent time, sent date, date sent',
        delivered_at: 'delivered at, delivered, delivery time, delivered date',
        bounced_at: 'bounced at, bounced, bounce time, bounce date',
        opened_at: 'opened at, opened, open time, first open, open date, first opened at',
        clicked_at: 'clicked at, clicked, click time, first click, click date, first clicked at',
        click_count: 'click count, clicks, number of clicks',
        responded_at: 'responded at, responded, response time, first responded date, replied at, response date',
        response_type: 'response type',
        unsubscribed_at: 'unsubscribed at, unsubscribed, unsubscribe time, opt out time',
        channel: 'channel, medium',
        is_machine_open: 'is machine open, machine open',
        is_machine_click: 'is machine click, machine click, bot click',
      },
    },
    touch: {
      tables: 'touch, touchpoint, marketing touch, touch point, attribution touch',
      columns: { channel: 'channel, medium, source', occurred_at: 'occurred at, touch date, timestamp, date, time' },
    },
    web_session: {
      tables: 'web session, session, visit session, web visit, site session',
      columns: {
        id: 'session id, visit id',
        visitor_id: 'visitor id, client id, user pseudo id, anonymous id, cookie id',
        started_at: 'started at, session start, start time, visit start time, session start time',
        engaged_s: 'engaged s, engagement seconds, engaged seconds, time on site, duration',
        source: 'source, utm source, traffic source, session source',
        medium: 'medium, utm medium, session medium',
        is_paid: 'is paid, paid',
        landing_page: 'landing page, entry page, first page, landing page path',
      },
    },
    web_event: {
      tables: 'web event, page event, site event, tracking event',
      columns: {
        session_id: 'session id, visit id',
        type: 'type, event, event name, event type, action',
        occurred_at: 'occurred at, event time, timestamp, event timestamp, time',
        value: 'value, event value, revenue',
      },
    },
    cost: {
      tables: 'cost, expense, spend, marketing cost, ad spend, marketing expense, marketing spend, budget spent',
      columns: {
        category: 'category, cost category, type, expense type, expense category, concept, cost type',
        function: 'function, department, area, cost centre, cost center',
        channel: 'channel, medium, platform',
        incurred_on: 'incurred on, date, cost date, expense date, spend date, day, incurred at',
        period_start: 'period start, from, start date',
        period_end: 'period end, to, end date',
        amount: 'amount, cost, spend, total, expense, actual cost, value',
      },
    },
    demand_signal: {
      tables: 'demand signal, product request, product enquiry, lost sale, wish list, requested product',
      columns: {
        product_name: 'product name, product requested, product, requested product, item',
        price_point: 'price point, target price, price',
        source: 'source, channel, origin',
        occurred_at: 'occurred at, date, requested at, request date',
      },
    },
    market_estimate: {
      tables: 'market estimate, market size, market, market data',
      columns: {
        measure: 'measure, metric',
        scope: 'scope, segment, market',
        value: 'value, estimate, amount, size',
        provenance: 'provenance, source, reference',
        confidence: 'confidence',
      },
    },
  },
};
