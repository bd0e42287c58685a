import type { Bilingual } from '../../kpis/kpi.ts';

/** Two KPIs that say the same: the first adds nothing when the second is there. */
export interface Overlap {
  readonly kpi: string;
  readonly better: string;
  readonly why: Bilingual;
}

export const overlaps: readonly Overlap[] = [
  {
    kpi: 'close_rate',
    better: 'opportunity_conversion_rate',
    why: { es: 'Las dos dicen qué parte se gana; esta dice de qué.', en: 'Both say what share is won; this one says of what.' },
  },
  {
    kpi: 'conversion_rate',
    better: 'lead_conversion_rate',
    why: { es: 'La conversión de un paso concreto dice dónde actuar.', en: 'The conversion of one step says where to act.' },
  },
  {
    kpi: 'retained_customers',
    better: 'retention_rate',
    why: { es: 'La tasa no sube solo porque haya más clientes.', en: 'The rate does not rise merely because there are more customers.' },
  },
  {
    kpi: 'churned_customers',
    better: 'churn_rate',
    why: { es: 'La tasa se puede comparar aunque crezca la base.', en: 'The rate can be compared while the base grows.' },
  },
  {
    kpi: 'repeat_customers',
    better: 'repeat_purchase_rate',
    why: { es: 'La tasa no crece sola con la antigüedad de la empresa.', en: 'The rate does not grow by itself as the company ages.' },
  },
  {
    kpi: 'email_open_rate',
    better: 'email_ctr',
    why: {
      es: 'Muchos programas abren el correo solos; nadie hace clic solo.',
      en: 'Many programs open mail by themselves; none clicks by itself.',
    },
  },
  {
    kpi: 'website_buyers',
    better: 'website_conversion_rate',
    why: { es: 'La tasa dice además si la visita se aprovecha.', en: 'The rate also tells whether the visit is put to use.' },
  },
  {
    kpi: 'clv_revenue',
    better: 'ltv_profit',
    why: { es: 'Lo que deja un cliente pesa más que lo que factura.', en: 'What a customer leaves weighs more than what is invoiced.' },
  },
  {
    kpi: 'customer_retention_cost',
    better: 'retention_cost_ratio',
    why: {
      es: 'La relación ya lo compara con lo que deja el cliente.',
      en: 'The ratio already compares it with what the customer brings.',
    },
  },
];
