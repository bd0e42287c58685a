import type { Language } from './language.ts';

interface PageWords {
  readonly skip: string;
  readonly areas: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<string, string>>;
  readonly better: string;
  readonly worse: string;
  readonly same: string;
  readonly noise: string;
  readonly up: string;
  readonly down: string;
  readonly against: string;
  readonly interval: string;
  readonly figures: string;
  readonly period: string;
  readonly value: string;
  readonly notYet: string;
  readonly notYetWhy: string;
  readonly lacks: string;
  readonly working: string;
  readonly workingWhy: string;
  readonly other: string;
  readonly language: string;
  readonly sections: string;
  readonly lead: string;
  readonly empty: string;
  readonly smallSample: string;
  readonly footer: string;
  readonly trouble: string;
  readonly closed: string;
  readonly closedWhy: string;
}

const es: PageWords = {
  skip: 'Ir al contenido',
  areas: {
    marketing: 'Marketing',
    leads: 'Clientes potenciales',
    pipeline: 'Oportunidades y ventas',
    customers: 'Clientes',
    service: 'Atención al cliente',
    perception: 'Satisfacción',
    receivables: 'Cobros',
    people: 'Equipo',
    adoption: 'Uso del CRM',
    data: 'Calidad de los datos',
  },
  states: {
    ok: '',
    zero: 'cero',
    no_data: 'sin datos',
    immature: 'aún no maduro',
    partial: 'periodo incompleto',
    stale: 'desfasado',
    unavailable: 'no calculable',
  },
  better: 'mejor',
  worse: 'peor',
  same: 'igual',
  noise: 'dentro del ruido',
  up: 'sube',
  down: 'baja',
  against: 'frente al periodo anterior',
  interval: 'Intervalo del 95 %',
  figures: 'Cifras',
  period: 'Periodo',
  value: 'Valor',
  notYet: 'Aún no se pueden calcular',
  notYetWhy: 'Faltan datos. Con ellos se calcularían, nunca con un cero en su lugar.',
  lacks: 'falta',
  working: 'Calculando los indicadores…',
  workingWhy: 'La primera vez tarda unos segundos. Esta página se recarga sola.',
  other: 'English',
  language: 'Idioma',
  sections: 'Áreas',
  lead: '{count} indicadores calculados con los datos de «{name}», hasta {until}.',
  empty: 'Este espacio de trabajo aún no tiene datos. Cárguelos con «cuadro import».',
  smallSample: 'muestra pequeña',
  footer: 'Cuadro {version}. Cada cifra sale de la misma consulta que «cuadro query»; los periodos incompletos no se muestran.',
  trouble: 'No se ha podido calcular',
  closed: 'Para ver las cifras hay que iniciar sesión.',
  closedWhy: 'Cuadro está en marcha. En este equipo puede consultarlas también con la orden «cuadro».',
};

const en: PageWords = {
  skip: 'Skip to content',
  areas: {
    marketing: 'Marketing',
    leads: 'Leads',
    pipeline: 'Pipeline and sales',
    customers: 'Customers',
    service: 'Customer service',
    perception: 'Satisfaction',
    receivables: 'Receivables',
    people: 'People',
    adoption: 'CRM adoption',
    data: 'Data quality',
  },
  states: {
    ok: '',
    zero: 'zero',
    no_data: 'no data',
    immature: 'not mature yet',
    partial: 'period not complete',
    stale: 'stale',
    unavailable: 'not computable',
  },
  better: 'better',
  worse: 'worse',
  same: 'same',
  noise: 'within the noise',
  up: 'up',
  down: 'down',
  against: 'against the period before',
  interval: '95% interval',
  figures: 'Figures',
  period: 'Period',
  value: 'Value',
  notYet: 'Not computable yet',
  notYetWhy: 'Data are missing. With them they would be computed; a zero never stands in for them.',
  lacks: 'lacks',
  working: 'Computing the KPIs…',
  workingWhy: 'The first time takes some seconds. This page reloads by itself.',
  other: 'Español',
  language: 'Language',
  sections: 'Areas',
  lead: '{count} KPIs computed from the data of "{name}", up to {until}.',
  empty: 'This workspace has no data yet. Load them with "cuadro import".',
  smallSample: 'small sample',
  footer: 'Cuadro {version}. Every figure comes from the same query as "cuadro query"; incomplete periods are not shown.',
  trouble: 'Could not be computed',
  closed: 'Sign in to see the figures.',
  closedWhy: 'Cuadro is running. On this machine the command "cuadro" tells them as well.',
};

export const pageWords = (language: Language): PageWords => (language === 'en' ? en : es);
