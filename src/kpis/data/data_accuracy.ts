import { partOf, sum } from '../../metrics/build.ts';
import { field } from '../../metrics/expression.ts';
import type { CumulativeMetric, SimpleMetric } from '../../metrics/metric.ts';
import { defineKpi } from '../kpi.ts';

const total = (of: 'passed' | 'checked'): SimpleMetric => sum('check_result', field(of), { at: 'month' });
const soFar = (of: SimpleMetric): CumulativeMetric => ({ kind: 'cumulative', of, to_date: 'ever' });

const entered = partOf(total('passed'), total('checked'));

const given = {
  user: [{ id: 'u1' }],
  lead: [
    { id: 'l1', created_at: '2024-01-10', name: 'Ana', email: 'ana@nava.example', owner_id: 'u1', qualified_at: '2024-01-12' },
    { id: 'l2', created_at: '2024-01-20', name: 'Luis', email: 'luis(arroba)nava.example', owner_id: 'u1', qualified_at: '2024-01-02' },
    { id: 'l3', created_at: '2024-02-05', name: null, email: null, owner_id: 'gone' },
    { id: 'l4', created_at: '2024-01-20', name: null, email: 'x', owner_id: null, is_test: true },
  ],
};
const months = { from: '2024-01-01', to: '2024-03-31', grain: 'month' } as const;

export default defineKpi({
  id: 'data_accuracy',
  ref: 'K-124',
  area: 'data',
  band: 'adoption',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['quality', 'work_effectiveness'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {},
  variants: {
    default: { label: { es: 'De los registros del periodo', en: 'Of the period’s records' }, metric: () => entered },
    so_far: {
      label: { es: 'De todos los registros hasta la fecha', en: 'Of all records so far' },
      metric: () => partOf(soFar(total('passed')), soFar(total('checked'))),
    },
  },
  defaults: ['default'],
  needs: [
    [
      'lead.created_at',
      'opportunity.created_at',
      'account.created_at',
      'contact.created_at',
      'quote.sent_at',
      'order.ordered_at',
      'contract.started_at',
      'invoice.issued_on',
      'ticket.opened_at',
      'activity.occurred_at',
      'delivery.created_at',
    ],
  ],
  terms: [],
  drillBy: ['entity', 'aspect', 'field', 'check'],
  grain: 'month',
  minimumSample: 10,
  guards: ['crm_adoption_rate', 'duplicate_rate'],
  partner: null,
  decomposition: null,
  seed: 'S4 L9-11',
  source: 'DAMA-DMBOK, data quality dimensions; ISO/IEC 25012',
  texts: {
    es: {
      name: 'Exactitud de los datos',
      question: '¿Se puede uno fiar de lo que hay en el CRM?',
      definition:
        'Comprobaciones superadas entre comprobaciones hechas sobre los registros que empiezan en el periodo: campos imprescindibles rellenos, correos con forma de correo, importes que no son negativos, referencias a registros que existen, fechas en orden, nada abierto con la fecha vencida ni apuntado más de una semana tarde.',
      formula: 'Comprobaciones superadas / comprobaciones hechas',
      why: 'Todos los demás KPI se apoyan en estos datos: un 5 % de fallos en el motivo de pérdida no importa; en el importe o el propietario, lo tuerce todo.',
      rise: 'Compruebe que se arregla el origen (formulario, importación, formación) y no solo los registros viejos: compare con la variante que mira todo lo acumulado.',
      fall: 'Desglose por entidad y campo: casi siempre es un campo que ha dejado de ser obligatorio, una importación nueva o un equipo. Vea quién lo introduce y arregle la entrada antes que los datos.',
      caveats:
        'Mide lo que se puede comprobar sin llamar al cliente: un teléfono con buena forma puede ser falso. Un campo que el origen nunca rellena no se le exige. «Vencido» se juzga al último día de datos, así que los meses recientes mejoran o empeoran sin que nadie toque nada. Las comprobaciones se cuentan por meses: en periodos más cortos caen todas en el día 1. El resultado por KPI está en «cuadro check».',
    },
    en: {
      name: 'Data accuracy and completeness',
      question: 'Can what is in the CRM be believed?',
      definition:
        'Checks passed over checks made on the records that begin in the period: essential fields filled, e-mail addresses that look like one, amounts that are not negative, references to records that exist, times in order, nothing open past its date or entered more than a week late.',
      formula: 'Checks passed / checks made',
      why: 'Every other KPI stands on these data: 5 % of failures in the lost reason hardly matter; in the amount or the owner they bend everything.',
      rise: 'Make sure the source is being mended (form, import, training) and not only old records: compare with the variant over everything so far.',
      fall: 'Drill by entity and field: nearly always a field stopped being required, an import is new, or it is one team. See who enters it and mend the entry before the data.',
      caveats:
        'It measures what can be checked without calling the customer: a well-formed telephone may be false. A field that the source never fills is not asked of it. "Overdue" is judged at the last day of data, so recent months get better or worse with nobody touching them. Checks are counted by month: in shorter periods they all fall on the 1st. The result by KPI is in "cuadro check".',
    },
  },
  examples: [
    {
      name: 'checks of two leads in January and one in February',
      given,
      exportedAt: '2024-03-31',
      query: months,
      expect: [
        { start: '2024-01-01', value: 10 / 12, numerator: 10, denominator: 12 },
        { start: '2024-02-01', value: 1 / 4, numerator: 1, denominator: 4 },
        { start: '2024-03-01', value: null },
      ],
      because:
        'January, six checks a lead: name, e-mail and owner filled, e-mail well formed, owner exists, qualified not before created. The second fails two (its e-mail and its dates): 10 of 12. February: name and e-mail are empty, the owner is filled but does not exist: 1 of 4 (an empty e-mail has no form to check). The source never fills `source`, so it is not asked. The test lead is out. March: no records.',
    },
    {
      name: 'all so far: February still carries January',
      given,
      exportedAt: '2024-03-31',
      query: { ...months, variant: 'so_far' },
      expect: [
        { start: '2024-01-01', value: 10 / 12, numerator: 10, denominator: 12 },
        { start: '2024-02-01', value: 11 / 16, numerator: 11, denominator: 16 },
        { start: '2024-03-01', value: 11 / 16, numerator: 11, denominator: 16 },
      ],
      because: '(10 + 1) / (12 + 4) = 11/16, and nothing is added in March.',
    },
    {
      name: 'by aspect: what is wrong is what, not how much',
      given,
      exportedAt: '2024-03-31',
      query: { from: '2024-01-01', to: '2024-01-31', grain: 'month', by: ['aspect'] },
      expect: [
        { start: '2024-01-01', group: { aspect: 'completeness' }, value: 1, numerator: 6, denominator: 6 },
        { start: '2024-01-01', group: { aspect: 'consistency' }, value: 0.75, numerator: 3, denominator: 4 },
        { start: '2024-01-01', group: { aspect: 'validity' }, value: 0.5, numerator: 1, denominator: 2 },
      ],
      because: 'Filled: 3 fields × 2 leads, all. Consistent: 2 owners exist, 1 of 2 has its dates in order. Valid: 1 of 2 addresses.',
    },
  ],
});
