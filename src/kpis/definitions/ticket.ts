import { duration } from '../../metrics/build.ts';
import type { DurationMetric } from '../../metrics/metric.ts';
import type { Settings } from '../../model/settings.ts';
import type { Parameter } from '../kpi.ts';

export const ticketDimensions: readonly string[] = ['type', 'channel', 'priority', 'product.name', 'owner.name', 'account.segment'];

/** The parameter `time`: whether nights, weekends and holidays count. */
export const timeParameter = {
  default: 'auto',
  name: {
    es: 'Tiempo que cuenta: laborable, natural o automático (laborable si hay horario definido)',
    en: 'Time that counts: business, calendar or auto (business where hours are set)',
  },
  oneOf: ['auto', 'business', 'calendar'],
} satisfies Parameter;

/** Business time only where the workspace says when it works. */
export const effectiveTime = (asked: string, settings: Settings): DurationMetric['time'] =>
  asked !== 'calendar' && settings.business_hours ? 'business' : 'calendar';

/** Hours from the opening of a ticket to a later time of it. */
export const hoursFromOpening = (
  end: string,
  statistic: DurationMetric['statistic'],
  time: DurationMetric['time'],
  where?: DurationMetric['where'],
): DurationMetric => duration({ dataset: 'ticket', start: 'opened_at', end, unit: 'hour', time, ...(where ? { where } : {}) })(statistic);
