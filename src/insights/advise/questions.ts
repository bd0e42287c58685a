import type { Question, Theme } from './question.ts';
import { activity } from './questions/activity.ts';
import { complaints } from './questions/complaints.ts';
import { delivery } from './questions/delivery.ts';
import { orders } from './questions/orders.ts';
import { people } from './questions/people.ts';
import { pipeline } from './questions/pipeline.ts';
import { receivables } from './questions/receivables.ts';
import { unconverted } from './questions/unconverted.ts';

/** The guided path: the sides of the business that the source text goes through, in its order. */
export const themes: readonly Theme[] = [pipeline, activity, complaints, unconverted, orders, receivables, people, delivery];

export const questions: ReadonlyMap<string, Question> = new Map(themes.flatMap((theme) => theme.questions.map((one) => [one.id, one])));
