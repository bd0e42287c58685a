import type { ReadingTexts } from './words.ts';

export const customerReadings = {
  'retention_falls.with_causes': {
    es: {
      says: 'Se van más clientes ({kpi}: {before} → {value}) y a la vez empeora: {others}.',
      next: 'Actúe antes de que se agrave: llame a los clientes afectados por lo que ha empeorado y corríjalo primero ahí.',
    },
    en: {
      says: 'More customers leave ({kpi}: {before} → {value}) while this gets worse: {others}.',
      next: 'Act before it worsens: call the customers hit by what got worse and mend it there first.',
    },
  },
  'retention_falls.look_outside': {
    es: {
      says: 'Se van más clientes ({kpi}: {before} → {value}) sin que el servicio haya empeorado de forma clara. {also}',
      next: 'Busque fuera: un competidor nuevo o una oferta mejor. Pregunte a los últimos que se fueron por qué.',
    },
    en: {
      says: 'More customers leave ({kpi}: {before} → {value}) though service did not clearly get worse. {also}',
      next: 'Look outside: a new competitor or a better offer. Ask the last who left why.',
    },
  },
  'low_retention.competitor_or_offer': {
    es: {
      says: 'La retención ({value}) está entre las más bajas de los últimos periodos.',
      next: 'Puede haber un competidor nuevo o una oferta que atrae a sus clientes: compare precio y servicio con los de fuera.',
    },
    en: {
      says: 'Retention ({value}) is among the lowest of recent periods.',
      next: 'There may be a new competitor or an offer that draws your customers: compare price and service with theirs.',
    },
  },
  'retention_cost.pays': {
    es: {
      says: 'Retener a un cliente cuesta menos de lo que deja quien se queda: {others}.',
      next: 'Vigile que siga así, con el mismo periodo para los dos.',
    },
    en: {
      says: 'Keeping a customer costs less than one who stays brings: {others}.',
      next: 'See that it stays so, over the same period for both.',
    },
  },
  'retention_cost.costs_more': {
    es: {
      says: 'Retener a un cliente cuesta lo mismo o más de lo que deja quien se queda: {others}.',
      next: 'Reparta el gasto según el valor del cliente: así cada retención pierde dinero.',
    },
    en: {
      says: 'Keeping a customer costs as much as or more than one who stays brings: {others}.',
      next: 'Spend by customer value: as it is, each one kept loses money.',
    },
  },
  'promoters.above_zero': {
    es: {
      says: 'NPS de {value}: hay más promotores que detractores, lo que suele ser bueno.',
      next: 'Pida recomendaciones a los promotores y llame a los detractores.',
    },
    en: {
      says: 'NPS of {value}: more promoters than detractors, usually good.',
      next: 'Ask promoters for referrals and call the detractors.',
    },
  },
  'promoters.around_zero': {
    es: {
      says: 'NPS de {value}: con estas respuestas no se distingue de cero.',
      next: 'Reúna más respuestas antes de sacar conclusiones; los pasivos acercan el NPS a cero, no lo bajan siempre.',
    },
    en: {
      says: 'NPS of {value}: with these answers it cannot be told from zero.',
      next: 'Collect more answers before concluding; passives pull the score towards zero, they do not always lower it.',
    },
  },
  'promoters.below_zero': {
    es: {
      says: 'NPS de {value}: hay más detractores que promotores.',
      next: 'Lea los comentarios de los detractores por tema y responda a cada uno.',
    },
    en: { says: 'NPS of {value}: more detractors than promoters.', next: 'Read what detractors say by theme and answer each of them.' },
  },
  'promoters.trouble': {
    es: {
      says: 'El NPS baja de {before} a {value}: puede haber un problema entre la empresa y sus clientes.',
      next: 'Compare por punto de contacto y producto, y lea los comentarios de este periodo.',
    },
    en: {
      says: 'NPS falls from {before} to {value}: there may be trouble between the company and its customers.',
      next: 'Compare by touchpoint and product, and read the comments of this period.',
    },
  },
  'effort.ease': {
    es: {
      says: 'Facilidad de {value}. El objetivo es el esfuerzo mínimo del cliente; aquí más es más fácil, sea cual sea la escala de la encuesta.',
      next: 'Siga quitando pasos allí donde puntúan peor.',
    },
    en: {
      says: 'Ease of {value}. The aim is the customer’s least effort; here more is easier, whatever the survey’s scale.',
      next: 'Keep removing steps where scores are lowest.',
    },
  },
  'effort.too_much': {
    es: {
      says: 'A los clientes les cuesta demasiado: facilidad de {value} (antes {before}).',
      next: 'Investigue los puntos de contacto peor puntuados y haga el producto o el servicio más fácil y fiable.',
    },
    en: {
      says: 'It takes customers too much effort: ease of {value} (before {before}).',
      next: 'Look into the touchpoints that score lowest and make the product or service easier and more reliable.',
    },
  },
  'at_risk.more': {
    es: {
      says: 'Hay más clientes con señales de irse: {before} → {value}. Señales vistas: {signals}. {also}',
      next: 'Llámelos hoy, de mayor a menor ingreso en juego. A veces basta una llamada, una promoción pertinente o un detalle; otras, mucho más.',
    },
    en: {
      says: 'More customers show signs of leaving: {before} → {value}. Signs seen: {signals}. {also}',
      next: 'Call them today, those with most revenue at stake first. Sometimes a call, a relevant promotion or a gift is enough; sometimes much more is needed.',
    },
  },
  'at_risk.call_them': {
    es: {
      says: '{value} clientes muestran señales de irse. Señales vistas: {signals}. {also}',
      next: 'Llámelos de mayor a menor ingreso en juego: una llamada, una promoción pertinente o un detalle por su lealtad.',
    },
    en: {
      says: '{value} customers show signs of leaving. Signs seen: {signals}. {also}',
      next: 'Call them, those with most revenue at stake first: a call, a relevant promotion or a gift for their loyalty.',
    },
  },
  'reorder.due': {
    es: {
      says: 'Hay clientes a los que ya les toca pedir: {others}.',
      next: 'Adelántese: contacte antes de que vuelvan a pedir, empezando por los que van con retraso.',
    },
    en: {
      says: 'Some customers are due to order: {others}.',
      next: 'Be there first: get in touch before they order again, those who are late first.',
    },
  },
} as const satisfies ReadingTexts;
