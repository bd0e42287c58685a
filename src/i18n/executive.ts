import type { Language } from './language.ts';

interface ExecutiveWords {
  readonly bands: Readonly<Record<'business' | 'adoption' | 'perception', string>>;
  readonly risks: string;
  readonly noRisks: string;
  readonly decisions: string;
  readonly reviews: string;
  readonly nothingDue: string;
  readonly worse: string;
  readonly verdicts: Readonly<Record<'better' | 'worse', string>>;
}

const words: Readonly<Record<Language, ExecutiveWords>> = {
  es: {
    bands: { business: 'Negocio', adoption: 'Uso del CRM', perception: 'Percepción del cliente' },
    risks: 'Riesgos',
    noRisks: 'Ninguna meta se queda corta y nada ha empeorado más de lo que hace el azar.',
    decisions: 'Decisiones que toca volver a mirar',
    reviews: 'KPI que toca revisar',
    nothingDue: 'Nada pendiente.',
    worse: 'ha empeorado',
    verdicts: { better: 'mejor', worse: 'peor' },
  },
  en: {
    bands: { business: 'Business', adoption: 'Use of the CRM', perception: 'Customer perception' },
    risks: 'Risks',
    noRisks: 'No target falls short and nothing got worse beyond what chance makes.',
    decisions: 'Decisions to look at again',
    reviews: 'KPIs due for review',
    nothingDue: 'Nothing due.',
    worse: 'got worse',
    verdicts: { better: 'better', worse: 'worse' },
  },
};

export const executiveWords = (language: Language): ExecutiveWords => words[language];
