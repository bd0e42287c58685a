import type { ErrorTexts } from './texts.ts';

/** Accounts and rights. */
export const accessErrors = {
  forbidden: {
    es: {
      message: 'Su papel ({found}) no da derecho a esto.',
      expected: 'un papel con el permiso «{expected}»',
      fix: 'Pídaselo a quien administra Cuadro en su empresa.',
    },
    en: {
      message: 'Your role ({found}) gives no right to this.',
      expected: 'a role with the permission "{expected}"',
      fix: 'Ask whoever administers Cuadro in your company.',
    },
  },
  owner_only: {
    es: {
      message: 'Solo un propietario puede hacer esto a otro propietario o nombrar a uno; su papel es {found}.',
      expected: 'un propietario, en persona o en la propia máquina',
      fix: 'Pídaselo a un propietario, o use «cuadro member» en la máquina donde está el espacio de trabajo.',
    },
    en: {
      message: 'Only an owner may do this to an owner or name one; your role is {found}.',
      expected: 'an owner, in person or at the machine itself',
      fix: 'Ask an owner, or use "cuadro member" on the machine that has the workspace.',
    },
  },
  last_owner: {
    es: {
      message: 'Es el único propietario activo que queda: no se le puede quitar ni cambiar de papel.',
      expected: 'otro propietario antes',
      fix: 'Nombre antes a otro propietario.',
    },
    en: {
      message: 'This is the last active owner: they cannot be removed or given another role.',
      expected: 'another owner first',
      fix: 'Name another owner first.',
    },
  },
  member_unknown: {
    es: {
      message: 'No hay nadie con cuenta que sea «{found}».',
      expected: 'la dirección de correo o el identificador de alguien con cuenta',
      fix: 'Vea quién tiene cuenta con «cuadro people».',
    },
    en: {
      message: 'Nobody with an account is "{found}".',
      expected: 'the e-mail address or the id of someone with an account',
      fix: 'See who has an account with "cuadro people".',
    },
  },
  member_exists: {
    es: {
      message: '{found} ya tiene cuenta.',
      expected: 'una dirección sin cuenta',
      fix: 'Cambie sus derechos con «cuadro member», o dé otra dirección.',
    },
    en: {
      message: '{found} has an account already.',
      expected: 'an address without an account',
      fix: 'Change their rights with "cuadro member", or give another address.',
    },
  },
  member_needed: {
    es: {
      message: 'Diga de quién: la línea de órdenes no es nadie en particular.',
      expected: 'una dirección de correo',
      fix: 'Añada --member CORREO.',
    },
    en: { message: 'Say whose: the command line is nobody in particular.', expected: 'an e-mail address', fix: 'Add --member EMAIL.' },
  },
  segment_needed: {
    es: {
      message: 'Falta el nombre del segmento cuyas filas puede ver.',
      expected: 'el nombre de un segmento de cuadro.yaml',
      fix: 'Vea los segmentos que hay con «cuadro segments».',
    },
    en: {
      message: 'The name of the segment whose rows they may see is missing.',
      expected: 'the name of a segment of cuadro.yaml',
      fix: 'See which segments there are with "cuadro segments".',
    },
  },
  segment_unknown: {
    es: {
      message: 'No hay ningún segmento «{found}».',
      expected: 'el nombre de un segmento de cuadro.yaml',
      fix: 'Vea los segmentos que hay con «cuadro segments».',
    },
    en: {
      message: 'There is no segment "{found}".',
      expected: 'the name of a segment of cuadro.yaml',
      fix: 'See which segments there are with "cuadro segments".',
    },
  },
  invitation_invalid: {
    es: {
      message: 'Este enlace no vale: ya se usó, ha caducado o no es de aquí.',
      expected: 'el último enlace recibido, sin usar',
      fix: 'Pida otro a quien le invitó. El del primer arranque lo da «cuadro serve» cada vez que empieza, mientras no haya cuentas.',
    },
    en: {
      message: 'This link is no good: it was used, has expired or is not from here.',
      expected: 'the latest link you were given, unused',
      fix: 'Ask whoever invited you for another. That of the first run is printed by "cuadro serve" at each start while there are no accounts.',
    },
  },
  invitation_unknown: {
    es: {
      message: 'No hay ninguna invitación abierta «{found}».',
      expected: 'el identificador de una invitación sin usar',
      fix: 'Véalas con «cuadro people».',
    },
    en: {
      message: 'There is no open invitation "{found}".',
      expected: 'the id of an unused invitation',
      fix: 'See them with "cuadro people".',
    },
  },
  password_short: {
    es: { message: 'La contraseña es demasiado corta.', expected: '{least} caracteres o más; una frase vale', fix: 'Elija una más larga.' },
    en: { message: 'The password is too short.', expected: '{least} characters or more; a phrase will do', fix: 'Choose a longer one.' },
  },
  password_long: {
    es: { message: 'La contraseña es demasiado larga.', expected: '{most} caracteres como mucho', fix: 'Elija una más corta.' },
    en: { message: 'The password is too long.', expected: '{most} characters at most', fix: 'Choose a shorter one.' },
  },
  password_common: {
    es: {
      message: 'Esa contraseña es de las primeras que se prueban, o es su propio nombre o dirección.',
      expected: 'una frase que solo usted diría',
      fix: 'Elija otra.',
    },
    en: {
      message: 'That password is among the first that are tried, or is your own name or address.',
      expected: 'a phrase that only you would say',
      fix: 'Choose another.',
    },
  },
  secret_unusable: {
    es: {
      message: 'El secreto que firma las sesiones ({where}) no se puede usar: está vacío o es demasiado corto.',
      expected: '32 letras o más',
      fix: 'Dé uno más largo. Si el archivo se ha dañado, restáurelo de una copia; con otro secreto, todos tendrán que volver a entrar y a poner su segundo factor.',
    },
    en: {
      message: 'The secret that signs sessions ({where}) cannot be used: it is empty or too short.',
      expected: '32 letters or more',
      fix: 'Give a longer one. If the file is damaged, restore it from a backup; with another secret everyone has to sign in and set up their second factor again.',
    },
  },
  key_permissions: {
    es: {
      message: 'Una clave no puede dar más derechos que quien la crea: {found}.',
      expected: 'permisos que usted tenga',
      fix: 'Quite de la clave los permisos que le faltan.',
    },
    en: {
      message: 'A key cannot give more rights than whoever makes it has: {found}.',
      expected: 'permissions that you have',
      fix: 'Take the permissions you lack off the key.',
    },
  },
  key_unknown: {
    es: { message: 'No tiene ninguna clave «{found}».', expected: 'el identificador de una clave suya', fix: 'Véalas con «cuadro key».' },
    en: { message: 'You have no key "{found}".', expected: 'the id of a key of yours', fix: 'See them with "cuadro key".' },
  },
  session_unknown: {
    es: {
      message: 'No tiene ninguna sesión «{found}».',
      expected: 'el identificador de una sesión suya',
      fix: 'Mire la lista de sesiones.',
    },
    en: { message: 'You have no session "{found}".', expected: 'the id of a session of yours', fix: 'Look at the list of sessions.' },
  },
  not_with_key: {
    es: {
      message: 'Esto no se hace con una clave de API.',
      expected: 'una persona que haya iniciado sesión',
      fix: 'Inicie sesión en Cuadro.',
    },
    en: { message: 'This is not done with an API key.', expected: 'a person who is signed in', fix: 'Sign in to Cuadro.' },
  },
  expiry_past: {
    es: { message: 'La fecha en que caduca ya ha pasado.', expected: 'un día futuro', fix: 'Dé una fecha posterior.' },
    en: { message: 'The date of expiry is in the past.', expected: 'a day in the future', fix: 'Give a later date.' },
  },
  board_unknown: {
    es: {
      message: 'No tiene ningún tablero «{found}».',
      expected: 'el identificador de un tablero suyo o de la empresa',
      fix: 'Mire la lista de tableros.',
    },
    en: {
      message: 'You have no board "{found}".',
      expected: "the id of a board of yours or of the company's",
      fix: 'Look at the list of boards.',
    },
  },
  board_changed: {
    es: {
      message: 'Alguien ha guardado el tablero «{found}» mientras usted lo editaba; lo suyo no se ha guardado.',
      expected: 'el tablero tal como está ahora',
      fix: 'Vea cómo está ahora y repita su cambio, guarde lo suyo como copia o, sin decir versión, guárdelo encima.',
    },
    en: {
      message: 'Someone has saved the board "{found}" while you were editing it; yours was not saved.',
      expected: 'the board as it is now',
      fix: 'Look at it as it is now and repeat your change, save yours as a copy or, giving no version, save it over theirs.',
    },
  },
  no_rights: {
    es: {
      message: 'Sus permisos no alcanzan a ver esto ({where}): son datos de toda la empresa, de otras personas, o importes.',
      expected: 'algo que se calcule con lo que usted puede ver',
      fix: 'Pregunte por lo suyo, o pida a quien administra Cuadro que amplíe sus permisos.',
    },
    en: {
      message: 'This is beyond what you may see ({where}): data of the whole company, of other people, or amounts.',
      expected: 'something that can be worked out from what you may see',
      fix: 'Ask about what is yours, or ask whoever administers Cuadro for wider rights.',
    },
  },
  field_hidden: {
    es: {
      message: 'No puede filtrar, agrupar ni definir por {found} ({where}): para usted es un dato oculto.',
      expected: 'un campo que no sea personal ni un importe',
      fix: 'Use otro campo. Si es una columna propia sin datos personales ni importes, puede declararse en «rights.safe_columns» de cuadro.yaml.',
    },
    en: {
      message: 'You cannot filter, group or define by {found} ({where}): it is hidden from you.',
      expected: 'a field that is neither personal nor an amount',
      fix: 'Use another field. A column of your own without personal data or amounts can be declared in "rights.safe_columns" of cuadro.yaml.',
    },
  },
  small_group: {
    es: {
      message: 'Son tan pocos ({where}) que se sabría de quién se trata.',
      expected: 'al menos {below} casos',
      fix: 'Amplíe el periodo o quite filtros.',
    },
    en: {
      message: 'So few stand behind it ({where}) that they could be told apart.',
      expected: 'at least {below} cases',
      fix: 'Widen the period or take filters off.',
    },
  },
} satisfies ErrorTexts;
