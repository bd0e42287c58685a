import type { ErrorTexts } from './texts.ts';

const es = 'Saque el borrador con «cuadro import --suggest RUTA… > mapeo.yaml», corríjalo y repita con --map mapeo.yaml.';
const en = 'Get the draft with "cuadro import --suggest PATH… > mapping.yaml", mend it and repeat with --map mapping.yaml.';

/** What an import without a mapping cannot decide by itself. */
export const recognitionErrors = {
  nothing_recognised: {
    es: {
      message: 'No se reconoce qué contiene ningún archivo: {found}',
      expected: '',
      fix: 'Escriba un mapeo con la entidad y las columnas de cada archivo y déselo con --map.',
    },
    en: {
      message: 'Of none of the files can it be told what they hold: {found}',
      expected: '',
      fix: 'Write a mapping with the entity and columns of each file and give it with --map.',
    },
  },
  unsure_entity_unsure: {
    es: { message: 'Duda 1 de {doubts}: no está claro qué contiene {file}.', expected: '', fix: es },
    en: { message: 'Doubt 1 of {doubts}: it is not clear what {file} holds.', expected: '', fix: en },
  },
  unsure_id_missing: {
    es: {
      message: 'Duda 1 de {doubts}: en {file} ninguna columna parece el identificador.',
      expected: '',
      fix: `Diga cuál es, con «id: COLUMNA», o «id: {row: true}» si las filas no cambian. ${es}`,
    },
    en: {
      message: 'Doubt 1 of {doubts}: in {file} no column looks like the id.',
      expected: '',
      fix: `Say which one is, with "id: COLUMN", or "id: {row: true}" if rows do not change. ${en}`,
    },
  },
  unsure_status_unknown: {
    es: {
      message: 'Duda 1 de {doubts}: en {file} no se sabe qué oportunidades están abiertas, ganadas o perdidas.',
      expected: '',
      fix: `Añada «status: {from: COLUMNA, values: {…: won, …: lost, …: open}}». ${es}`,
    },
    en: {
      message: 'Doubt 1 of {doubts}: in {file} it cannot be told which opportunities are open, won or lost.',
      expected: '',
      fix: `Add "status: {from: COLUMN, values: {…: won, …: lost, …: open}}". ${en}`,
    },
  },
  unsure_date_order_ambiguous: {
    es: {
      message: 'Duda 1 de {doubts}: en la columna «{column}» de {file} no se sabe si va antes el día o el mes.',
      expected: '',
      fix: `Añada «dates» con uno de los formatos. ${es}`,
    },
    en: {
      message: 'Doubt 1 of {doubts}: in column "{column}" of {file} it cannot be told whether day or month comes first.',
      expected: '',
      fix: `Add "dates" with one of the patterns. ${en}`,
    },
  },
  unsure_number_ambiguous: {
    es: {
      message: 'Duda 1 de {doubts}: en la columna «{column}» de {file} no se sabe cuál es la marca decimal.',
      expected: '',
      fix: `Añada «format: {decimal: ","}» o «format: {decimal: "."}». ${es}`,
    },
    en: {
      message: 'Doubt 1 of {doubts}: in column "{column}" of {file} the decimal mark cannot be told.',
      expected: '',
      fix: `Add "format: {decimal: ","}" or "format: {decimal: "."}". ${en}`,
    },
  },
  unsure_entity_twice: {
    es: {
      message: 'Duda 1 de {doubts}: {file} y otro archivo parecen la misma entidad con columnas distintas.',
      expected: '',
      fix: es,
    },
    en: {
      message: 'Doubt 1 of {doubts}: {file} and another file look like the same entity with other columns.',
      expected: '',
      fix: en,
    },
  },
} satisfies ErrorTexts;
