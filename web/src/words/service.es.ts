/** The page of customer service. */
export const serviceEs = {
  title: 'Servicio',
  tickets: 'Casos: qué entra, cuánto se tarda y qué queda resuelto',
  perception: 'Satisfacción: qué dicen los clientes',
  deliveries: 'Entregas y producto',
} as const;
