import { describe, expect, it } from 'vitest';
import { digestSubject, tellAim, tellMove, tellPicture } from './digest.ts';

const es = { locale: 'es-ES', currency: 'EUR' };
const en = { locale: 'en-GB', currency: 'EUR' };
const point = (month: string, value: number | null) => ({
  start: `2026-${month}-01`,
  end: `2026-${month}-${month === '02' ? '28' : '31'}`,
  value,
});
const plain = (text: string | null): string | null => text?.replaceAll(/\s/g, ' ') ?? null;

describe('what a digest says', () => {
  it('tells a picture by its ends and its extremes, from the first value that is known', () => {
    const points = [point('01', null), point('02', 0.2), point('03', 0.35), point('05', 0.25)];
    const told = { name: 'Tasa', unit: 'rate', grain: 'month', points };
    expect(plain(tellPicture(told, 'es', es))).toBe(
      'Tasa, 3 periodos: de 20,0 % (feb 2026) a 25,0 % (may 2026). El menor, 20,0 %; el mayor, 35,0 %.',
    );
    expect(plain(tellPicture(told, 'en', en))).toBe(
      'Tasa, 3 periods: from 20.0% (Feb 2026) to 25.0% (May 2026). The least, 20.0%; the most, 35.0%.',
    );
    expect(tellPicture({ ...told, points: points.slice(0, 2) }, 'es', es)).toBeNull();
  });

  it('tells a change by its verdict where there is one, and nothing of what chance explains', () => {
    const change = { change: -0.023, relative: -0.1, unit: 'rate' };
    expect(plain(tellMove({ ...change, move: 'fall', verdict: 'worse' }, 'es', es))).toBe('empeora (-2,3 p. p.)');
    expect(plain(tellMove({ ...change, move: 'fall', verdict: null }, 'en', en))).toBe('down (-2.3 pp)');
    expect(tellMove({ ...change, move: 'noise', verdict: null }, 'es', es)).toBeNull();
  });

  it('tells a missed target as falling short, and a limit as passed', () => {
    const aim = { aim: 30, unit: 'count' };
    expect(tellAim({ ...aim, state: 'missed', direction: 'up' }, 'es', es)).toBe('no llega a la meta de 30');
    expect(tellAim({ ...aim, state: 'missed', direction: 'down' }, 'es', es)).toBe('se pasa del tope de 30');
    expect(tellAim({ ...aim, state: 'reached', direction: 'up' }, 'en', en)).toBe('target of 30 reached');
  });

  it('names the message by what is in it', () => {
    expect(digestSubject('Prueba', 1, 5, 'es')).toBe('Resumen de Prueba: un cambio que mirar');
    expect(digestSubject('Prueba', 3, 0, 'en')).toBe('Digest of Prueba: 3 changes to look at');
    expect(digestSubject('Prueba', 0, 2, 'es')).toBe('Resumen de Prueba: 2 avisos sin leer');
  });
});
