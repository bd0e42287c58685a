/** A request to the server. */
export interface Question {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
}

/** The last day of the sample company. */
export const until = '2026-06-30';

/** Every KPI: more than anybody has before them. */
export const wholeBoard: Question = { method: 'POST', path: '/api/v1/board', body: { to: until } };
/** As many as Cuadro advises to act on. */
export const board: Question = {
  method: 'POST',
  path: '/api/v1/board',
  body: {
    to: until,
    kpis: [
      'total_sales',
      'new_leads',
      'new_customers',
      'opportunity_conversion_rate',
      'lead_conversion_rate',
      'sales_cycle_length',
      'pipeline_value',
      'open_opportunities',
      'retention_rate',
      'csat',
      'dso',
      'first_response_time',
    ],
  },
};
export const list: Question = { method: 'GET', path: '/api/v1/kpis?language=en' };
const sales = { kpis: ['total_sales'], from: '2025-07-01', to: until, by: ['owner.name'] };
export const cached: Question = { method: 'POST', path: '/api/v1/query', body: sales };

const kpis = ['total_sales', 'new_leads', 'new_customers', 'opportunity_conversion_rate', 'lead_conversion_rate', 'sales_cycle_length'];
const dimensions = ['owner.name', 'owner.team', 'owner.office', 'owner.role'];

let asked = 0;

/** One that nobody has asked before: a KPI over a stretch of days of its own, by a dimension. */
export function fresh(): Question {
  const turn = asked++;
  const from = Temporal.PlainDate.from('2024-01-01').add({ days: turn % 397 });
  const to = from.add({ days: 180 + Math.floor(turn / 397) });
  const [kpi = '', dimension = ''] = [kpis[turn % kpis.length], dimensions[Math.floor(turn / kpis.length) % dimensions.length]];
  return {
    method: 'POST',
    path: '/api/v1/query',
    body: { kpis: [kpi], from: from.toString(), to: to.toString(), grain: 'total', by: [dimension], periods: 'partial' },
  };
}

/** What people do who look around: mostly what others have looked at too, one question in ten of their own. */
export function mixed(): Question {
  const turn = asked % 10;
  if (turn === 0) return fresh();
  asked++;
  return turn < 4 ? board : turn < 8 ? cached : list;
}
