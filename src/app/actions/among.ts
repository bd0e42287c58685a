import { z } from 'zod';
import { type RiskSignal, riskSignals } from '../../estimators/risk_score.ts';
import { lifeStages, type RfmClass, rfmClasses } from '../../model/segment.ts';
import { type Need, needs } from '../customers/row.ts';

/** The groups of customers that Cuadro itself knows: who needs somebody and for what, classes of buying, stages of life. */
const amongs = [
  ...needs.map((one) => `need=${one}` as const),
  ...rfmClasses.map((one) => `rfm=${one}` as const),
  ...lifeStages.map((one) => `stage=${one}` as const),
] as const;

export type Among = (typeof amongs)[number];

export const amongSchema = z.enum(amongs).describe('Of which customers: need=risk, rfm=loyal, stage=lapsed.');

/** As it is kept. A group that is no more is told of no more. */
export const amongIn = (text: string | null): Among | null => amongs.find((one) => one === text) ?? null;

/** The signs by which a customer comes to need somebody. */
const signs: Readonly<Record<Need, readonly RiskSignal[]>> = {
  risk: riskSignals,
  debt: ['unpaid_invoice'],
  order_overdue: ['overdue_order'],
  order_due: ['overdue_order'],
  ticket: ['complaint'],
};

/** What plays are chosen by. */
export function knownOf(among: Among): {
  readonly rfm: readonly RfmClass[];
  readonly stages: readonly (typeof lifeStages)[number][];
  readonly signals: readonly RiskSignal[];
} {
  const need = needs.find((one) => among === `need=${one}`);
  return {
    signals: need === undefined ? [] : signs[need],
    rfm: rfmClasses.filter((one) => among === `rfm=${one}`),
    stages: lifeStages.filter((one) => among === `stage=${one}`),
  };
}
