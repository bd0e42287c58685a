import { z } from 'zod';
import type { RememberOutput } from '../../operations/remember.ts';
import { defineJobKind } from '../kind.ts';
import { lastMark } from '../mark.ts';

/** Keeps the values of all KPIs as they are known now: after each change of the data. */
export const rememberKind = defineJobKind({
  id: 'remember',
  input: z.strictObject({}),
  attempts: 3,
  run: async ({ call, store }) => {
    // An operation's own output, by way of a call that knows it by name only.
    const { mark, seen, kept } = (await call('remember', { unless: await lastMark(store.db, 'remember') })) as RememberOutput;
    return { mark, seen, kept };
  },
});
