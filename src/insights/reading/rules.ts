import type { ReadingRule } from './rule.ts';
import { customerRules } from './rules/customers.ts';
import { coverage, direction, guards, operationsAndPerception, progress } from './rules/general.ts';
import { marketingRules } from './rules/marketing.ts';
import { organisationRules } from './rules/organisation.ts';
import { pipelineRules } from './rules/pipeline.ts';
import { serviceRules } from './rules/service.ts';

/** Every way to read a KPI; the general ones first. A new rule is one entry in its area's list and its words in `src/i18n/readings`. */
export const readingRules: readonly ReadingRule[] = [
  direction,
  guards,
  progress,
  coverage,
  operationsAndPerception,
  ...marketingRules,
  ...pipelineRules,
  ...customerRules,
  ...serviceRules,
  ...organisationRules,
];
