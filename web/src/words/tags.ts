import { defineWords } from './language.ts';

const es = {
  sales: 'Ventas',
  marketing: 'Marketing',
  digital_marketing: 'Marketing digital',
  marketing_effectiveness: 'Eficacia del marketing',
  customer_satisfaction: 'Satisfacción del cliente',
  customer_value: 'Valor del cliente',
  customer_relationship: 'Relación con el cliente',
  brand_value: 'Valor de la marca',
  cost: 'Costes',
  revenue: 'Ingresos',
  quality: 'Calidad',
  work_effectiveness: 'Eficacia del trabajo',
  investment: 'Inversión',
  market_demand: 'Demanda del mercado',
  business_performance: 'Resultados del negocio',
  finance: 'Finanzas',
  time_management: 'Gestión del tiempo',
  profitability: 'Rentabilidad',
} as const;

/** What KPIs are tagged with. */
export const tagWords = defineWords('tags', es, {
  sales: 'Sales',
  marketing: 'Marketing',
  digital_marketing: 'Digital marketing',
  marketing_effectiveness: 'Marketing effectiveness',
  customer_satisfaction: 'Customer satisfaction',
  customer_value: 'Customer value',
  customer_relationship: 'Customer relationship',
  brand_value: 'Brand value',
  cost: 'Costs',
  revenue: 'Revenue',
  quality: 'Quality',
  work_effectiveness: 'Work effectiveness',
  investment: 'Investment',
  market_demand: 'Market demand',
  business_performance: 'Business performance',
  finance: 'Finance',
  time_management: 'Time management',
  profitability: 'Profitability',
});
