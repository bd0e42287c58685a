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
