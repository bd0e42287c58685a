import { z } from 'zod';
import type { EvaluateAlertsOutput } from '../../operations/evaluate-alerts.ts';
import { defineJobKind } from '../kind.ts';

/** Judges the alerts: after each change of the data, and by the clock, as what grows old, is muted or waits for somebody does so without any. */
export const evaluateKind = defineJobKind({
  id: 'evaluate',
  input: z.strictObject({}),
  attempts: 3,
  run: async ({ call }) => {
    // An operation's own output, by way of a call that knows it by name only.
    const { mark, watched, fired, told, escalated } = (await call('evaluate_alerts', {})) as EvaluateAlertsOutput;
    return { mark, watched, fired, told, escalated };
  },
});
