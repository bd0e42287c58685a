import type { ComputedInput, ComputedMetric, ComputedResult, PanelRow } from '../../metrics/metric.ts';
import { peopleWithAccess, permissions, validTrainings } from '../definitions/access.ts';
import { defineKpi } from '../kpi.ts';

const holders = (rows: readonly PanelRow[] | undefined): ReadonlySet<string> =>
  new Set((rows ?? []).flatMap(({ group, cells }) => ((cells.at(-1)?.value ?? 0) > 0 && group.user_id ? [group.user_id] : [])));

const coverage = ({ panels }: ComputedInput): ComputedResult => {
  const access = holders(panels.access);
  const trained = holders(panels.trained);
  const covered = [...access].filter((id) => trained.has(id)).length;
  if (access.size === 0) return { value: null, numerator: 0, denominator: 0, n: 0, reasons: ['denominator_zero'] };
  return { value: covered / access.size, numerator: covered, denominator: access.size, n: access.size };
};

const metric = (held: readonly string[], topics: readonly string[] | null): ComputedMetric => ({
  kind: 'computed',
  inputs: { people: peopleWithAccess(held) },
  panels: {
    access: { metric: peopleWithAccess(held), by: ['user_id'] },
    trained: { metric: validTrainings(topics), by: ['user_id'] },
  },
  compute: coverage,
});

const given = {
  user: [
    { id: 'u1', name: 'Ana', team: 'Ventas' },
    { id: 'u2', name: 'Luis', team: 'Ventas' },
    { id: 'u3', name: 'Eva', team: 'Datos' },
    { id: 'u4', name: 'Hugo', team: 'Datos' },
  ],
  access_grant: [
    { user_id: 'u1', permission: 'write', granted_at: '2023-06-01' },
    { user_id: 'u1', permission: 'export', granted_at: '2023-06-01' },
    { user_id: 'u2', permission: 'write', granted_at: '2024-01-10' },
    { user_id: 'u3', permission: 'sensitive', granted_at: '2023-01-01' },
    { user_id: 'u4', permission: 'read', granted_at: '2023-01-01' },
  ],
  training: [
    { user_id: 'u1', topic: 'protección de datos', completed_on: '2023-02-16', valid_until: '2024-02-15' },
    { user_id: 'u2', topic: 'negociación', completed_on: '2024-01-05', valid_until: null },
    { user_id: 'u3', topic: 'phishing', completed_on: '2024-02-10', valid_until: null },
    { user_id: 'u4', topic: 'protección de datos', completed_on: '2024-01-01', valid_until: '2025-01-01' },
    { user_id: 'u2', topic: 'phishing', completed_on: '2024-01-05', valid_until: null, is_test: true },
  ],
};
const months = { from: '2024-01-01', to: '2024-02-29', grain: 'month' } as const;

export default defineKpi({
  id: 'data_training_coverage',
  ref: 'K-127',
  area: 'data',
  band: 'adoption',
  direction: 'up',
  timing: 'leading',
  nature: 'progress',
  unit: 'rate',
  tags: ['quality', 'work_effectiveness'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    permissions,
    topics: {
      default: [
        'protección de datos',
        'data protection',
        'privacidad',
        'privacy',
        'rgpd',
        'gdpr',
        'phishing',
        'seguridad de la información',
        'information security',
      ],
      name: { es: 'Temas que forman en el manejo de datos', en: 'Topics that teach the handling of data' },
    },
  },
  variants: {
    default: {
      label: { es: 'Con una formación vigente en datos', en: 'With a valid training in data' },
      metric: ({ permissions: held, topics }) => metric(held, topics),
    },
    any_training: {
      label: { es: 'Con cualquier formación vigente', en: 'With any valid training' },
      metric: ({ permissions: held }) => metric(held, null),
    },
  },
  defaults: ['default'],
  needs: ['access_grant.user_id', 'access_grant.permission', 'access_grant.granted_at', 'training.user_id', 'training.completed_on'],
  terms: [],
  drillBy: ['user.team', 'user.office', 'user.role'],
  grain: 'month',
  minimumSample: 5,
  guards: ['data_accuracy', 'data_access_headcount'],
  partner: null,
  decomposition: null,
  seed: 'S4 L12-13',
  source: 'GDPR art. 39.1.b; ISO/IEC 27001 A.6.3',
  texts: {
    es: {
      name: 'Personal formado en datos',
      question: '¿Sabe manejarlos quien puede tocarlos?',
      definition:
        'De las personas que al final del periodo pueden escribir, exportar, borrar, administrar o ver datos sensibles, qué parte tiene vigente alguna formación en protección o seguridad de datos.',
      formula: 'Personas con acceso y formación vigente / personas con acceso',
      why: 'Los errores y las fugas los causa casi siempre quien no sabía. Formar cuesta horas; una sanción o una lista de clientes perdida, mucho más.',
      rise: 'Compruebe que suben las formaciones y no que se ha quitado el acceso a muchos. Mire si con ella mejora la exactitud de los datos.',
      fall: 'Suele ser que caducan: avise un mes antes a quien le vence. Si son altas nuevas, póngalo como condición para dar el permiso.',
      caveats:
        'Cuenta lo que se registró como completado, no lo que se aprendió. Una formación sin fecha de caducidad no caduca. Los temas se comparan por su nombre exacto: ponga en los ajustes los de su empresa. Necesita permisos (access_grant) y formaciones (training).',
    },
    en: {
      name: 'Data-handling training coverage',
      question: 'Do those who can touch the data know how to handle them?',
      definition:
        'Of the people who at the end of the period may write, export, delete, administer or see sensitive data, the part with a valid training in data protection or security.',
      formula: 'People with access and a valid training / people with access',
      why: 'Mistakes and leaks nearly always come from people who did not know. Training takes hours; a fine or a lost customer list costs far more.',
      rise: 'Make sure that trainings grew and not that many lost their access. See whether data accuracy improves with it.',
      fall: 'Usually trainings expire: remind people a month before. If they are new hires, make it a condition of access.',
      caveats:
        'It counts what was recorded as completed, not what was learned. A training without an end does not expire. Topics are matched by their exact name: put your company’s into the settings. It needs permissions (access_grant) and trainings (training).',
    },
  },
  examples: [
    {
      name: 'who may touch the data and has learned how',
      given,
      exportedAt: '2024-02-29',
      query: months,
      expect: [
        { start: '2024-01-01', value: 1 / 3, numerator: 1, denominator: 3 },
        { start: '2024-02-01', value: 1 / 3, numerator: 1, denominator: 3 },
      ],
      because:
        'Ana, Luis and Eva have access (Hugo only reads). End of January Ana’s training is valid; hers ends on 15 February, and Eva’s begins on the 10th. Luis learned to negotiate; his other training is a test record.',
    },
    {
      name: 'any training: Luis counts',
      given,
      exportedAt: '2024-02-29',
      query: { ...months, variant: 'any_training' },
      expect: [
        { start: '2024-01-01', value: 2 / 3, numerator: 2, denominator: 3 },
        { start: '2024-02-01', value: 2 / 3, numerator: 2, denominator: 3 },
      ],
      because: 'Ana and Luis; then Luis and Eva.',
    },
    {
      name: 'nobody with access',
      given,
      exportedAt: '2024-02-29',
      query: { from: '2022-12-01', to: '2022-12-31', grain: 'month' },
      expect: [{ start: '2022-12-01', value: null, numerator: 0, denominator: 0 }],
      because: 'In 2022 nobody had been granted anything.',
    },
  ],
});
