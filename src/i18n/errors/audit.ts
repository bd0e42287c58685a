import type { ErrorTexts } from './texts.ts';

/** The audit log, training, erasure. */
export const auditErrors = {
  audit_unwritable: {
    es: {
      message: 'No se ha podido anotar en el registro de auditoría, así que no se entrega el resultado. {found}',
      expected: '',
      fix: 'Compruebe espacio y permisos del almacén («cuadro doctor»). Si la operación cambiaba algo, el cambio puede estar hecho: mírelo antes de repetirla.',
    },
    en: {
      message: 'The audit log could not be written, so the result is not given. {found}',
      expected: '',
      fix: 'Check space and permissions of the store ("cuadro doctor"). If the operation was to change something, it may have: look before repeating it.',
    },
  },
  training_due: {
    es: {
      message: 'Este derecho («{expected}») pide una formación vigente, y la suya no lo está (hasta {found}).',
      expected: '',
      fix: 'Haga la formación y pida a quien administra Cuadro que la anote.',
    },
    en: {
      message: 'This right ("{expected}") asks for a training in force, and yours is not (until {found}).',
      expected: '',
      fix: 'Take the training and ask whoever administers Cuadro to record it.',
    },
  },
  training_own: {
    es: { message: 'Nadie anota su propia formación.', expected: '', fix: 'Pídaselo a otra persona con derecho a administrar cuentas.' },
    en: { message: 'Nobody records their own training.', expected: '', fix: 'Ask someone else who may administer accounts.' },
  },
  training_future: {
    es: { message: 'La formación no puede haberse superado en el futuro.', expected: 'una fecha hasta hoy', fix: 'Corrija la fecha.' },
    en: { message: 'A training cannot have been passed in the future.', expected: 'a date up to today', fix: 'Mend the date.' },
  },
  restore_store_not_empty: {
    es: {
      message: 'La base de datos de {where} ya tiene cuentas o registro de auditoría.',
      expected: 'una base de datos vacía',
      fix: 'Indique otra en DATABASE_URL: restaurar no sobrescribe nada.',
    },
    en: {
      message: 'The database of {where} has accounts or an audit log already.',
      expected: 'an empty database',
      fix: 'Name another in DATABASE_URL: restoring overwrites nothing.',
    },
  },
  person_unclear: {
    es: {
      message: 'No está claro de quién se trata.',
      expected: 'un contacto, un lead, un usuario o un e-mail: uno solo',
      fix: 'Indique solo uno.',
    },
    en: {
      message: 'It is not clear who is meant.',
      expected: 'a contact, a lead, a user or an e-mail: one of them',
      fix: 'Name only one.',
    },
  },
  person_unknown: {
    es: { message: 'No se guarda nada de esa persona.', expected: '', fix: 'Compruebe el identificador o la dirección, y la fuente.' },
    en: { message: 'Nothing is held about that person.', expected: '', fix: 'Check the id or address, and the source.' },
  },
} satisfies ErrorTexts;
