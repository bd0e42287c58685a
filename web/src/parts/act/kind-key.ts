import type { OperationOutput } from '../../../../src/app/api/client-types.ts';

type Kind = OperationOutput<'actions'>['actions'][number]['kind'];

/** The word of each kind: not by their names alone, for an ending `_other` makes a plural. */
const keys = {
  campaign: 'kind_campaign',
  coaching: 'kind_coaching',
  service: 'kind_service',
  product: 'kind_product',
  price: 'kind_price',
  process: 'kind_process',
  data: 'kind_data',
  reengage: 'kind_reengage',
  call: 'kind_call',
  promotion: 'kind_promotion',
  gift: 'kind_gift',
  escalation: 'kind_escalation',
  other: 'kind_misc',
} as const satisfies Record<Kind, string>;

export const kindKey = (kind: Kind): (typeof keys)[Kind] => keys[kind];

/** All kinds, in the order of their words. */
export const playKinds = Object.keys(keys) as readonly Kind[];
