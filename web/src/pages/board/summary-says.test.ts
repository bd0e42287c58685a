import { expect, test } from 'vitest';
import type { Card } from '../../parts/kpi-card/card.ts';
import { boardEs } from '../../words/board.es.ts';
import { summaryOf } from './summary-says.ts';

type Moved = Pick<Card, 'name' | 'move' | 'verdict'> & Partial<Pick<Card, 'impact'>>;

/** As the page says it, without a page. */
function say(key: string, values: Readonly<Record<string, unknown>> = {}): string {
  const texts: Readonly<Record<string, string>> = boardEs;
  const text = texts[key] ?? texts[`${key}_${values.count === 1 ? 'one' : 'other'}`] ?? '';
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
}

const told = (cards: readonly Moved[]): readonly [string, string] => {
  const period = { start: '2026-01-01', end: '2026-01-31' };
  const whole = cards.map((card, index) => ({
    id: `kpi_${index}`,
    impact: 1,
    target: null,
    compared: { period, against: 'period', value: 1, change: 1, relative: 1 },
    ...card,
  })) as unknown as readonly Card[];
  const { sentence, told: says } = summaryOf(whole, say, (items) => items.join(' y '));
  return [sentence.map(({ text }) => text).join(''), says];
};

test('names what stands, counts noise, and tells it from what nobody can judge', () => {
  const worse = { name: 'Coste por lead (CPL)', move: 'rise', verdict: 'worse' } as const;
  const noise = { name: 'NPS', move: 'noise', verdict: null } as const;
  // A year's figure with three years behind it.
  const unknown = { name: 'Retorno de la inversión (ROI)', move: 'unknown', verdict: null } as const;
  expect(told([worse, noise, unknown])).toEqual([
    'Empeoramos en coste por lead.',
    'De 3 KPI, 1 ha cambiado más de lo que explica el azar: 0 a mejor y 1 a peor. 1 se mueve dentro del ruido habitual. De 1 no se puede decir: no hay con qué medir el azar.',
  ]);
  expect(told([noise, noise, unknown])[0]).toBe('Sin cambios de peso: todo se mueve dentro de lo habitual.');
});

test('does not call usual what cannot be judged: little history, or a stretch of one’s own', () => {
  const unknown = { name: 'Ventas', move: 'unknown', verdict: null } as const;
  expect(told([unknown, unknown])).toEqual([
    'Sin veredicto: aquí no se puede separar un cambio del azar.',
    'De 2 KPI, ninguno ha cambiado más de lo que explica el azar. De 2 no se puede decir: no hay con qué medir el azar.',
  ]);
});
