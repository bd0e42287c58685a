import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Kpi, Need } from '../../src/kpis/kpi.ts';
import { entities } from '../../src/model/registry.ts';
import { Company } from './company.ts';
import { until } from './story.ts';

const folder = join(import.meta.dirname, '../../src/kpis');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /^[a-z]+\/[a-z0-9_]+\.ts$/.test(file) && !file.startsWith('definitions'),
);
const company = new Company(until, 0.2, 20_260_731);

const isFilled = (path: string): boolean => {
  const [entity = '', field = ''] = path.split('.');
  return !entities.has(entity) || company.all(entity).some((row) => row[field] !== null && row[field] !== undefined);
};
const isMet = (need: Need): boolean => (typeof need === 'string' ? isFilled(need) : need.some(isFilled));

describe('the sample company has what every KPI needs', () => {
  it.each(files)('%s', async (file) => {
    const { default: kpi }: { default?: Kpi } = await import(join(folder, file));
    if (!kpi) return;
    const needs = [...kpi.needs, ...Object.values(kpi.variants).flatMap((variant) => variant.needs ?? [])];
    expect(needs.filter((need) => !isMet(need))).toEqual([]);
  });
});
