import type { Row, SampleEntity } from './columns.ts';

/** Where the rows go: a folder of files, or memory in a test. */
export interface Sink {
  put<E extends SampleEntity>(entity: E, row: Row<E>): void;
}

const prefixes: Readonly<Record<SampleEntity, string>> = {
  user: 'U',
  account: 'A',
  contact: 'C',
  lead: 'L',
  opportunity: 'O',
  stage: 'E',
  field_change: 'H',
  opportunity_line: 'OL',
  activity: 'T',
  campaign: 'M',
  campaign_message: 'MM',
  touch: 'MT',
  web_session: 'W',
  web_event: 'WE',
  product: 'P',
  quote: 'Q',
  order: 'PD',
  order_line: 'PL',
  delivery: 'D',
  contract: 'K',
  invoice: 'F',
  payment: 'B',
  ticket: 'S',
  survey_invitation: 'I',
  survey_response: 'R',
  cost: 'G',
  user_event: 'X',
  training: 'N',
  demand_signal: 'DS',
  retention_action: 'RA',
  coaching_action: 'CA',
  investment: 'V',
  forecast: 'FC',
  target: 'TG',
  access_grant: 'AG',
  data_issue: 'DI',
  market_estimate: 'ME',
  exchange_rate: 'ER',
};

/** Numbers the records of each entity: `L1`, `L2`, … */
export class Ids {
  private readonly counts = new Map<SampleEntity, number>();

  next(entity: SampleEntity): string {
    const count = (this.counts.get(entity) ?? 0) + 1;
    this.counts.set(entity, count);
    return prefixes[entity] + count;
  }

  name(entity: SampleEntity, number: number): string {
    return prefixes[entity] + number;
  }

  /** How many there are so far. */
  count(entity: SampleEntity): number {
    return this.counts.get(entity) ?? 0;
  }
}
