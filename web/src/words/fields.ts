import { useCallback } from 'react';
import type { Words } from '../../../src/i18n/language.ts';
import { useLanguage } from './language.ts';

/** Fields of records as people call them; what is not here is shown by its own name. */
const names: Readonly<Record<string, Words>> = {
  id: { es: 'Código', en: 'Code' },
  name: { es: 'Nombre', en: 'Name' },
  company: { es: 'Empresa', en: 'Company' },
  subject: { es: 'Asunto', en: 'Subject' },
  stage: { es: 'Etapa', en: 'Stage' },
  status: { es: 'Estado', en: 'Status' },
  type: { es: 'Tipo', en: 'Type' },
  amount: { es: 'Importe', en: 'Amount' },
  margin: { es: 'Margen', en: 'Margin' },
  currency: { es: 'Moneda', en: 'Currency' },
  pipeline: { es: 'Embudo', en: 'Pipeline' },
  probability: { es: 'Probabilidad', en: 'Probability' },
  quantity: { es: 'Unidades', en: 'Quantity' },
  created_at: { es: 'Creado', en: 'Created' },
  updated_at: { es: 'Modificado', en: 'Updated' },
  ordered_at: { es: 'Pedido', en: 'Ordered' },
  closed_at: { es: 'Cerrado', en: 'Closed' },
  expected_close_on: { es: 'Cierre previsto', en: 'Expected close' },
  lost_reason: { es: 'Motivo de pérdida', en: 'Lost reason' },
  forecast_category: { es: 'Previsión', en: 'Forecast' },
  next_step_at: { es: 'Próximo paso', en: 'Next step' },
  channel: { es: 'Canal', en: 'Channel' },
  priority: { es: 'Prioridad', en: 'Priority' },
  industry: { es: 'Sector', en: 'Industry' },
  segment: { es: 'Segmento', en: 'Segment' },
  city: { es: 'Ciudad', en: 'City' },
  region: { es: 'Región', en: 'Region' },
  country: { es: 'País', en: 'Country' },
  source: { es: 'Origen', en: 'Source' },
  score: { es: 'Puntuación', en: 'Score' },
  office: { es: 'Oficina', en: 'Office' },
  due_on: { es: 'Vence', en: 'Due' },
  paid_at: { es: 'Pagado', en: 'Paid' },
  issued_at: { es: 'Emitido', en: 'Issued' },
  category: { es: 'Categoría', en: 'Category' },
  qualified_at: { es: 'Calificado', en: 'Qualified' },
  converted_at: { es: 'Convertido', en: 'Converted' },
};

export function useFieldName(): (field: string) => string {
  const { language } = useLanguage();
  return useCallback((field) => names[field]?.[language] ?? field.replace(/^custom\./, '').replaceAll('_', ' '), [language]);
}
