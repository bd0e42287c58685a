import { useCallback } from 'react';
import type { Words } from '../../../src/i18n/language.ts';
import { useLanguage } from './language.ts';

/** Values that Cuadro itself gives to fields, as people call them. What a company writes in its own CRM stays as it is. */
const names: Readonly<Record<string, Words>> = {
  won: { es: 'ganada', en: 'won' },
  lost: { es: 'perdida', en: 'lost' },
  open: { es: 'abierta', en: 'open' },
  new: { es: 'nueva', en: 'new' },
  renewal: { es: 'renovación', en: 'renewal' },
  expansion: { es: 'ampliación', en: 'expansion' },
  cross_sell: { es: 'venta cruzada', en: 'cross-sell' },
  upsell: { es: 'venta superior', en: 'upsell' },
  closed: { es: 'cerrada', en: 'closed' },
  commit: { es: 'comprometida', en: 'commit' },
  best_case: { es: 'mejor caso', en: 'best case' },
  omitted: { es: 'excluida', en: 'omitted' },
  customer: { es: 'cliente', en: 'customer' },
  prospect: { es: 'posible cliente', en: 'prospect' },
  lead: { es: 'lead', en: 'lead' },
  opportunity: { es: 'oportunidad', en: 'opportunity' },
  lapsed: { es: 'cliente perdido', en: 'lapsed' },
  email: { es: 'correo', en: 'e-mail' },
  phone: { es: 'teléfono', en: 'phone' },
  call: { es: 'llamada', en: 'call' },
  meeting: { es: 'reunión', en: 'meeting' },
  demo: { es: 'demostración', en: 'demo' },
  web: { es: 'web', en: 'web' },
  chat: { es: 'chat', en: 'chat' },
  paid: { es: 'pagado', en: 'paid' },
  pending: { es: 'pendiente', en: 'pending' },
  cancelled: { es: 'anulado', en: 'cancelled' },
  delivered: { es: 'entregado', en: 'delivered' },
  resolved: { es: 'resuelto', en: 'resolved' },
  high: { es: 'alta', en: 'high' },
  medium: { es: 'media', en: 'medium' },
  low: { es: 'baja', en: 'low' },
  true: { es: 'sí', en: 'yes' },
  false: { es: 'no', en: 'no' },
};

/** @returns the name of a value in the language shown */
export function useValueName(): (value: string) => string {
  const { language } = useLanguage();
  return useCallback((value) => names[value]?.[language] ?? value, [language]);
}
