import type { ErrorTexts } from './texts.ts';

/** Actions, plays, lost leads and deals, audiences. */
export const actionErrors = {
  action_unknown: {
    es: { message: 'No hay ninguna acción «{found}».', expected: 'el id de una acción', fix: 'Véalas con «cuadro actions --json».' },
    en: { message: 'There is no action “{found}”.', expected: 'the id of an action', fix: 'See them with “cuadro actions --json”.' },
  },
  play_unknown: {
    es: {
      message: 'No hay ninguna jugada propia «{found}».',
      expected: 'el id de una jugada',
      fix: 'Véalas con «cuadro plays --retired».',
    },
    en: {
      message: 'There is no play of your own “{found}”.',
      expected: 'the id of a play',
      fix: 'See them with “cuadro plays --retired”.',
    },
  },
  play_of_book: {
    es: {
      message: 'La jugada «{found}» viene con Cuadro y no se puede cambiar.',
      expected: 'una jugada propia',
      fix: 'Guarde una propia con otro nombre.',
    },
    en: {
      message: 'The play “{found}” comes with Cuadro and cannot be changed.',
      expected: 'a play of your own',
      fix: 'Save one of your own under another name.',
    },
  },
  action_customer: {
    es: {
      message: 'Una acción de tipo {found} se hace con un cliente, y no se ha dicho cuál.',
      expected: 'un cliente',
      fix: 'Créela desde la ficha del cliente, o indique «customer».',
    },
    en: {
      message: 'An action of the kind {found} is done with a customer, and none was named.',
      expected: 'a customer',
      fix: 'Make it from the customer’s page, or give “customer”.',
    },
  },
  action_person: {
    es: {
      message: 'Una capacitación necesita saber a quién se da.',
      expected: 'una persona del CRM',
      fix: 'Elija a quién, o indique «person».',
    },
    en: { message: 'A coaching needs to know whom it is for.', expected: 'a user of the CRM', fix: 'Choose whom, or give “person”.' },
  },
  action_person_unknown: {
    es: { message: 'No hay nadie en el CRM que sea {found}.', expected: 'un usuario del CRM', fix: 'Elija a alguien de la lista.' },
    en: { message: 'Nobody in the CRM is {found}.', expected: 'a user of the CRM', fix: 'Choose someone from the list.' },
  },
  action_expected: {
    es: {
      message: 'Se espera un efecto, pero no se dice en qué indicador.',
      expected: 'un indicador',
      fix: 'Elija el indicador que debe moverse, o quite el efecto esperado.',
    },
    en: {
      message: 'An effect is expected, but on no KPI.',
      expected: 'a KPI',
      fix: 'Choose the KPI that should move, or leave the effect out.',
    },
  },
  action_reason: {
    es: {
      message: 'Falta decir por qué se deja sin hacer.',
      expected: 'un motivo',
      fix: 'Escriba por qué en «outcome»: quien la vea dentro de un año lo agradecerá.',
    },
    en: {
      message: 'It is not said why it is dropped.',
      expected: 'a reason',
      fix: 'Write why in “outcome”: whoever sees it in a year will be glad.',
    },
  },
  action_future: {
    es: { message: '{found} aún no ha llegado.', expected: 'hoy o un día anterior', fix: 'Indique el día en que se hizo.' },
    en: { message: '{found} has not come yet.', expected: 'today or an earlier day', fix: 'Give the day on which it was done.' },
  },
  action_owner: {
    es: {
      message: '{found} no puede ver aquello de lo que trata esta acción.',
      expected: 'alguien que lo vea',
      fix: 'Elija a otra persona, o pida a quien administra que le dé acceso.',
    },
    en: {
      message: '{found} may not see what this action is about.',
      expected: 'someone who may',
      fix: 'Choose someone else, or ask an administrator to give them access.',
    },
  },
  action_refused: {
    es: {
      message: 'Los datos no admiten la acción.',
      expected: 'un cliente y una persona que existan',
      fix: 'Compruebe a quién se refiere.',
    },
    en: { message: 'The data do not take the action.', expected: 'a customer and a person that exist', fix: 'Check whom it is about.' },
  },
  audience_channel: {
    es: {
      message: 'El canal «{found}» no puede recibir una audiencia.',
      expected: 'un webhook en activo',
      fix: 'Dé de alta un webhook en los ajustes, o actívelo.',
    },
    en: {
      message: 'The channel “{found}” cannot take an audience.',
      expected: 'a webhook that is active',
      fix: 'Set a webhook up in the settings, or switch it on.',
    },
  },
} satisfies ErrorTexts;
