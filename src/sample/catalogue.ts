import { story } from './story.ts';

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  /** EUR a unit; for the service, a quarter. */
  readonly price: number;
  readonly cost: number;
  /** Working days that are promised; null for what is not delivered. */
  readonly leadTime: number | null;
  /** How often a deal is about it. */
  readonly demand: number;
  /** Ids of what goes with it. */
  readonly complements: readonly string[];
}

export const products = {
  split: product('P1', 'Split Brisa 35', 'Climatización', 1150, 690, 6, 22, ['P5', 'P8']),
  ducts: product('P2', 'Conductos Levante 80', 'Climatización', 4200, 2650, 10, 15, ['P6', 'P8']),
  recuperator: product('P3', story.slip.product, 'Ventilación', 2900, 1750, 8, 24, ['P4', 'P6']),
  purifier: product('P4', 'Purificador Nube 300', 'Ventilación', 780, 410, 5, 17, ['P7']),
  thermostat: product('P5', 'Termostato Tramontana', 'Control', 240, 110, 4, 9, ['P1']),
  central: product('P6', 'Control central Faro', 'Control', 1900, 980, 9, 9, ['P2', 'P3']),
  filters: product('P7', 'Filtros Nube (pack de 12)', 'Consumibles', 96, 41, 3, 0, ['P4']),
  care: product('P8', 'Mantenimiento Plan Calma', 'Servicios', 420, 190, null, 0, ['P1', 'P2']),
  stove: product('P9', story.discontinued.product, 'Calefacción', 320, 205, 6, 6, []),
} as const;

export const allProducts: readonly Product[] = Object.values(products);

function product(
  id: string,
  name: string,
  category: string,
  price: number,
  cost: number,
  leadTime: number | null,
  demand: number,
  complements: readonly string[],
): Product {
  return { id, name, category, price, cost, leadTime, demand, complements };
}

/** What is bought in each month of the story: the late product less and less, the discontinued one no more. */
export const demandByMonth: readonly (readonly (readonly [Product, number])[])[] = Array.from({ length: 36 }, (_, month) =>
  allProducts.map((item) => {
    if (item === products.recuperator && month >= story.slip.salesFrom) return [item, item.demand * story.slip.demand] as const;
    if (item === products.stove && month >= story.discontinued.month) return [item, 0] as const;
    return [item, item.demand] as const;
  }),
);

export interface Stage {
  readonly name: string;
  readonly probability: number;
  readonly category: 'open' | 'won' | 'lost';
  readonly forecast: string;
}

const stage = (name: string, probability: number, category: Stage['category'], forecast: string): Stage => ({
  name,
  probability,
  category,
  forecast,
});

export const pipelines = {
  Ventas: [
    stage('Contacto', 0.1, 'open', 'pipeline'),
    stage('Diagnóstico', 0.25, 'open', 'pipeline'),
    stage('Propuesta', 0.45, 'open', 'best_case'),
    stage('Negociación', 0.7, 'open', 'commit'),
    stage('Ganada', 1, 'won', 'closed'),
    stage('Perdida', 0, 'lost', 'omitted'),
  ],
  Renovaciones: [
    stage('Aviso', 0.75, 'open', 'best_case'),
    stage('Condiciones', 0.85, 'open', 'commit'),
    stage('Renovada', 1, 'won', 'closed'),
    stage('No renovada', 0, 'lost', 'omitted'),
  ],
} as const;
