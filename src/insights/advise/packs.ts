import type { Pack } from './pack.ts';
import { distribution } from './packs/distribution.ts';
import { education } from './packs/education.ts';
import { hospitality } from './packs/hospitality.ts';
import { insurance } from './packs/insurance.ts';
import { manufacturing } from './packs/manufacturing.ts';
import { professionalServices } from './packs/professional_services.ts';
import { realEstate } from './packs/real_estate.ts';
import { retail } from './packs/retail.ts';
import { saas } from './packs/saas.ts';
import { telecom } from './packs/telecom.ts';

const all: readonly Pack[] = [
  saas,
  retail,
  distribution,
  professionalServices,
  manufacturing,
  insurance,
  education,
  realEstate,
  telecom,
  hospitality,
];

export const packs: ReadonlyMap<string, Pack> = new Map(all.map((pack) => [pack.id, pack]));
