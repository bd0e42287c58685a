import type { ErrorTexts } from './texts.ts';

/** What the server refuses for its own and its users' safety, and uploads. */
export const httpErrors = {
  host_unknown: {
    es: {
      message: 'Este servidor no responde a ese nombre.',
      expected: '',
      fix: 'Entre por localhost o por la dirección pública; quien administra Cuadro la fija con server.public_url.',
    },
    en: {
      message: 'This server does not answer to that name.',
      expected: '',
      fix: 'Come by localhost or by the public address; whoever administers Cuadro sets it by server.public_url.',
    },
  },
  origin_refused: {
    es: {
      message: 'La petición viene de otra página y no se atiende.',
      expected: '',
      fix: 'Hágalo desde Cuadro, o con una clave de API y sin cookies.',
    },
    en: {
      message: 'The request comes from another page and is not taken.',
      expected: '',
      fix: 'Do it from within Cuadro, or with an API key and no cookies.',
    },
  },
  server_closing: {
    es: { message: 'Cuadro se está parando.', expected: '', fix: 'Repita la petición dentro de un momento.' },
    en: { message: 'Cuadro is shutting down.', expected: '', fix: 'Repeat the request in a moment.' },
  },
  server_busy: {
    es: { message: 'Hay demasiadas consultas en cola.', expected: '', fix: 'Espere un momento y repita la petición.' },
    en: { message: 'Too many queries are waiting.', expected: '', fix: 'Wait a moment and repeat the request.' },
  },
  upload_unknown: {
    es: { message: 'No hay ninguna subida con ese identificador.', expected: '', fix: 'Quizá caducó: vuelva a subir el archivo.' },
    en: { message: 'There is no upload by that identifier.', expected: '', fix: 'It may have expired: upload the file again.' },
  },
  upload_invalid: {
    es: { message: 'La subida no es válida ({found}).', expected: '', fix: 'Siga el protocolo tus 1.0.0; véase /api.' },
    en: { message: 'The upload is not valid ({found}).', expected: '', fix: 'Follow the tus protocol 1.0.0; see /api.' },
  },
  upload_too_large: {
    es: {
      message: 'El archivo es demasiado grande, o tiene demasiadas subidas a la vez.',
      expected: '',
      fix: 'Divídalo o comprímalo con gzip, o borre subidas que ya no necesite.',
    },
    en: {
      message: 'The file is too large, or you have too many uploads at once.',
      expected: '',
      fix: 'Split it or compress it with gzip, or delete uploads that you no longer need.',
    },
  },
  upload_offset: {
    es: { message: 'La subida no va por ahí.', expected: '', fix: 'Pregunte con HEAD por dónde va y siga desde ese byte.' },
    en: { message: 'The upload is not at that byte.', expected: '', fix: 'Ask by HEAD where it is and go on from there.' },
  },
  upload_busy: {
    es: { message: 'Otra conexión está escribiendo en esta subida.', expected: '', fix: 'Espere a que termine y pregunte por dónde va.' },
    en: { message: 'Another connection is writing to this upload.', expected: '', fix: 'Wait until it ends and ask where the upload is.' },
  },
  upload_damaged: {
    es: {
      message: 'Lo recibido no coincide con su suma de comprobación.',
      expected: '',
      fix: 'Se ha descartado; envíe de nuevo ese trozo.',
    },
    en: { message: 'What came does not match its checksum.', expected: '', fix: 'It has been dropped; send that piece again.' },
  },
  upload_incomplete: {
    es: { message: 'La subida no ha terminado.', expected: '', fix: 'Termine de subir el archivo y repita.' },
    en: { message: 'The upload is not complete.', expected: '', fix: 'Finish uploading the file, then repeat.' },
  },
  path_refused: {
    es: {
      message: 'Por la red no se admiten rutas del servidor ({found}).',
      expected: 'upload:IDENTIFICADOR',
      fix: 'Suba antes el archivo y dé su identificador.',
    },
    en: {
      message: 'Over the network paths of the server are not taken ({found}).',
      expected: 'upload:IDENTIFIER',
      fix: 'Upload the file first and give its identifier.',
    },
  },
} satisfies ErrorTexts;
