import { demandByMonth, type Product, products } from './catalogue.ts';
import { type Customer, sizeFactor } from './customer.ts';
import type { Random } from './random.ts';
import { cents } from './world.ts';

/** A product in a deal or an order, in the account's currency. */
export interface Line {
  readonly product: Product;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly amount: number;
  readonly cost: number;
}

export function makeLine(product: Product, quantity: number, price: number, rate: number): Line {
  const unitPrice = cents(price * rate);
  return { product, quantity, unitPrice, amount: cents(unitPrice * quantity), cost: cents(product.cost * quantity * rate) };
}

/** What a customer wants in a month of the story: one product, often with one or two more. */
export function drawBasket(random: Random, customer: Customer, month: number, value: number): Line[] {
  const demand = demandByMonth[Math.min(month, 35)] ?? [];
  const main = random.weighted(demand);
  const lines = [drawLine(random, customer, main, value)];
  const extra = random.weighted([
    [0, 52],
    [1, 32],
    [2, 16],
  ]);
  for (let i = 0; i < extra; i++) {
    const product = random.weighted(demand);
    if (!lines.some((line) => line.product === product)) lines.push(drawLine(random, customer, product, value * 0.6));
  }
  if (random.chance(0.12) && main.complements.includes(products.care.id)) {
    lines.push(makeLine(products.care, 1, products.care.price, customer.rate));
  }
  return lines;
}

function drawLine(random: Random, customer: Customer, product: Product, value: number): Line {
  const typical = product.price > 2000 ? 1.6 : product.price > 600 ? 3 : 6;
  const quantity = Math.max(1, Math.round(random.logNormal(typical, 0.6) * sizeFactor[customer.size] * value));
  return makeLine(product, quantity, product.price * random.between(0.86, 1), customer.rate);
}

export const totalOf = (lines: readonly Line[]): number => cents(lines.reduce((sum, line) => sum + line.amount, 0));
export const costOf = (lines: readonly Line[]): number => cents(lines.reduce((sum, line) => sum + line.cost, 0));
