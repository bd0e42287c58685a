import { expect, it } from 'vitest';
import { type ForecastToTell, tellForecast } from './forecast.ts';
import type { Writer } from './format.ts';

const es: Writer = { locale: 'es-ES', currency: 'EUR' };
const en: Writer = { locale: 'en-GB', currency: 'EUR' };
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const next = { start: '2026-11-01', end: '2026-11-30', inner: [1, 3] as const };
const told = (unit: string, mae: number): ForecastToTell => ({
  name: 'KPI',
  unit,
  grain: 'month',
  refused: null,
  known: 24,
  found: {
    method: 'theta',
    points: [{ ...next, value: 2 }],
    outlook: null,
    tested: { mase: 1, smape: 1.26, mae, forecasts: 12 },
    tried: [],
  },
});

// The error of what may be around zero is no share of it: an NPS of 2 missed by 8 points is wrong «by 126 %».
it.each([
  ['score', 8.2, 'de media 8,2 puntos.', 'by 8.2 points on average.'],
  ['rate', 0.031, 'de media 3,1 p. p.', 'by 3.1 pp on average.'],
  ['money', 8, 'de media un 126,0 %.', 'by 126.0% on average.'],
])('tells how wrong forecasts of %s were', (unit, mae, spanish, english) => {
  expect(plain(tellForecast(told(unit, mae), 'es', es))).toContain(spanish);
  expect(plain(tellForecast(told(unit, mae), 'en', en))).toContain(english);
});
