import { member } from '../choice.ts';
import type { Pack } from '../pack.ts';

export const saas: Pack = {
  id: 'saas',
  name: { es: 'Software por suscripción (SaaS)', en: 'Software by subscription (SaaS)' },
  phrases: ['SaaS', 'software', 'suscripción', 'suscripciones', 'subscription', 'tecnología', 'technology', 'cloud', 'nube'],
  kpis: [
    member(
      'churn_rate',
      'Con cuotas mensuales, cada baja se paga todos los meses.',
      'With monthly fees, each departure costs every month.',
    ),
    member(
      'customer_growth_rate',
      'Las ampliaciones deciden si se crece sin clientes nuevos.',
      'Expansion decides whether you grow without new customers.',
    ),
    member(
      'clv_cac_ratio',
      'Se gasta hoy para cobrar durante años: ha de compensar.',
      'You spend today to be paid for years: it must pay off.',
    ),
    member('cac', 'Ventas y marketing son el mayor gasto.', 'Sales and marketing are the greatest expense.'),
    member('renewal_rate', 'El contrato anual se gana otra vez cada año.', 'A yearly contract is won again each year.'),
    member('ltv_profit', 'El cliente vale lo que deja mientras dura.', 'A customer is worth what is left while it lasts.'),
    member('lead_conversion_rate', 'De la prueba o la demostración al pago.', 'From trial or demo to payment.'),
    member('at_risk_customers', 'Quien deja de usar el producto se va al vencer.', 'Those who stop using the product leave at term.'),
    member('nps', 'El producto se vende por recomendación.', 'The product sells by word of mouth.'),
    member('first_response_time', 'El soporte es parte de lo que se paga.', 'Support is part of what is paid for.'),
  ],
};
