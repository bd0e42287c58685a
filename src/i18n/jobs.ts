import type { Language } from './language.ts';

/** What the command line says of jobs and of values as they were known. */
interface JobWords {
  readonly states: Readonly<Record<string, string>>;
  readonly columns: {
    readonly job: string;
    readonly state: string;
    readonly when: string;
    readonly tries: string;
    readonly outcome: string;
    readonly id: string;
  };
  readonly planned: { readonly task: string; readonly every: string; readonly next: string };
  readonly none: string;
  readonly onEvent: string;
  readonly queued: string;
  readonly pending: string;
  readonly cancelled: string;
  readonly stopping: string;
  readonly retried: string;
  readonly worked: string;
  readonly known: {
    readonly period: string;
    readonly variant: string;
    readonly group: string;
    readonly known: string;
    readonly since: string;
    readonly latest: string;
    readonly changes: string;
  };
  readonly notYet: string;
  readonly nothingKnown: string;
  readonly restated: string;
  readonly why: Readonly<Record<string, string>>;
}

const es: JobWords = {
  states: { waiting: 'en espera', running: 'en curso', done: 'hecha', failed: 'fallida', cancelled: 'cancelada' },
  columns: { job: 'Tarea', state: 'Estado', when: 'Cuándo', tries: 'Intentos', outcome: 'Resultado', id: 'ID' },
  planned: { task: 'Programada', every: 'Cron', next: 'Próxima vez' },
  none: 'Todavía no se ha hecho ninguna tarea. Las hace «cuadro serve» mientras está en marcha.',
  onEvent: 'al cambiar los datos',
  queued: 'En la cola: {job}. La hará el servidor en cuanto pueda; sin servidor: cuadro jobs --work',
  pending: 'Ya estaba en la cola: {job}',
  cancelled: 'Cancelada.',
  stopping: 'Está en curso: se le ha dicho que pare.',
  retried: 'En la cola otra vez.',
  worked: 'Tareas hechas: {count}',
  known: {
    period: 'Periodo',
    variant: 'Variante',
    group: 'Grupo',
    known: 'Se sabía',
    since: 'Desde',
    latest: 'Hoy se sabe',
    changes: 'Correcciones',
  },
  notYet: 'aún nada',
  nothingKnown:
    'No se guardó ningún valor. Se guardan tras cada carga mientras «cuadro serve» está en marcha, o con: cuadro jobs --run remember --work',
  restated: 'Correcciones',
  why: { data: 'cambiaron los datos', definition: 'cambió la definición', both: 'cambiaron los datos y la definición' },
};

const en: JobWords = {
  states: { waiting: 'waiting', running: 'under way', done: 'done', failed: 'failed', cancelled: 'cancelled' },
  columns: { job: 'Job', state: 'State', when: 'When', tries: 'Attempts', outcome: 'Outcome', id: 'ID' },
  planned: { task: 'Scheduled', every: 'Cron', next: 'Next' },
  none: 'No job has been done yet. "cuadro serve" does them while it runs.',
  onEvent: 'when data change',
  queued: 'Queued: {job}. The server does it as soon as it can; without a server: cuadro jobs --work',
  pending: 'Queued already: {job}',
  cancelled: 'Cancelled.',
  stopping: 'It is under way and has been told to stop.',
  retried: 'Queued again.',
  worked: 'Jobs done: {count}',
  known: {
    period: 'Period',
    variant: 'Variant',
    group: 'Group',
    known: 'Known then',
    since: 'Since',
    latest: 'Known now',
    changes: 'Restated',
  },
  notYet: 'nothing yet',
  nothingKnown: 'No value was kept. They are kept after each import while "cuadro serve" runs, or by: cuadro jobs --run remember --work',
  restated: 'Restatements',
  why: { data: 'the data changed', definition: 'the definition changed', both: 'data and definition changed' },
};

export const jobWords = (language: Language): JobWords => ({ es, en })[language];
