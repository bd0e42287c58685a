import type { OperationInput } from '../../../../src/app/api/client-types.ts';
import { hasShares } from '../../../../src/i18n/format.ts';
import type { ActAbout } from './act-about.ts';
import { amongOf } from './groups.ts';

type Input = OperationInput<'save_action'>;
export type Kind = NonNullable<Input['kind']>;

const general: readonly Kind[] = ['campaign', 'coaching', 'service', 'product', 'price', 'process', 'data', 'other'];
const ofCustomer: readonly Kind[] = ['call', 'promotion', 'gift', 'escalation', 'other'];
const ofRecord: readonly Kind[] = ['reengage', 'call', 'other'];

/** What an action about this can be: what keeps one customer is done with one customer. */
export const kindsFor = ({ customer, record }: ActAbout): readonly Kind[] => (customer ? ofCustomer : record ? ofRecord : general);

/** What somebody has written so far. Amounts are as they were typed. */
export interface Draft {
  readonly title: string;
  readonly why: string;
  readonly kind: Kind;
  readonly kpi: string;
  /** DIM=VALUE or a group of customers; empty: the company. */
  readonly whose: string;
  /** `m:` and an account, `u:` and a user of the CRM. */
  readonly owner: string;
  readonly person: string;
  readonly due: string;
  readonly expected: string;
  /** Empty: as changes of its KPI are told. */
  readonly unit: '' | 'share' | 'unit';
  readonly cost: string;
  readonly play: string;
}

export function draftOf(about: ActAbout): Draft {
  const kinds = kindsFor(about);
  return {
    title: about.title ?? '',
    why: '',
    // What keeps a customer is said; of the rest nothing is more likely than another.
    kind: kinds.find((one) => one === about.kind) ?? (kinds === general ? 'other' : (kinds[0] ?? 'other')),
    kpi: about.kpi ?? '',
    whose: about.among ?? about.scope ?? '',
    owner: '',
    person: '',
    due: '',
    expected: '',
    unit: '',
    cost: '',
    play: about.play ?? '',
  };
}

/** In what a change of a KPI may be typed, first as it is told: of a rate in points; a tenth of a score says nothing. */
export const measuresOf = (unit: string): readonly ['share' | 'unit', ...('share' | 'unit')[]] =>
  hasShares(unit) ? ['share', 'unit'] : unit === 'rate' ? ['unit', 'share'] : ['unit'];

/** In what it is typed. */
export function measureOf(chosen: Draft['unit'], unit: string): 'share' | 'unit' {
  const measures = measuresOf(unit);
  return measures.find((one) => one === chosen) ?? measures[0];
}

/** What is sent; the amounts read, and the unit of the KPI: a rate is typed in points of a hundred. */
export function inputOf(
  draft: Draft,
  about: ActAbout,
  { change, cost, kpiUnit }: { readonly change: number | null; readonly cost: number | null; readonly kpiUnit: string },
): Input {
  const { title, why, kind, kpi, whose, owner, person, due, play } = draft;
  const isShare = measureOf(draft.unit, kpiUnit) === 'share';
  const among = about.customer || about.record ? undefined : amongOf(whose);
  const [who, id] = [owner.slice(0, 1), owner.slice(2)];
  const ofOne = about.customer !== undefined;
  return {
    kind,
    title,
    hypothesis: why.trim() === '' ? null : why,
    kpi: ofOne || kpi === '' ? null : kpi,
    scope: ofOne || among !== undefined || whose === '' ? null : whose,
    among: among ?? null,
    customer: about.customer ? { source: about.customer.source, id: about.customer.id } : null,
    record: about.record ?? null,
    alert: about.alert ?? null,
    play: play === '' ? null : play,
    owner: who === 'm' ? id : null,
    user: who === 'u' ? id : null,
    person: kind === 'coaching' && person !== '' ? person : null,
    due_on: due === '' ? null : due,
    expected:
      change === null || ofOne || kpi === ''
        ? null
        : { change: isShare || kpiUnit === 'rate' ? change / 100 : change, relative: isShare, by: null },
    cost,
  };
}
