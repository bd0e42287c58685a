import { expect, it } from 'vitest';
import { lineOfOther, type NoticeTold, tellNotices } from './notices.ts';

const told = (kpi: string, says: string): NoticeTold => ({
  ...{ kind: 'alert_firing', kpi, scope: null, by: null, title: null, text: null, rule: null, why: null, value: null, limit: null },
  ...{ unit: null, day: null, due: null, says: { es: says, en: says } },
});
const es = { locale: 'es-ES', currency: 'EUR' };

it.each([1, 3, 10, 12])('of %i others each is led to from its own line, those only counted from none', (count) => {
  const others = Array.from({ length: count }, (_, index) => told(`k${index}`, `Pasa la cosa ${index}.`));
  const { lines } = tellNotices({ ...told('lead', 'Lo primero.'), why: { es: 'Porque sí.', en: 'So it is.' } }, others, 'es', es);
  for (const [index] of others.entries()) {
    const line = lineOfOther(lines, count, index);
    if (index < 10) expect(lines[line ?? -1]).toBe(`También: Pasa la cosa ${index}.`);
    else expect(line).toBeNull();
  }
});
