import { choice, member } from '../choice.ts';
import type { Goal } from '../goal.ts';

export const satisfaction: Goal = {
  id: 'satisfaction',
  name: { es: 'Mejorar la satisfacción del cliente', en: 'Improve customer satisfaction' },
  phrases: [
    'satisfacción',
    'clientes satisfechos',
    'clientes contentos',
    'experiencia de cliente',
    'recomendación',
    'clientes felices',
    'satisfaction',
    'NPS',
    'net promoter score',
    'satisfied customers',
    'happy customers',
    'customer experience',
    'customer happiness',
    'recommendation',
    'delight customers',
  ],
  kpis: [
    choice(
      'nps',
      3,
      'Resume la relación: cuántos le recomendarían, descontados los que no.',
      'Sums up the relationship: how many would recommend you, less those who would not.',
    ),
    choice('csat', 3, 'Mide lo satisfecho que sale el cliente de cada trato.', 'Measures how satisfied customers are after each dealing.'),
    choice('complaints', 2, 'El fracaso visible: de qué se queja la gente.', 'The failure you can see: what people complain about.'),
    choice(
      'ces',
      2,
      'El esfuerzo que exige tratar con usted pesa más que los detalles.',
      'The effort it takes to deal with you weighs more than delights.',
    ),
    choice('first_response_time', 2, 'La primera espera marca la impresión.', 'The first wait sets the impression.'),
    choice(
      'fcr',
      2,
      'Resolver a la primera es lo que más agradece el cliente.',
      'Solving it the first time is what customers thank you for.',
    ),
    choice(
      'repeat_purchase_rate',
      2,
      'La prueba con dinero: el satisfecho vuelve a comprar.',
      'The proof in money: a satisfied customer buys again.',
    ),
    choice(
      'feedback_themes',
      2,
      'El porqué de la nota, con las palabras del cliente.',
      "The reason behind the score, in the customer's words.",
    ),
    choice('csat_by_product', 2, 'Dice qué producto baja la nota.', 'Says which product lowers the score.'),
    choice('avg_resolution_time', 2, 'Lo que tarda en quedar resuelto lo que falla.', 'How long it takes to put right what fails.'),
    choice('resolution_rate', 1, 'Qué parte de los casos acaba resuelta.', 'What share of cases ends up solved.'),
    choice('on_time_delivery', 1, 'Llegar cuando se dijo es parte de la nota.', 'Arriving when promised is part of the score.'),
    choice('survey_response_rate', 1, 'Con pocas respuestas, la nota dice poco.', 'With few answers the score says little.'),
  ],
  avoid: [
    member('calls_per_agent', 'Premia las llamadas cortas, no al cliente.', 'It rewards short calls, not the customer.'),
    member('avg_handle_time', 'Atender deprisa no es atender bien.', 'Handling fast is not handling well.'),
  ],
};
