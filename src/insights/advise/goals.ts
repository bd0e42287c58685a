import type { Goal } from './goal.ts';
import { adoption } from './goals/adoption.ts';
import { brand } from './goals/brand.ts';
import { collection } from './goals/collection.ts';
import { conversion } from './goals/conversion.ts';
import { customerGrowth } from './goals/customer_growth.ts';
import { customerValue } from './goals/customer_value.ts';
import { dataTrust } from './goals/data_trust.ts';
import { delivery } from './goals/delivery.ts';
import { efficiency } from './goals/efficiency.ts';
import { leadQuality } from './goals/lead_quality.ts';
import { lostBusiness } from './goals/lost_business.ts';
import { margin } from './goals/margin.ts';
import { marketingReturn } from './goals/marketing_return.ts';
import { people } from './goals/people.ts';
import { predictability } from './goals/predictability.ts';
import { retention } from './goals/retention.ts';
import { revenue } from './goals/revenue.ts';
import { satisfaction } from './goals/satisfaction.ts';
import { serviceQuality } from './goals/service_quality.ts';

/** Every goal, as a company would list them: the market first, the house last. */
const all: readonly Goal[] = [
  customerGrowth,
  satisfaction,
  retention,
  revenue,
  margin,
  customerValue,
  conversion,
  leadQuality,
  marketingReturn,
  efficiency,
  predictability,
  serviceQuality,
  delivery,
  collection,
  brand,
  people,
  adoption,
  dataTrust,
  lostBusiness,
];

export const goals: ReadonlyMap<string, Goal> = new Map(all.map((goal) => [goal.id, goal]));
