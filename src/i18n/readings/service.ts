import type { ReadingTexts } from './words.ts';

export const serviceReadings = {
  'first_contact.self_service_unknown': {
    es: {
      says: 'Resolución al primer contacto de {value}, sin datos de autoservicio para leerla bien.',
      next: 'Mida también cuántos problemas resuelven los clientes solos: los fáciles no llegan al equipo.',
    },
    en: {
      says: 'First contact resolution of {value}, without data on self-service to read it by.',
      next: 'Measure too how many problems customers solve alone: the easy ones never reach the team.',
    },
  },
  'first_contact.harder_questions': {
    es: {
      says: 'La resolución al primer contacto baja ({before} → {value}) mientras sube el autoservicio ({others}): los clientes ya resuelven lo fácil y llega lo difícil.',
      next: 'No es peor servicio por fuerza. Compare asuntos iguales antes de corregir al equipo.',
    },
    en: {
      says: 'First contact resolution falls ({before} → {value}) while self-service rises ({others}): customers solve the easy ones and the hard ones come in.',
      next: 'Not necessarily worse service. Compare like with like before correcting the team.',
    },
  },
  'first_contact.knowledge': {
    es: {
      says: 'Se resuelve menos al primer contacto ({before} → {value}) y el autoservicio no lo explica ({others}).',
      next: 'Mire los asuntos que se repiten: faltan conocimientos o el contacto llega a la persona equivocada.',
    },
    en: {
      says: 'Less is solved at first contact ({before} → {value}) and self-service does not explain it ({others}).',
      next: 'See which topics come back: knowledge is missing or contacts reach the wrong person.',
    },
  },
  'time_with_satisfaction.satisfaction_unknown': {
    es: {
      says: '{kpi} ({value}) no dice nada sin la satisfacción o la lealtad del cliente al lado, y no hay datos de ellas.',
      next: 'Añada una encuesta o mida la recompra antes de fijar metas de tiempo o de volumen.',
    },
    en: {
      says: '{kpi} ({value}) tells nothing without the customer’s satisfaction or loyalty beside it, and there are no data on them.',
      next: 'Add a survey or measure repeat purchase before you set targets for time or volume.',
    },
  },
  'time_with_satisfaction.too_fast': {
    es: {
      says: 'Se va más deprisa ({kpi}: {before} → {value}) y el cliente lo nota: {others}.',
      next: 'Afloje la meta de tiempo: se está cortando antes de resolver.',
    },
    en: {
      says: 'It goes faster ({kpi}: {before} → {value}) and customers notice: {others}.',
      next: 'Relax the time target: people are cut short before they are helped.',
    },
  },
  'complaints.felt': {
    es: {
      says: 'Más reclamaciones ({before} → {value}) y también peor percepción: {others}.',
      next: 'Mire el producto y la causa que más crecen y llame a quienes reclamaron.',
    },
    en: {
      says: 'More complaints ({before} → {value}) and worse perception too: {others}.',
      next: 'See which product and cause grow most and call those who complained.',
    },
  },
  'complaints.listening': {
    es: {
      says: 'Más reclamaciones ({before} → {value}) sin que empeore la percepción ({others}): puede que se escuche mejor.',
      next: 'Mire si hay un canal nuevo o se registra más antes de darlo por malo.',
    },
    en: {
      says: 'More complaints ({before} → {value}) while perception holds ({others}): you may be listening better.',
      next: 'See whether there is a new channel or more is recorded before you call it bad.',
    },
  },
  'delivery_and_sales.tell_sales': {
    es: {
      says: 'Las entregas empeoran ({kpi}: {before} → {value}). Las ventas suelen ir detrás. {also}',
      next: 'Dé a los vendedores el plazo real por producto para que prometan fechas que se cumplan, y vigile las ventas de los próximos meses.',
    },
    en: {
      says: 'Deliveries get worse ({kpi}: {before} → {value}). Sales tend to follow. {also}',
      next: 'Give sellers the true lead time by product so that they promise dates that hold, and watch the sales of the coming months.',
    },
  },
  'quality_of_product.tell_quality': {
    es: {
      says: 'Por debajo de la media de satisfacción ({value}), sin que lo explique el azar: {products}.',
      next: 'Avise a control de calidad con los comentarios de esos productos.',
    },
    en: {
      says: 'Below the average satisfaction ({value}), beyond what chance explains: {products}.',
      next: 'Notify quality control with the comments on those products.',
    },
  },
} as const satisfies ReadingTexts;
