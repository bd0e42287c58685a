import type { ErrorTexts } from './texts.ts';

/** What Cuadro does by itself: refreshes, backups, housekeeping. */
export const jobErrors = {
  job_unknown: {
    es: {
      message: 'No hay ninguna tarea programada que se llame «{found}».',
      expected: 'una de: {expected}',
      fix: 'Vea las que hay con «cuadro jobs». Las actualizaciones salen de «sources» en cuadro.yaml; las copias, de «backups.folder».',
    },
    en: {
      message: 'There is no scheduled task called "{found}".',
      expected: 'one of: {expected}',
      fix: 'See them with "cuadro jobs". Refreshes come from "sources" in cuadro.yaml; backups from "backups.folder".',
    },
  },
  job_missing: {
    es: { message: 'No hay ninguna tarea con el identificador «{found}».', expected: '', fix: 'Vea las que hay con «cuadro jobs».' },
    en: { message: 'There is no job with the id "{found}".', expected: '', fix: 'See them with "cuadro jobs".' },
  },
  job_over: {
    es: { message: 'La tarea «{found}» ya ha terminado ({state}).', expected: '', fix: 'No hay nada que cancelar.' },
    en: { message: 'Job "{found}" is over already ({state}).', expected: '', fix: 'There is nothing to cancel.' },
  },
  job_not_given_up: {
    es: {
      message: 'La tarea «{found}» no se puede repetir: está en «{state}».',
      expected: 'una tarea fallida o cancelada',
      fix: 'Para hacerla otra vez ahora: «cuadro jobs --run NOMBRE».',
    },
    en: {
      message: 'Job "{found}" cannot be tried again: it is "{state}".',
      expected: 'a failed or cancelled job',
      fix: 'To do it once more now: "cuadro jobs --run NAME".',
    },
  },
  job_kind_unknown: {
    es: {
      message: 'Esta versión de Cuadro no sabe hacer tareas de tipo «{found}».',
      expected: '',
      fix: 'La puso en la cola otra versión. Actualice todos los servidores a la misma.',
    },
    en: {
      message: 'This version of Cuadro does not know jobs of the kind "{found}".',
      expected: '',
      fix: 'Another version put it in the queue. Update all servers to the same one.',
    },
  },
  job_lost: {
    es: {
      message: 'El servidor que hacía la tarea se ha caído o se ha quedado sin respuesta.',
      expected: '',
      fix: 'Si se repite, mire memoria y disco del servidor. Para intentarlo otra vez: «cuadro jobs --retry ID».',
    },
    en: {
      message: 'The server that was doing the job died or stopped answering.',
      expected: '',
      fix: 'If it happens again, look at the memory and disk of the server. To try again: "cuadro jobs --retry ID".',
    },
  },
  job_source_unknown: {
    es: {
      message: 'En {where} ya no hay ningún origen «{found}» en «sources».',
      expected: '',
      fix: 'Vuelva a ponerlo, o cancele la tarea.',
    },
    en: {
      message: 'In {where} there is no source "{found}" under "sources" any more.',
      expected: '',
      fix: 'Put it back, or cancel the job.',
    },
  },
  job_file_unsettled: {
    es: {
      message: 'El archivo {where} acaba de cambiar: puede que aún se esté escribiendo.',
      expected: '',
      fix: 'Se intentará de nuevo en unos segundos. Mejor dejar los archivos con otro nombre (.part) y cambiarlo al acabar.',
    },
    en: {
      message: 'The file {where} has just changed: someone may still be writing it.',
      expected: '',
      fix: 'It will be tried again in a while. Better to write files under another name (.part) and rename them when done.',
    },
  },
} satisfies ErrorTexts;
