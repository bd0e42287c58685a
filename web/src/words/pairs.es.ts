export const pairsEs = {
  title: 'Van juntos, y cuál va por delante',
  first: 'Un indicador',
  second: 'Y otro',
  period: 'Periodo',
  short: 'Hay muy pocos meses con dato en ambos.',
  at: '{{period}}: {{first}} {{firstValue}}, {{second}} {{secondValue}}',
} as const;
