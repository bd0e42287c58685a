import type { Bilingual } from '../../kpis/kpi.ts';

/** A measure of activity and the measure of progress to look at instead. */
export interface Swap {
  readonly activity: string;
  readonly progress: string;
  readonly why: Bilingual;
}

/** The six swaps that the source text asks for (S3; requirements, section 5, rule 17). Others are in `partner` of a KPI. */
export const swaps: readonly Swap[] = [
  {
    activity: 'new_leads',
    progress: 'qualified_leads',
    why: {
      es: 'Un lead avanza cuando ventas lo da por bueno, no cuando entra.',
      en: 'A lead makes progress when sales accepts it, not when it comes in.',
    },
  },
  {
    activity: 'pipeline_growth',
    progress: 'opportunity_conversion_rate',
    why: { es: 'Abrir oportunidades no es ganarlas.', en: 'Opening deals is not winning them.' },
  },
  {
    activity: 'cpl',
    progress: 'cost_per_opportunity',
    why: { es: 'Los leads baratos salen caros si no llegan a oportunidad.', en: 'Cheap leads are dear if they never become deals.' },
  },
  {
    activity: 'leads_by_campaign',
    progress: 'campaign_effectiveness_rank',
    why: { es: 'La campaña con más leads no tiene por qué ser la mejor.', en: 'The campaign with most leads need not be the best.' },
  },
  {
    activity: 'outstanding_quotes',
    progress: 'quote_to_order_rate',
    why: {
      es: 'Un presupuesto pendiente solo vale si acaba en pedido.',
      en: 'An outstanding quote is worth something only once it becomes an order.',
    },
  },
  {
    activity: 'customer_touches',
    progress: 'cycle_acceleration_effect',
    why: {
      es: 'Importa qué contactos adelantan la venta, no cuántos hay.',
      en: 'What matters is which contacts bring the sale forward, not how many there are.',
    },
  },
];
