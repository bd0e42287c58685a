import { describe, expect, it } from 'vitest';
import { CuadroError } from '../../model/error.ts';
import { parseSettings } from './settings-file.ts';
import { settingsTemplate } from './template.ts';

const problem = (text: string): Partial<CuadroError> => {
  try {
    parseSettings(text, 'cuadro.yaml');
  } catch (error) {
    if (error instanceof CuadroError) return { code: error.code, where: error.where, expected: error.expected, found: error.found };
  }
  return {};
};

describe('parseSettings', () => {
  it('reads the settings of the contract', () => {
    const settings = parseSettings(
      `name: Mi empresa
locale: es-ES            # language and country
timezone: Europe/Madrid
currency: EUR
week_starts_on: monday
fiscal_year_starts_in: 1 # month
business_hours: { mon-fri: "09:00-18:00" }
holidays: [2026-12-25]
customer: { active_days: 365 }
kpis: { lead_conversion_rate: { window_days: 90 } }
`,
      'cuadro.yaml',
    );
    expect(settings).toMatchObject({
      name: 'Mi empresa',
      holidays: ['2026-12-25'],
      business_hours: { 'mon-fri': '09:00-18:00' },
      kpis: { lead_conversion_rate: { window_days: 90 } },
    });
  });

  it('takes defaults for what is left out, even all of it', () => {
    expect(parseSettings('', 'cuadro.yaml')).toMatchObject({ timezone: 'Europe/Madrid', currency: 'EUR', customer: { active_days: 365 } });
  });

  it('takes the requirements’ meanings of contested words unless told others', () => {
    const { glossary } = parseSettings('glossary: { qualified: accepted_at }', 'cuadro.yaml');
    expect(glossary).toEqual({
      lead: 'every_record',
      prospect: 'qualified',
      qualified: 'accepted_at',
      acquired: 'signed_up',
      converted: 'source',
      customer: 'contracts_else_orders',
      churn_date: 'cancellation',
    });
  });

  it.each([
    ['timezone: Europe/Madird', { code: 'settings_invalid', where: 'cuadro.yaml:1 (timezone)', found: 'Europe/Madird' }],
    ['name: x\ntimzone: UTC', { code: 'settings_invalid', where: 'cuadro.yaml:2 (timzone)', expected: 'timezone', found: 'timzone' }],
    ['currency: euros', { code: 'settings_invalid', where: 'cuadro.yaml:1 (currency)', found: 'euros' }],
    ['fiscal_year_starts_in: 13', { code: 'settings_invalid', expected: '1 … 12', found: '13' }],
    ['customer: { active_days: 0 }', { code: 'settings_invalid', where: 'cuadro.yaml:1 (customer.active_days)', expected: '1 … 36500' }],
    [
      'glossary: { lead: all }',
      { code: 'settings_invalid', where: 'cuadro.yaml:1 (glossary.lead)', expected: 'every_record, reachable', found: 'all' },
    ],
    ['glossary:\n  costumer: orders', { code: 'settings_invalid', expected: 'customer', found: 'costumer' }],
    ['week_starts_on: lunes', { code: 'settings_invalid', found: 'lunes' }],
    ['locale: xx-YY', { code: 'settings_invalid', found: 'xx-YY' }],
    ['a: [1', { code: 'settings_not_yaml', where: 'cuadro.yaml:1' }],
    ['name: a\nname: b', { code: 'settings_not_yaml', where: 'cuadro.yaml:2' }],
    ['- a', { code: 'settings_invalid', expected: 'object' }],
  ])('refuses %j', (text, expected) => {
    expect(problem(text)).toMatchObject(expected);
  });

  it.each(['es-ES', 'es-MX', 'en-GB', 'en-US'])('writes a file for %s that it reads again', (locale) => {
    const text = settingsTemplate({ name: 'A "b": c', locale, timezone: 'America/Bogota', currency: 'COP' });
    expect(parseSettings(text, 'cuadro.yaml')).toMatchObject({ name: 'A "b": c', locale, timezone: 'America/Bogota', currency: 'COP' });
  });
});
