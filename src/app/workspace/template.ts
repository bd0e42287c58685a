import type { Settings } from '../../model/settings.ts';

type Basics = Pick<Settings, 'name' | 'locale' | 'timezone' | 'currency'>;

const es = (
  s: Basics,
): string => `# Ajustes de este espacio de trabajo. Valen desde la siguiente orden; ${'`'}cuadro check${'`'} dice si están bien.

name: ${JSON.stringify(s.name)}
locale: ${s.locale}            # idioma y país: textos, números y fechas
timezone: ${s.timezone}   # en ella empieza y acaba cada día
currency: ${s.currency}              # la moneda de todos los importes que se muestran
week_starts_on: monday
fiscal_year_starts_in: 1   # mes en que empieza el ejercicio

# Horario de trabajo: los plazos en tiempo laborable lo usan. Sin él, cuenta todo el tiempo.
# business_hours: { mon-fri: "09:00-18:00" }
# holidays: [2026-12-25]

# Sin contratos, un cliente se da por perdido tras estos días sin un pedido.
customer: { active_days: 365 }

# Qué significan aquí lead, prospecto, cliente…; ${'`'}cuadro glossary${'`'} dice los significados posibles.
# glossary: { lead: reachable, qualified: accepted_at, churn_date: end_of_service }

# Parámetros de los indicadores; ${'`'}cuadro kpis ID${'`'} dice los de cada uno.
# kpis: { lead_conversion_rate: { window_days: 90 } }

# Segmentos: filtros guardados, para --where segment=campeones. ${'`'}cuadro segments${'`'} dice cuántos hay en cada uno.
# segments: { campeones: { of: account, rfm: champions }, comercios: { of: account, where: ['industry=Comercio'] } }
`;

const en = (
  s: Basics,
): string => `# Settings of this workspace. They hold from the next command on; ${'`'}cuadro check${'`'} says whether they are right.

name: ${JSON.stringify(s.name)}
locale: ${s.locale}            # language and country: words, numbers and dates
timezone: ${s.timezone}   # each day begins and ends in it
currency: ${s.currency}              # of every amount that is shown
week_starts_on: ${s.locale.endsWith('-US') ? 'sunday' : 'monday'}
fiscal_year_starts_in: 1   # month in which the fiscal year begins

# Working hours: durations in business time use them. Without them all time counts.
# business_hours: { mon-fri: "09:00-18:00" }
# holidays: [2026-12-25]

# Without contracts, a customer is lost after so many days without an order.
customer: { active_days: 365 }

# What lead, prospect, customer … mean here; ${'`'}cuadro glossary${'`'} tells the meanings there are.
# glossary: { lead: reachable, qualified: accepted_at, churn_date: end_of_service }

# Parameters of KPIs; ${'`'}cuadro kpis ID${'`'} names those of each.
# kpis: { lead_conversion_rate: { window_days: 90 } }

# Segments: saved filters, for --where segment=champions. ${'`'}cuadro segments${'`'} tells how many are in each.
# segments: { champions: { of: account, rfm: champions }, retail: { of: account, where: ['industry=Retail'] } }
`;

/** @returns a commented `cuadro.yaml` in the locale's language (Spanish or English) */
export const settingsTemplate = (basics: Basics): string => (basics.locale.startsWith('es') ? es(basics) : en(basics));
