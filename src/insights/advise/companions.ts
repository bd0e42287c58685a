import type { Bilingual } from '../../kpis/kpi.ts';

/** A KPI that misleads when it stands alone: one of `with` must be beside it. */
export interface Companions {
  readonly kpi: string;
  readonly with: readonly string[];
  /** `error`: it must not be shown without. `warning`: it should not. */
  readonly severity: 'error' | 'warning';
  readonly why: Bilingual;
}

/** What tells of satisfaction or loyalty. */
const satisfaction = ['csat', 'nps', 'ces', 'csat_by_product', 'repeat_purchase_rate', 'retention_rate'];

/** Rules 10, 13, 18 and 28 of section 5 of the requirements, and what they say of the pipeline's value (K-039). */
export const companions: readonly Companions[] = [
  {
    kpi: 'calls_per_agent',
    with: satisfaction,
    severity: 'error',
    why: {
      es: 'Empuja a hacer llamadas más cortas; sin la satisfacción o la lealtad al lado, premia atender peor.',
      en: 'It pushes people to shorter calls; without satisfaction or loyalty beside it, it rewards worse service.',
    },
  },
  {
    kpi: 'avg_handle_time',
    with: satisfaction,
    severity: 'error',
    why: {
      es: 'Colgar antes lo mejora; sin la satisfacción o la lealtad al lado, premia atender peor.',
      en: 'Hanging up sooner improves it; without satisfaction or loyalty beside it, it rewards worse service.',
    },
  },
  {
    kpi: 'brand_awareness',
    with: ['nps', 'csat', 'feedback_themes'],
    severity: 'error',
    why: {
      es: 'También se es conocido por lo malo: hace falta la reputación.',
      en: 'One can be known for bad reasons too: reputation must stand beside it.',
    },
  },
  {
    kpi: 'avg_resolution_time',
    with: ['csat', 'ces', 'nps'],
    severity: 'warning',
    why: {
      es: 'Cerrar deprisa no es resolver: falta lo que opina el cliente.',
      en: "Closing fast is not solving: the customer's view is missing.",
    },
  },
  {
    kpi: 'fcr',
    with: ['self_service_rate'],
    severity: 'warning',
    why: {
      es: 'Cuando los casos fáciles se resuelven solos, los que llegan son difíciles y la tasa baja sin que nada empeore.',
      en: 'When easy cases solve themselves, those that arrive are hard and the rate falls with nothing getting worse.',
    },
  },
  {
    kpi: 'pipeline_value',
    with: ['pipeline_credibility', 'pipeline_vitality', 'pipeline_quality', 'pipeline_realization_rate', 'pipeline_predictability'],
    severity: 'warning',
    why: { es: 'Tan importante como su tamaño es cuánto de ella es real.', en: 'How much of it is real matters as much as its size.' },
  },
  {
    kpi: 'customer_retention_cost',
    with: ['avg_revenue_per_retained_customer', 'retention_cost_ratio'],
    severity: 'warning',
    why: {
      es: 'Solo se sabe si es mucho frente a lo que deja cada cliente que sigue.',
      en: 'Whether it is much can be told only against what each kept customer brings.',
    },
  },
];
