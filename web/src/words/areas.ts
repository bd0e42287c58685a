import { defineWords } from './language.ts';

const es = {
  marketing: 'Marketing',
  leads: 'Clientes potenciales',
  pipeline: 'Oportunidades y ventas',
  customers: 'Clientes',
  service: 'Atención al cliente',
  perception: 'Satisfacción',
  receivables: 'Cobros',
  people: 'Equipo',
  adoption: 'Uso del CRM',
  data: 'Calidad de los datos',
} as const;

/** The areas of the catalogue. */
export const areaWords = defineWords('areas', es, {
  marketing: 'Marketing',
  leads: 'Leads',
  pipeline: 'Pipeline and sales',
  customers: 'Customers',
  service: 'Customer service',
  perception: 'Satisfaction',
  receivables: 'Receivables',
  people: 'People',
  adoption: 'CRM adoption',
  data: 'Data quality',
});
