import type { Dictionary } from './dictionary.ts';

export const englishService: Dictionary = {
  name: 'english: service',
  entities: {
    ticket: {
      tables: 'ticket, case, support ticket, incident, complaint, claim, support case, service request, issue, helpdesk ticket',
      columns: {
        id: 'ticket id, case id, case number, ticket number, number, incident id, incident number, claim id',
        type: 'type, ticket type, case type, request type',
        cause: 'cause, root cause, reason, case reason, closed code',
        topic: 'topic, category, ticket category, subject area, issue category',
        channel: 'channel, case origin, origin, via channel, contact type, source, source type, via, hs ticket channel',
        priority: 'priority, severity, urgency, ticket priority',
        status: 'status, ticket status, case status, state, incident state',
        opened_at: 'opened at, open date, date opened, reported at, opened, created at, created time, createdate',
        first_response_at:
          'first response at, first response time, first reply at, first agent reply date, first responded at, first reply date, date of first response',
        resolved_at: 'resolved at, resolution date, solved at, resolved date, resolved time, date resolved, resolved on, solved date',
        closed_at: 'closed at, closed date, close date, date closed, closed time, closed on',
        reopened_at: 'reopened at, reopened date, reopen date',
        reopen_count: 'reopen count, reopens, times reopened, number of reopens',
        contact_count: 'contact count, contacts, interactions, replies',
        transfer_count: 'transfer count, reassignment count, transfers, group stations, escalations',
        level: 'level, support level, tier',
        first_response_due_at: 'first response due at, first response due, first reply due at',
        sla_due_at: 'sla due at, sla due, due at, due date, resolution due, sla deadline',
        sla_met: 'sla met, made sla, within sla, sla ok, sla achieved',
        owner_id: 'owner id, owner, assignee, assignee id, agent, agent id, assigned to, resolved by agent, case owner',
        contact_id: 'contact id, requester id, requester, caller id, reporter, contact',
        account_id: 'account id, organization id, company id, customer id, organization, account, company',
      },
      values: {
        status: {
          New: 'new',
          Open: 'open',
          Working: 'open',
          Active: 'open',
          Escalated: 'open',
          'In Progress': 'open',
          Pending: 'pending',
          'On Hold': 'on_hold',
          Hold: 'on_hold',
          Waiting: 'pending',
          Solved: 'resolved',
          Resolved: 'resolved',
          Closed: 'closed',
          Cancelled: 'cancelled',
        },
        type: {
          Question: 'question',
          Incident: 'incident',
          Problem: 'incident',
          Task: 'request',
          Request: 'request',
          'Feature Request': 'request',
          'Service request': 'request',
          Complaint: 'complaint',
          Claim: 'complaint',
        },
      },
    },
    survey_invitation: {
      tables: 'survey invitation, survey send, survey sent, survey invite',
      columns: {
        sent_at: 'sent at, sent date, send date, invited at, sent',
        delivered_at: 'delivered at, delivered date',
        touchpoint: 'touchpoint, trigger',
        kind: 'kind, survey type, type',
      },
    },
    survey_response: {
      constants: {
        'nps, nps response, nps survey, nps result': { kind: 'nps', scale_min: '0', scale_max: '10', polarity: 'high_is_good' },
        'csat, csat response, csat survey, satisfaction rating, satisfaction survey': { kind: 'csat', polarity: 'high_is_good' },
        'ces, ces response, ces survey': { kind: 'ces' },
      },
      tables:
        'survey response, survey, nps survey, nps result, csat survey, ces, ces response, ces survey, nps, nps response, csat, csat response, survey answer, feedback, satisfaction rating, survey result, satisfaction survey, feedback submission',
      columns: {
        survey_id: 'survey id, survey, survey name',
        invitation_id: 'invitation id, survey invitation id',
        kind: 'kind, survey type, type, survey kind, metric',
        score: 'score, rating, nps score, nps, csat, csat score, value, answer, points, satisfaction, ces, likelihood to recommend',
        comment: 'comment, comments, feedback, verbatim, text, follow up, response text, remark',
        theme: 'theme, topic, category, reason',
        sentiment: 'sentiment',
        touchpoint: 'touchpoint, trigger, moment',
        responded_at:
          'responded at, response date, answered at, submitted at, rated at, rated on, submission date, date, timestamp, completed at, answer date',
      },
    },
    retention_action: {
      tables: 'retention action, retention, save action, win back action',
      columns: { type: 'type, action, action type', cost: 'cost, amount, spend', acted_at: 'acted at, date, action date' },
    },
  },
};
