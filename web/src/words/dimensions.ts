import type { Words } from '../../../src/i18n/language.ts';
import { useLanguage } from './language.ts';

/** What KPIs are opened by, as people call it. What is not here is shown by its own name. */
const names: Readonly<Record<string, Words>> = {
  'owner.name': { es: 'persona', en: 'person' },
  'owner.team': { es: 'equipo', en: 'team' },
  'owner.office': { es: 'oficina', en: 'office' },
  'owner.department': { es: 'departamento', en: 'department' },
  'owner.role': { es: 'puesto', en: 'role' },
  'user.name': { es: 'persona', en: 'person' },
  'user.team': { es: 'equipo', en: 'team' },
  'user.office': { es: 'oficina', en: 'office' },
  'user.department': { es: 'departamento', en: 'department' },
  'user.role': { es: 'puesto', en: 'role' },
  'account.name': { es: 'cliente', en: 'customer' },
  'account.industry': { es: 'sector', en: 'industry' },
  'account.segment': { es: 'segmento', en: 'segment' },
  'account.size': { es: 'tamaño del cliente', en: 'customer size' },
  'account.country': { es: 'país', en: 'country' },
  'account.region': { es: 'región', en: 'region' },
  'account.city': { es: 'ciudad', en: 'city' },
  'account.type': { es: 'tipo de cliente', en: 'customer type' },
  'product.name': { es: 'producto', en: 'product' },
  'product.category': { es: 'categoría de producto', en: 'product category' },
  'campaign.name': { es: 'campaña', en: 'campaign' },
  'campaign.channel': { es: 'canal', en: 'channel' },
  'campaign.type': { es: 'tipo de campaña', en: 'campaign type' },
  'lead.source': { es: 'origen del lead', en: 'lead source' },
  'contact.source': { es: 'origen del contacto', en: 'contact source' },
  name: { es: 'nombre', en: 'name' },
  'contact.name': { es: 'contacto', en: 'contact' },
  'lead.name': { es: 'lead', en: 'lead' },
  source: { es: 'origen', en: 'source' },
  type: { es: 'tipo', en: 'type' },
  status: { es: 'estado', en: 'status' },
  stage: { es: 'etapa', en: 'stage' },
  pipeline: { es: 'embudo', en: 'pipeline' },
  lost_reason: { es: 'motivo de pérdida', en: 'lost reason' },
  competitor: { es: 'competidor', en: 'competitor' },
  channel: { es: 'canal', en: 'channel' },
  topic: { es: 'motivo', en: 'reason' },
  cause: { es: 'causa', en: 'cause' },
  touchpoint: { es: 'momento de contacto', en: 'touchpoint' },
  entity: { es: 'tipo de registro', en: 'kind of record' },
  aspect: { es: 'aspecto', en: 'aspect' },
  field: { es: 'campo', en: 'field' },
  priority: { es: 'prioridad', en: 'priority' },
  category: { es: 'categoría', en: 'category' },
  currency: { es: 'moneda', en: 'currency' },
};

/** @returns the name of a dimension in the language shown */
export function useDimensionName(): (dimension: string) => string {
  const { language } = useLanguage();
  return (dimension) => names[dimension]?.[language] ?? dimension.replace(/^custom\./, '').replaceAll('_', ' ');
}
