import { roles } from '../../insights/advise/roles.ts';
import type { Bilingual } from '../../kpis/kpi.ts';

/** A board to begin from: for whom it is, and the KPIs in the order in which they read them. */
export interface BoardTemplate {
  readonly id: string;
  readonly name: Bilingual;
  /** What whoever has it asks themselves. */
  readonly about: Bilingual;
  readonly kpis: readonly string[];
}

/** The KPIs that advice gives to a role: what they answer for is told in one place. */
const ofRole = (id: string): readonly string[] => (roles.get(id)?.kpis ?? []).map(({ kpi }) => kpi);

/** Every template. To add one: a line here; a test holds its KPIs to the catalogue. */
export const boardTemplates: readonly BoardTemplate[] = [
  {
    id: 'direction',
    name: { es: 'Dirección', en: 'Management' },
    about: {
      es: 'Si la empresa vende, retiene y cobra, y lo que puede torcerse este trimestre.',
      en: 'Whether the company sells, keeps its customers and gets paid, and what may go wrong this quarter.',
    },
    kpis: ofRole('direction'),
  },
  {
    id: 'sales',
    name: { es: 'Dirección comercial', en: 'Head of sales' },
    about: {
      es: 'Si se llega a la meta, si hay cartera bastante y dónde se atascan o se pierden los tratos.',
      en: 'Whether the target is met, whether there is pipeline enough, and where deals stall or get lost.',
    },
    kpis: ofRole('sales'),
  },
  {
    id: 'marketing',
    name: { es: 'Marketing', en: 'Marketing' },
    about: {
      es: 'Si lo que se capta sirve a ventas, qué cuesta y qué campaña repetir.',
      en: 'Whether what is attracted is of use to sales, what it costs, and which campaign to repeat.',
    },
    kpis: ofRole('marketing'),
  },
  {
    id: 'service',
    name: { es: 'Atención al cliente', en: 'Customer service' },
    about: {
      es: 'Cuánto se espera, cuánto se resuelve y qué opina quien fue atendido.',
      en: 'How long customers wait, how much is solved, and what those served think.',
    },
    kpis: ofRole('service'),
  },
  {
    id: 'salesperson',
    name: { es: 'Comercial', en: 'Salesperson' },
    about: {
      es: 'Lo que lleva vendido, lo que tiene abierto y a quién conviene llamar hoy.',
      en: 'What is sold so far, what is open, and whom to call today.',
    },
    kpis: [
      'revenue_target_attainment',
      'open_opportunities',
      'pipeline_value',
      'outstanding_quotes',
      'opportunity_conversion_rate',
      'sales_cycle_length',
      'customer_touches',
      'reorder_due',
      'at_risk_customers',
      'commission_at_risk',
    ],
  },
  {
    id: 'finance',
    name: { es: 'Finanzas', en: 'Finance' },
    about: {
      es: 'Lo que se debe, lo que cabe esperar y si captar y retener compensa.',
      en: 'What is owed, what can be expected, and whether winning and keeping customers pays.',
    },
    kpis: ofRole('finance'),
  },
];
