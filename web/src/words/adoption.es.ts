/** The page of how the CRM is used. */
export const adoptionEs = {
  title: 'Adopción',
  use: 'Quién trabaja con el CRM y cuánto',
  quality: 'Qué queda escrito: datos completos y personas formadas',
  filled: 'Datos completos',
} as const;
