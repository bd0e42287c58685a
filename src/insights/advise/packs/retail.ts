import { member } from '../choice.ts';
import type { Pack } from '../pack.ts';

export const retail: Pack = {
  id: 'retail',
  name: { es: 'Comercio minorista y electrónico', en: 'Retail and e-commerce' },
  phrases: [
    'retail',
    'e-commerce',
    'ecommerce',
    'comercio electrónico',
    'comercio',
    'tienda',
    'tiendas',
    'tienda online',
    'online shop',
    'minorista',
    'store',
    'moda',
    'fashion',
  ],
  kpis: [
    member('website_conversion_rate', 'Casi todos los que entran se van sin comprar.', 'Nearly all who come in leave without buying.'),
    member(
      'repeat_purchase_rate',
      'La primera compra rara vez paga la captación.',
      'The first purchase seldom pays for winning the buyer.',
    ),
    member('cac', 'La publicidad se encarece; el cliente, con ella.', 'Advertising gets dearer, and with it the customer.'),
    member(
      'clv_revenue',
      'Cuánto puede pagar por un cliente depende de lo que compre después.',
      'How much you can pay for a customer depends on what comes after.',
    ),
    member(
      'order_interval',
      'Cuándo escribir: ni antes de tiempo ni cuando ya ha comprado en otro sitio.',
      'When to write: neither too early nor once they bought elsewhere.',
    ),
    member('campaign_roi', 'Hay campañas todo el año; unas pagan a las otras.', 'Campaigns run all year; some pay for the others.'),
    member('cross_sell_rate', 'El complemento deja más margen que el artículo.', 'The accessory leaves more margin than the article.'),
    member('on_time_delivery', 'El envío es la única parte que el cliente toca.', 'Delivery is the only part that the customer touches.'),
    member('complaints', 'Devoluciones y quejas se leen en público.', 'Returns and complaints are read in public.'),
    member('email_ctr', 'El correo propio es el canal más barato.', 'Your own list is the cheapest channel.'),
  ],
};
