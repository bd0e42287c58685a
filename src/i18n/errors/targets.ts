import type { ErrorTexts } from './texts.ts';

export const targetErrors = {
  target_empty: {
    es: {
      message: 'La meta no dice nada.',
      expected: 'un valor, o una banda con mínimo o máximo',
      fix: 'Indique «value», o «low» y «high».',
    },
    en: {
      message: 'The target says nothing.',
      expected: 'a value, or a band with a least or a greatest',
      fix: 'Give “value”, or “low” and “high”.',
    },
  },
  target_band: {
    es: { message: 'La banda {found} va al revés.', expected: 'el mínimo antes que el máximo', fix: 'Cambie los dos valores.' },
    en: { message: 'The band {found} is the wrong way round.', expected: 'the least before the greatest', fix: 'Swap the two values.' },
  },
  target_cut: {
    es: {
      message: 'Las fechas {found} parten un periodo.',
      expected: 'periodos enteros',
      fix: 'Empiece en el primer día de un periodo y acabe en el último de otro.',
    },
    en: {
      message: 'The dates {found} cut a period.',
      expected: 'whole periods',
      fix: 'Begin on the first day of a period and end on the last of one.',
    },
  },
  target_no_season: {
    es: {
      message: '{where}: con {found} periodos no se puede saber cómo va su año.',
      expected: 'dos años enteros de historia, sin huecos',
      fix: 'Repártalo por días laborables (working_days) o a partes iguales (even).',
    },
    en: {
      message: '{where}: {found} periods do not tell how its year goes.',
      expected: 'two whole years of history, without gaps',
      fix: 'Spread it by working days (working_days) or evenly (even).',
    },
  },
  target_scope: {
    es: {
      message: '{where} no se puede mirar por «{found}».',
      expected: 'DIM=VALOR con una dimensión del indicador',
      fix: 'Use, por ejemplo, owner.team=Ventas u owner.name=Ana; «cuadro kpis {where}» enumera las dimensiones.',
    },
    en: {
      message: '{where} cannot be seen by “{found}”.',
      expected: 'DIM=VALUE with a dimension of the KPI',
      fix: 'Use for instance owner.team=Sales or owner.name=Ana; “cuadro kpis {where}” lists the dimensions.',
    },
  },
  target_unknown: {
    es: {
      message: 'No hay ninguna meta «{found}» de «{where}».',
      expected: 'el id de una meta',
      fix: 'Véalos con «cuadro targets --json».',
    },
    en: {
      message: 'There is no target “{found}” of “{where}”.',
      expected: 'the id of a target',
      fix: 'See them with “cuadro targets --json”.',
    },
  },
  target_refused: {
    es: {
      message: 'La meta no se ha podido guardar.',
      expected: 'fechas y valores que el modelo admita',
      fix: 'Revise el periodo y el valor.',
    },
    en: {
      message: 'The target could not be saved.',
      expected: 'dates and values that the model takes',
      fix: 'Check the period and the value.',
    },
  },
} satisfies ErrorTexts;
