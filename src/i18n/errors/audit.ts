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
} satisfies ErrorTexts;
