import type { BadInput } from '../case.ts';
import { deals, dealsOf, entry } from '../case.ts';

const dated = 'id,amount,created_at\na,10.50,03/04/2026\nb,20.25,05/06/2026\n';
const comma = 'id,amount,created_at\na,"9,999",2026-01-05\nb,"1,234",2026-01-06\n';

/** What can be read in two ways is asked, never guessed. */
export const recognition: readonly BadInput[] = [
  {
    cause: 'dates that may be day first or month first',
    files: { 'a.csv': dated },
    mapping: dealsOf('a.csv'),
    expects: {
      exit: 2,
      code: 'ambiguous_dates',
      where: 'columns.created_at',
      offers: 'DD/MM/YYYY',
      es: 'Las fechas de «created_at» se pueden leer de varias formas',
      en: 'The dates of "created_at" can be read in several ways',
    },
  },
  {
    cause: 'numbers whose comma may part thousands or decimals',
    files: { 'a.csv': comma },
    mapping: dealsOf('a.csv'),
    expects: {
      exit: 2,
      code: 'ambiguous_number',
      where: 'columns.amount',
      es: 'Los números de «amount» se pueden leer de dos formas (mapping.yaml:2:5 files[0].columns.amount): 9,999 · 1,234',
      en: 'The numbers of "amount" can be read in two ways (mapping.yaml:2:5 files[0].columns.amount): 9,999 · 1,234',
    },
  },
  {
    cause: 'without a mapping, a file that nobody can tell',
    files: { 'a.csv': 'foo,bar\n1,2\n3,4\n' },
    expects: {
      exit: 2,
      code: 'nothing_recognised',
      es: 'No se reconoce qué contiene ningún archivo: a.csv',
      en: 'Of none of the files can it be told what they hold: a.csv',
    },
  },
  {
    cause: 'without a mapping, dates that may be day first or month first',
    files: {
      'opportunities.csv':
        'Opportunity ID,Opportunity Name,Stage,Amount,Created Date\n1,A,Closed Won,10.50,03/04/2026\n2,B,Closed Lost,20.25,05/06/2026\n',
    },
    expects: {
      exit: 2,
      code: 'unsure_date_order_ambiguous',
      es: 'Duda 1 de 1: en la columna «Created Date» de opportunities.csv no se sabe si va antes el día o el mes.',
      en: 'Doubt 1 of 1: in column "Created Date" of opportunities.csv it cannot be told whether day or month comes first.',
    },
  },
  {
    cause: 'rejected rows where --strict allows none',
    files: { 'a.csv': deals.replace('20.25', 'mucho') },
    mapping: dealsOf('a.csv'),
    options: ['--strict'],
    expects: {
      exit: 2,
      code: 'rows_rejected',
      es: 'Con --strict no se admite ningún rechazo y hay 1 filas rechazadas: no se ha importado nada.',
      en: 'With --strict nothing may be rejected, and 1 rows are: nothing was imported.',
    },
  },
  {
    cause: 'a date pattern that is none',
    files: { 'a.csv': deals },
    mapping: entry('a.csv', 'opportunity', 'id: id, created_at: { from: created_at, dates: QQQQ }'),
    expects: {
      exit: 2,
      code: 'invalid_date_pattern',
      es: 'El formato de fecha «QQQQ» no se entiende.',
      en: 'The date pattern "QQQQ" cannot be read.',
    },
  },
  {
    cause: 'a date pattern without a year',
    files: { 'a.csv': deals },
    mapping: dealsOf('a.csv', '    format: { dates: D/M }\n'),
    expects: {
      exit: 2,
      code: 'invalid_date_pattern',
      es: 'El formato de fecha «D/M» no se entiende.',
      en: 'The date pattern "D/M" cannot be read.',
    },
  },
];
