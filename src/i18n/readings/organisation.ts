import type { ReadingTexts } from './words.ts';

export const organisationReadings = {
  'credit_risk.selling_into_risk': {
    es: {
      says: 'Se sigue vendiendo a clientes con riesgo de impago: {others}.',
      next: 'Enséñeselo al vendedor de cada cliente: su relación cobra mejor que una voz desconocida. Acuerde el cobro antes de servir más.',
    },
    en: {
      says: 'Selling goes on to customers who may not pay: {others}.',
      next: 'Show it to each customer’s salesperson: their relation collects better than an unknown voice. Agree on payment before you deliver more.',
    },
  },
  'performers.within_luck': {
    es: {
      says: 'Las diferencias entre personas caben dentro de lo que da el azar con estos casos.',
      next: 'No haga un ranking: reúna más casos o mire un periodo más largo.',
    },
    en: {
      says: 'The differences between people are within what chance makes with so many cases.',
      next: 'Make no ranking: collect more cases or look at a longer period.',
    },
  },
  'performers.recognise': {
    es: { says: 'Por encima de lo que explica el azar: {high}.', next: 'Reconózcalo y averigüe qué hacen distinto.' },
    en: { says: 'Above what chance explains: {high}.', next: 'Recognise it and find out what they do differently.' },
  },
  'performers.coach_first': {
    es: {
      says: 'Por encima de lo que explica el azar: {high}. Por debajo: {low}. {also}',
      next: 'Hable a tiempo con quien está por debajo y acuerde formación: mejorar a alguien suele ser más rápido y barato que contratar.',
    },
    en: {
      says: 'Above what chance explains: {high}. Below: {low}. {also}',
      next: 'Talk in time with those below and agree on coaching: improving someone is often faster and cheaper than hiring.',
    },
  },
  'access_and_training.untrained': {
    es: {
      says: 'Unas {untrained} personas con acceso a los datos no tienen la formación al día ({others}).',
      next: 'Fórmelas o retíreles el acceso: pocas manos y formadas.',
    },
    en: {
      says: 'About {untrained} people with access to the data lack valid training ({others}).',
      next: 'Train them or withdraw their access: few hands, and trained ones.',
    },
  },
  'access_and_training.trained': {
    es: {
      says: 'Todas las personas con acceso a los datos tienen la formación al día ({others}).',
      next: 'Revise de vez en cuando quién sigue necesitando el acceso.',
    },
    en: {
      says: 'Everyone with access to the data has valid training ({others}).',
      next: 'Review from time to time who still needs access.',
    },
  },
  'twice_entered.merge_first': {
    es: {
      says: 'Hay clientes metidos dos veces o datos erróneos ({others}), que distorsionan los indicadores que los cuentan.',
      next: 'Una los duplicados y corrija los fallos de más peso antes de decidir con esos indicadores.',
    },
    en: {
      says: 'Some customers are entered twice or data are wrong ({others}), which distorts the KPIs that count them.',
      next: 'Merge the duplicates and mend the heaviest failures before you decide by those KPIs.',
    },
  },
} as const satisfies ReadingTexts;
