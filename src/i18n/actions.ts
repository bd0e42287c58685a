import type { Language, Words } from './language.ts';

/** What kind of action it is. */
export const actionKindWords: Readonly<Record<string, Words>> = {
  campaign: { es: 'Campaña dirigida', en: 'Directed campaign' },
  coaching: { es: 'Capacitación', en: 'Coaching' },
  service: { es: 'Mejora del servicio', en: 'Better service' },
  product: { es: 'Producto', en: 'Product' },
  price: { es: 'Precio', en: 'Price' },
  process: { es: 'Forma de trabajar', en: 'Way of working' },
  data: { es: 'Datos', en: 'Data' },
  reengage: { es: 'Retomar un perdido', en: 'Take up a lost one' },
  call: { es: 'Llamada', en: 'Call' },
  promotion: { es: 'Promoción', en: 'Promotion' },
  gift: { es: 'Obsequio', en: 'Gift' },
  escalation: { es: 'Escalado', en: 'Escalation' },
  other: { es: 'Otra', en: 'Other' },
};

export const actionStatusWords: Readonly<Record<string, Words>> = {
  open: { es: 'Abierta', en: 'Open' },
  overdue: { es: 'Vencida', en: 'Overdue' },
  done: { es: 'Hecha', en: 'Done' },
  dropped: { es: 'Descartada', en: 'Dropped' },
};

/** Whether the effect is what was expected. */
export const metWords: Readonly<Record<string, Words>> = {
  reached: { es: 'Se consiguió lo que se esperaba.', en: 'What was expected was reached.' },
  missed: { es: 'No llegó a lo que se esperaba.', en: 'It fell short of what was expected.' },
  unsure: {
    es: 'Con lo que hay no se sabe si llegó a lo que se esperaba.',
    en: 'It cannot be told yet whether what was expected was reached.',
  },
};

export const actionEventWords: Readonly<Record<string, Words>> = {
  made: { es: 'Creada', en: 'Made' },
  changed: { es: 'Cambiada', en: 'Changed' },
  done: { es: 'Hecha', en: 'Done' },
  dropped: { es: 'Descartada', en: 'Dropped' },
  reopened: { es: 'Reabierta', en: 'Opened again' },
};

interface ActionWords {
  readonly columns: Readonly<Record<'due' | 'status' | 'kind' | 'title' | 'about' | 'owner' | 'id' | 'on', string>>;
  readonly none: string;
  readonly counts: string;
  readonly company: string;
  readonly saved: string;
  readonly done: string;
  readonly counted: string;
  readonly uncounted: string;
  readonly dropped: string;
  readonly reopened: string;
  readonly hypothesis: string;
  readonly expected: string;
  readonly share: string;
  readonly by: string;
  readonly cost: string;
  readonly outcome: string;
  readonly times: string;
  readonly each: string;
  readonly private: string;
}

const words: Readonly<Record<Language, ActionWords>> = {
  es: {
    columns: {
      due: 'Para',
      status: 'Estado',
      kind: 'Tipo',
      title: 'Acción',
      about: 'Sobre',
      owner: 'Responsable',
      id: 'Id',
      on: 'Cerrada',
    },
    none: 'No hay acciones. «cuadro actions --add» crea una; «cuadro plays» propone qué hacer.',
    counts: '{open} abiertas ({overdue} vencidas), {done} hechas, {dropped} descartadas.',
    company: 'la empresa',
    saved: 'Guardada ({id}).',
    done: 'Hecha el {on}.',
    counted: 'Los indicadores ya la cuentan ({batch}).',
    uncounted: 'Los indicadores ya no la cuentan ({batch}).',
    dropped: 'Descartada.',
    reopened: 'Vuelve a estar abierta.',
    hypothesis: 'Por qué debería funcionar',
    expected: 'Se espera',
    share: '{share} sobre lo que sería sin ella',
    by: 'hasta el {by}',
    cost: 'Coste',
    outcome: 'En qué quedó',
    times: 'Por cada euro gastado, {times} más.',
    each: 'Cada uno de diferencia ha costado {each}.',
    private: 'privada',
  },
  en: {
    columns: {
      due: 'Due',
      status: 'Status',
      kind: 'Kind',
      title: 'Action',
      about: 'About',
      owner: 'Owner',
      id: 'Id',
      on: 'Closed',
    },
    none: 'There are no actions. “cuadro actions --add” makes one; “cuadro plays” suggests what to do.',
    counts: '{open} open ({overdue} overdue), {done} done, {dropped} dropped.',
    company: 'the company',
    saved: 'Saved ({id}).',
    done: 'Done on {on}.',
    counted: 'KPIs count it now ({batch}).',
    uncounted: 'KPIs no longer count it ({batch}).',
    dropped: 'Dropped.',
    reopened: 'Open again.',
    hypothesis: 'Why it should help',
    expected: 'Expected',
    share: '{share} over what it would be without',
    by: 'by {by}',
    cost: 'Cost',
    outcome: 'What came of it',
    times: '{times} more for each unit of money spent.',
    each: 'Each one of difference cost {each}.',
    private: 'private',
  },
};

export const actionWords = (language: Language): ActionWords => words[language];

interface PlayWords {
  readonly added: string;
  readonly retired: string;
  readonly restored: string;
  readonly own: string;
  readonly noMore: string;
  readonly measure: string;
  readonly none: string;
  readonly saved: string;
  readonly of: string;
  readonly small: string;
  readonly columns: Readonly<Record<'play' | 'rate' | 'cases' | 'interval', string>>;
}

const wordsOfPlays: Readonly<Record<Language, PlayWords>> = {
  es: {
    added: 'Jugada guardada ({id}).',
    retired: 'Ya no se propone.',
    restored: 'Vuelve a proponerse.',
    own: 'propia',
    noMore: 'retirada',
    measure: 'Qué mirar',
    none: 'La libreta no tiene nada para esto.',
    saved: 'Clientes en riesgo que siguen, según lo primero que se hizo ({from} – {to})',
    of: '{kept} de {of}',
    small: 'pocos casos',
    columns: { play: 'Jugada', rate: 'Siguen', cases: 'Casos', interval: 'Intervalo 95 %' },
  },
  en: {
    added: 'Play saved ({id}).',
    retired: 'It is not suggested any more.',
    restored: 'It is suggested again.',
    own: 'own',
    noMore: 'retired',
    measure: 'What to look at',
    none: 'The book has nothing for this.',
    saved: 'Customers at risk who stayed, by what was done first ({from} – {to})',
    of: '{kept} of {of}',
    small: 'few cases',
    columns: { play: 'Play', rate: 'Stayed', cases: 'Cases', interval: '95 % interval' },
  },
};

export const playWords = (language: Language): PlayWords => wordsOfPlays[language];

interface AudienceWords {
  readonly written: string;
  readonly sent: string;
  readonly left: string;
}

const wordsOfAudiences: Readonly<Record<Language, AudienceWords>> = {
  es: {
    written: '{people} personas de «{segment}» en {file}.',
    sent: '{people} personas de «{segment}» enviadas en {messages} mensajes.',
    left: 'Fuera: {unsubscribed} de baja, {no_consent} sin consentimiento, {no_address} sin correo ni teléfono, {repeated} repetidas.',
  },
  en: {
    written: '{people} people of “{segment}” in {file}.',
    sent: '{people} people of “{segment}” sent in {messages} messages.',
    left: 'Left out: {unsubscribed} unsubscribed, {no_consent} without consent, {no_address} without e-mail or telephone, {repeated} twice.',
  },
};

export const audienceWords = (language: Language): AudienceWords => wordsOfAudiences[language];
