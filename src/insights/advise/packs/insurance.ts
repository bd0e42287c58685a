import { member } from '../choice.ts';
import type { Pack } from '../pack.ts';

export const insurance: Pack = {
  id: 'insurance',
  name: { es: 'Seguros', en: 'Insurance' },
  phrases: ['seguros', 'aseguradora', 'correduría', 'corredor de seguros', 'pólizas', 'insurance', 'insurer', 'broker', 'policies'],
  kpis: [
    member('renewal_rate', 'La póliza se gana o se pierde al vencimiento.', 'A policy is won or lost at renewal.'),
    member('cross_sell_rate', 'Quien tiene dos pólizas se va mucho menos.', 'Those with two policies leave far less.'),
    member(
      'churn_reasons',
      'Precio, siniestro mal llevado o mejor oferta: no se tratan igual.',
      'Price, a claim handled badly or a better offer: not the same cure.',
    ),
    member(
      'avg_resolution_time',
      'El siniestro es el único momento en que se prueba el producto.',
      'A claim is the only time the product is tried.',
    ),
    member('csat', 'La opinión se forma en el siniestro.', 'Opinion is formed at the claim.'),
    member(
      'ltv_profit',
      'La comisión del primer año no paga la captación.',
      "The first year's commission does not pay for winning the client.",
    ),
    member('at_risk_customers', 'Quien pregunta por sus condiciones está comparando.', 'Those who ask about their terms are comparing.'),
    member('lead_conversion_rate', 'Muchos piden precio y pocos contratan.', 'Many ask for a price and few sign.'),
    member('complaints', 'Quien supervisa también las cuenta.', 'The supervisor counts them too.'),
    member('quote_to_order_rate', 'De proyecto a póliza.', 'From quote to policy.'),
  ],
};
