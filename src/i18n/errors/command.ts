import type { ErrorTexts } from './texts.ts';

/** The call itself: commands, options, arguments, their values. */
export const commandErrors = {
  unknown_command: {
    es: { message: 'No hay ninguna orden «{found}».', expected: '', fix: 'Vea las que hay con: cuadro --help' },
    en: { message: 'There is no command "{found}".', expected: '', fix: 'See those there are with: cuadro --help' },
  },
  unknown_option: {
    es: { message: 'La orden no tiene la opción {found}.', expected: '', fix: 'Vea sus opciones con: cuadro {command} --help' },
    en: { message: 'The command has no option {found}.', expected: '', fix: 'See its options with: cuadro {command} --help' },
  },
  option_without_value: {
    es: { message: 'A la opción {where} le falta el valor.', expected: '', fix: 'Escríbala así: {where} VALOR' },
    en: { message: 'The option {where} lacks its value.', expected: '', fix: 'Write it so: {where} VALUE' },
  },
  option_takes_no_value: {
    es: { message: 'La opción {where} no lleva valor.', expected: '{where}', fix: 'Quítele el valor.' },
    en: { message: 'The option {where} takes no value.', expected: '{where}', fix: 'Leave the value out.' },
  },
  option_given_twice: {
    es: { message: 'La opción {where} está dos veces.', expected: '', fix: 'Déjela una sola vez.' },
    en: { message: 'The option {where} is given twice.', expected: '', fix: 'Give it once.' },
  },
  option_missing: {
    es: { message: 'Falta la opción {where}.', expected: '{where} …', fix: 'Vea un ejemplo con: cuadro {command} --help' },
    en: { message: 'The option {where} is missing.', expected: '{where} …', fix: 'See an example with: cuadro {command} --help' },
  },
  option_invalid: {
    es: { message: 'El valor «{found}» no vale para {where}.', expected: '', fix: 'Dé un valor de los esperados.' },
    en: { message: 'The value "{found}" does not fit {where}.', expected: '', fix: 'Give one of the values expected.' },
  },
  argument_missing: {
    es: { message: 'A la orden le falta {where}.', expected: '', fix: 'Vea cómo se usa con: cuadro {command} --help' },
    en: { message: 'The command lacks {where}.', expected: '', fix: 'See how it is used with: cuadro {command} --help' },
  },
  argument_unexpected: {
    es: { message: 'Sobra «{found}».', expected: '', fix: 'Vea cómo se usa con: cuadro {command} --help' },
    en: { message: '"{found}" is one argument too many.', expected: '', fix: 'See how it is used with: cuadro {command} --help' },
  },
  condition_invalid: {
    es: {
      message: 'La condición «{found}» no se entiende.',
      expected: 'DIMENSIÓN=VALOR, !=, >=, <=, o DIMENSIÓN= para las filas sin valor',
      fix: "Escríbala entre comillas: --where 'owner.name=Ana'",
    },
    en: {
      message: 'The condition "{found}" cannot be read.',
      expected: 'DIMENSION=VALUE, !=, >=, <=, or DIMENSION= for rows without one',
      fix: "Write it in quotes: --where 'owner.name=Ana'",
    },
  },
  input_invalid: {
    es: { message: 'El valor de {where} no es válido.', expected: '', fix: 'Dé un valor de los esperados.' },
    en: { message: 'The value of {where} is not valid.', expected: '', fix: 'Give one of the values expected.' },
  },
  unknown_operation: {
    es: {
      message: 'El servidor no conoce la operación «{found}».',
      expected: '',
      fix: 'Vuelva a arrancar el servidor con esta versión de Cuadro.',
    },
    en: {
      message: 'The server does not know the operation "{found}".',
      expected: '',
      fix: 'Start the server again with this version of Cuadro.',
    },
  },
  server_lost: {
    es: {
      message: 'El servidor que tiene abierto este espacio de trabajo ha dejado de contestar.',
      expected: '',
      fix: 'Repita la orden; si el servidor se ha parado, se hará sin él.',
    },
    en: {
      message: 'The server that holds this workspace has stopped answering.',
      expected: '',
      fix: 'Run the command again; if the server is gone, it will do without it.',
    },
  },
  port_unavailable: {
    es: { message: 'No se puede escuchar en {where}.', expected: '', fix: 'Elija otro con --port o --host.' },
    en: { message: 'Cannot listen on {where}.', expected: '', fix: 'Choose another with --port or --host.' },
  },
  page_failed: {
    es: { message: 'La página no se ha podido preparar: {found}', expected: '', fix: 'Compruebe los datos con «cuadro check».' },
    en: { message: 'The page could not be made: {found}', expected: '', fix: 'Check the data with "cuadro check".' },
  },
  internal_error: {
    es: {
      message: 'Cuadro ha fallado: {found}',
      expected: '',
      fix: 'No se ha cambiado nada. Si se repite, avise a quien mantiene Cuadro con este mensaje.',
    },
    en: { message: 'Cuadro failed: {found}', expected: '', fix: 'Nothing was changed. If it happens again, report it with this message.' },
  },
} satisfies ErrorTexts;
