import type { ErrorTexts } from './texts.ts';

/** Alerts and their rules. */
export const alertErrors = {
  alert_unknown: {
    es: { message: 'No tiene ninguna alerta «{found}».', expected: 'el id de una alerta', fix: 'Véalas con «cuadro alerts».' },
    en: { message: 'You have no alert “{found}”.', expected: 'the id of an alert', fix: 'See them with “cuadro alerts”.' },
  },
  alert_rule_unknown: {
    es: {
      message: 'No tiene ninguna regla de aviso «{found}».',
      expected: 'el id de una regla suya o de la empresa',
      fix: 'Véalas con «cuadro alerts --rules».',
    },
    en: {
      message: 'You have no rule of alerts “{found}”.',
      expected: "the id of a rule of yours or of the company's",
      fix: 'See them with “cuadro alerts --rules”.',
    },
  },
  alert_rule_each: {
    es: {
      message: 'Una regla es de un ámbito o de cada miembro de una dimensión, no de ambos ({found}).',
      expected: '«scope» o «each»',
      fix: 'Deje uno de los dos.',
    },
    en: {
      message: 'A rule is of a scope or of each member of a dimension, not of both ({found}).',
      expected: '“scope” or “each”',
      fix: 'Leave one of them out.',
    },
  },
  alert_rule_unfit: {
    es: {
      message: '{where} no se puede vigilar así ({found}).',
      expected: 'una dimensión por la que se abra el indicador, y periodos de un día a un trimestre',
      fix: 'Elija otra dimensión u otros periodos.',
    },
    en: {
      message: '{where} cannot be watched so ({found}).',
      expected: 'a dimension by which the KPI opens, and periods from a day to a quarter',
      fix: 'Choose another dimension or other periods.',
    },
  },
  alert_handling: {
    es: {
      message: 'Falta decir «{found}».',
      expected: 'un motivo y un día para silenciar, un departamento para enviar',
      fix: 'Indíquelo y vuelva a intentarlo.',
    },
    en: {
      message: '“{found}” has to be said.',
      expected: 'a reason and a day to mute, a department to send it to',
      fix: 'Give it and try again.',
    },
  },
  alert_mute_past: {
    es: { message: 'El silencio tiene que acabar en el futuro.', expected: 'un día por venir', fix: 'Dé una fecha posterior.' },
    en: { message: 'A mute has to end in the future.', expected: 'a day to come', fix: 'Give a later date.' },
  },
} satisfies ErrorTexts;
