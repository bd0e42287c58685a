import type { ErrorTexts } from './texts.ts';

/** Annotations, comments, decisions, reviews. */
export const conversationErrors = {
  about_scope: {
    es: {
      message: '«{found}» no es un ámbito por el que se pueda mirar {where}.',
      expected: 'DIM=VALOR con una dimensión del indicador, como owner.team=Ventas o product.name=X',
      fix: 'Déjelo vacío si es de toda la empresa, o use una dimensión de las que enumera «cuadro kpis».',
    },
    en: {
      message: '“{found}” is no scope by which {where} can be seen.',
      expected: 'DIM=VALUE with a dimension of the KPI, such as owner.team=Sales or product.name=X',
      fix: 'Leave it out for the whole company, or use a dimension that “cuadro kpis” lists.',
    },
  },
  annotation_unknown: {
    es: {
      message: 'No hay ninguna anotación «{found}».',
      expected: 'el id de una anotación',
      fix: 'Véalas con «cuadro annotate --list --json».',
    },
    en: {
      message: 'There is no annotation “{found}”.',
      expected: 'the id of an annotation',
      fix: 'See them with “cuadro annotate --list --json”.',
    },
  },
  comment_unknown: {
    es: { message: 'No hay ningún comentario «{found}».', expected: 'el id de un comentario', fix: 'Véalos con «cuadro comments --json».' },
    en: { message: 'There is no comment “{found}”.', expected: 'the id of a comment', fix: 'See them with “cuadro comments --json”.' },
  },
  decision_unknown: {
    es: {
      message: 'No hay ninguna decisión «{found}».',
      expected: 'el id de una decisión',
      fix: 'Véalas con «cuadro comments --decisions --json».',
    },
    en: {
      message: 'There is no decision “{found}”.',
      expected: 'the id of a decision',
      fix: 'See them with “cuadro comments --decisions --json”.',
    },
  },
  review_replaces_itself: {
    es: {
      message: 'Un KPI no puede ocupar su propio lugar ({where}).',
      expected: 'otro KPI, o ninguno',
      fix: 'Elija el KPI que hay que mirar en su lugar, o deje la opción fuera.',
    },
    en: {
      message: 'A KPI cannot stand in for itself ({where}).',
      expected: 'another KPI, or none',
      fix: 'Choose the KPI to look at instead, or leave the option out.',
    },
  },
  review_not_retired: {
    es: { message: '{where} no está retirado.', expected: 'un indicador retirado', fix: 'No hace falta recuperarlo: sigue en uso.' },
    en: { message: '{where} is not retired.', expected: 'a retired KPI', fix: 'There is no need to revive it: it is in use.' },
  },
  version_unknown: {
    es: {
      message: '{where} no ha tenido la versión «{found}».',
      expected: 'el id de una versión',
      fix: 'Véalas con «cuadro reviews --versions {where} --json».',
    },
    en: {
      message: '{where} has had no version “{found}”.',
      expected: 'the id of a version',
      fix: 'See them with “cuadro reviews --versions {where} --json”.',
    },
  },
  version_not_kept: {
    es: {
      message: 'Las cifras de {where} con la versión {found} no se pueden recalcular.',
      expected: 'una versión propia, o una que solo cambie sus parámetros',
      fix: 'Las que se vieron entonces están en «cuadro known --kpi {where}».',
    },
    en: {
      message: 'The figures of {where} by version {found} cannot be computed again.',
      expected: 'a version of your own, or one that differs in its parameters alone',
      fix: 'Those that were seen then are in “cuadro known --kpi {where}”.',
    },
  },
  kudos_person: {
    es: {
      message: 'No hay una única persona que se llame «{found}» en el CRM.',
      expected: 'el nombre de una persona, como lo escribe el CRM',
      fix: 'Copie el nombre de la lista de personas.',
    },
    en: {
      message: 'There is no one person called “{found}” in the CRM.',
      expected: 'the name of a person as the CRM writes it',
      fix: 'Copy the name from the list of people.',
    },
  },
  not_yours: {
    es: {
      message: 'Esto lo escribió otra persona.',
      expected: 'algo escrito por usted, o el permiso de cambiar el catálogo',
      fix: 'Responda en la conversación, o pídaselo a quien lo escribió.',
    },
    en: {
      message: 'Someone else wrote this.',
      expected: 'something of your own, or the right to change the catalogue',
      fix: 'Answer in the conversation, or ask whoever wrote it.',
    },
  },
} satisfies ErrorTexts;
