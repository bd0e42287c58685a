import { z } from 'zod';

/** What each contested word may mean; the first meaning is the one in force unless `cuadro.yaml` says another. */
export const meanings = {
  lead: ['every_record', 'reachable'],
  prospect: ['qualified', 'any_lead'],
  qualified: ['qualified_at', 'handed_over_at', 'accepted_at'],
  acquired: ['signed_up', 'first_order'],
  converted: ['source', 'first_paid_order'],
  customer: ['contracts_else_orders', 'contracts', 'orders'],
  churn_date: ['cancellation', 'end_of_service', 'renewal_due'],
} as const;

/** What a workspace means by contested words: `glossary` in `cuadro.yaml`. */
export const glossarySchema = z
  .strictObject({
    lead: z.enum(meanings.lead).default(meanings.lead[0]),
    prospect: z.enum(meanings.prospect).default(meanings.prospect[0]),
    qualified: z.enum(meanings.qualified).default(meanings.qualified[0]),
    acquired: z.enum(meanings.acquired).default(meanings.acquired[0]),
    converted: z.enum(meanings.converted).default(meanings.converted[0]),
    customer: z.enum(meanings.customer).default(meanings.customer[0]),
    churn_date: z.enum(meanings.churn_date).default(meanings.churn_date[0]),
  })
  .prefault({});

export type Glossary = z.infer<typeof glossarySchema>;
export type ChosenTerm = keyof Glossary;
/** `active` is told by a number of days, `customer.active_days`; the others by one of their meanings. */
export type Term = ChosenTerm | 'active';

export const chosenTerms = Object.keys(meanings) as readonly ChosenTerm[];
export const terms: readonly Term[] = [...chosenTerms, 'active'];

/** Settings that differ from the defaults in what some words mean. */
export const under = (chosen: Partial<Glossary>): { readonly glossary: Glossary } => ({ glossary: glossarySchema.parse(chosen) });

/** What the words that derived datasets are made by mean: those that a dataset of the model names in its `terms`, but `active`. */
export const madeBy = ({ glossary }: { readonly glossary: Glossary }): readonly string[] => [
  glossary.lead,
  glossary.customer,
  glossary.churn_date,
];
