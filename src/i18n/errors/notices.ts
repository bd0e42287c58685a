import type { ErrorTexts } from './texts.ts';

export const noticeErrors = {
  channel_unknown: {
    es: { message: 'No hay ningún canal «{found}».', expected: 'el nombre o el id de un canal', fix: 'Véalos con «cuadro channels».' },
    en: { message: 'There is no channel “{found}”.', expected: 'the name or the id of a channel', fix: 'See them with “cuadro channels”.' },
  },
  channel_name_taken: {
    es: { message: 'Ya hay un canal «{found}».', expected: 'un nombre que no esté en uso', fix: 'Elija otro nombre, o cambie ese canal.' },
    en: {
      message: 'There is a channel “{found}” already.',
      expected: 'a name that is not in use',
      fix: 'Choose another name, or change that channel.',
    },
  },
  channel_url_needed: {
    es: {
      message: 'Falta la dirección del canal.',
      expected: 'la dirección que da Slack, Teams o su propio programa',
      fix: 'Indíquela: un canal nuevo no puede ir sin ella.',
    },
    en: {
      message: 'The address of the channel is missing.',
      expected: 'the address that Slack, Teams or your own program gives',
      fix: 'Give it: a new channel cannot be without one.',
    },
  },
  channel_url_invalid: {
    es: {
      message: 'La dirección del canal no se puede usar.',
      expected: 'https://servidor/…, sin usuario ni contraseña delante',
      fix: 'Cópiela entera de donde se la dan.',
    },
    en: {
      message: 'The address of the channel cannot be used.',
      expected: 'https://host/…, without user or password in front',
      fix: 'Copy the whole of it from where it is given.',
    },
  },
  channel_url_unreadable: {
    es: {
      message: 'No se puede leer el archivo {where}.',
      expected: 'un archivo con la dirección y nada más',
      fix: 'Compruebe la ruta y los permisos.',
    },
    en: {
      message: 'The file {where} cannot be read.',
      expected: 'a file with the address and nothing else',
      fix: 'Check the path and the permissions.',
    },
  },
  channel_url_plain: {
    es: {
      message: '«{found}» iría sin cifrar.',
      expected: 'https',
      fix: 'Use https, o añada ese servidor a «notices.private_hosts» si está en su red.',
    },
    en: {
      message: '“{found}” would go unencrypted.',
      expected: 'https',
      fix: 'Use https, or add that host to “notices.private_hosts” if it is in your network.',
    },
  },
  channel_host_private: {
    es: {
      message: '«{found}» está en una red privada.',
      expected: 'un servidor de internet',
      fix: 'Si es suyo, quien administra la instalación puede añadirlo a «notices.private_hosts» en cuadro.yaml.',
    },
    en: {
      message: '“{found}” is in a private network.',
      expected: 'a host of the internet',
      fix: 'If it is yours, whoever runs the installation can add it to “notices.private_hosts” in cuadro.yaml.',
    },
  },
  channel_sealed: {
    es: {
      message: 'La dirección del canal ya no se puede leer: el secreto de la instalación es otro.',
      expected: 'el secreto con el que se guardó',
      fix: 'Vuelva a indicar la dirección del canal.',
    },
    en: {
      message: 'The address of the channel can no longer be read: the secret of the installation is another.',
      expected: 'the secret it was kept under',
      fix: 'Give the address of the channel again.',
    },
  },
  channel_timeout: {
    es: {
      message: 'El canal no ha contestado en {found} s.',
      expected: 'una respuesta a tiempo',
      fix: 'Se vuelve a intentar. Si sigue así, mire el servidor que recibe los avisos.',
    },
    en: {
      message: 'The channel has not answered within {found} s.',
      expected: 'an answer in time',
      fix: 'It is tried again. If it stays so, look at the server that gets the notices.',
    },
  },
  channel_unreachable: {
    es: {
      message: 'No se llega al canal ({found}).',
      expected: 'un servidor que conteste',
      fix: 'Se vuelve a intentar. Compruebe el servidor y la red.',
    },
    en: {
      message: 'The channel cannot be reached ({found}).',
      expected: 'a server that answers',
      fix: 'It is tried again. Check the server and the network.',
    },
  },
  channel_redirected: {
    es: {
      message: 'El canal remite a otra dirección ({found}).',
      expected: 'una respuesta 2xx de esa misma dirección',
      fix: 'Indique la dirección definitiva.',
    },
    en: {
      message: 'The channel sends elsewhere ({found}).',
      expected: 'a 2xx answer from that very address',
      fix: 'Give the final address.',
    },
  },
  channel_refused: {
    es: {
      message: 'El canal no ha aceptado el aviso ({found}).',
      expected: 'una respuesta 2xx',
      fix: 'Se vuelve a intentar. Compruebe que la dirección sigue en vigor.',
    },
    en: {
      message: 'The channel has not taken the notice ({found}).',
      expected: 'a 2xx answer',
      fix: 'It is tried again. Check that the address is still good.',
    },
  },
  channel_answer_wrong: {
    es: {
      message: 'El canal contesta {found}, pero dice que no ha podido.',
      expected: 'la respuesta de Slack, de Teams o de su programa',
      fix: 'Compruebe que la dirección es la del canal y no la de una página.',
    },
    en: {
      message: 'The channel answers {found} but says that it could not.',
      expected: 'the answer of Slack, of Teams or of your program',
      fix: 'Check that the address is that of the channel and not of a page.',
    },
  },
  unsubscribe_invalid: {
    es: {
      message: 'El enlace no es de un correo de Cuadro.',
      expected: 'el enlace entero, como está en el correo',
      fix: 'Cópielo entero, o cambie sus avisos en Ajustes.',
    },
    en: {
      message: 'The link is not from a message of Cuadro.',
      expected: 'the whole link, as it is in the message',
      fix: 'Copy the whole of it, or change your notices in Settings.',
    },
  },
} satisfies ErrorTexts;
