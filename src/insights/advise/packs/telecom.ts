import { member } from '../choice.ts';
import type { Pack } from '../pack.ts';

export const telecom: Pack = {
  id: 'telecom',
  name: { es: 'Telecomunicaciones', en: 'Telecommunications' },
  phrases: [
    'telecomunicaciones',
    'telecom',
    'telefonía',
    'operadora',
    'operador',
    'internet',
    'telecommunications',
    'telco',
    'carrier',
    'broadband',
  ],
  kpis: [
    member(
      'churn_rate',
      'Cambiar de operador es fácil y la oferta ajena constante.',
      'Changing provider is easy and rival offers never stop.',
    ),
    member(
      'at_risk_customers',
      'Quien pregunta por la permanencia ya está comparando.',
      'Those who ask about their commitment are already comparing.',
    ),
    member('risk_save_rate', 'Las ofertas de retención cuestan: que sirvan.', 'Retention offers cost money: they should work.'),
    member('retention_cost_ratio', 'Un descuento a quien no se iba es dinero perdido.', 'A discount for those not leaving is money lost.'),
    member('fcr', 'Volver a llamar es la queja más repetida.', 'Having to call again is the commonest complaint.'),
    member(
      'ces',
      'Lo difícil que es darse de baja o arreglar una avería se recuerda.',
      'How hard it is to cancel or get a fault fixed is remembered.',
    ),
    member(
      'avg_revenue_per_retained_customer',
      'El ingreso por cliente cae si solo se compite en precio.',
      'Revenue per customer falls if price is all you compete on.',
    ),
    member('cross_sell_rate', 'Quien junta móvil, fibra y televisión se queda.', 'Those with mobile, fibre and television stay.'),
    member('complaints', 'El regulador las publica.', 'The regulator publishes them.'),
    member(
      'cac',
      'El terminal y la instalación se pagan antes de la primera cuota.',
      'Device and installation are paid before the first fee.',
    ),
  ],
};
