import { choose, day, isKnown, isNull } from '../../metrics/expression.ts';
import { peopleWithAccess, permissions } from '../definitions/access.ts';
import { defineKpi } from '../kpi.ts';

const given = {
  user: [
    { id: 'u1', name: 'Ana', team: 'Ventas' },
    { id: 'u2', name: 'Luis', team: 'Ventas', left_at: '2024-02-15' },
    { id: 'u3', name: 'Eva', team: 'Datos' },
  ],
  access_grant: [
    { user_id: 'u1', permission: 'write', granted_at: '2023-06-01', reviewed_at: '2024-02-01' },
    { user_id: 'u1', permission: 'export', granted_at: '2023-06-01' },
    { user_id: 'u2', permission: 'write', granted_at: '2024-01-10', revoked_at: null },
    { user_id: 'u3', permission: 'sensitive', granted_at: '2023-01-01', revoked_at: '2024-02-20' },
    { user_id: 'u3', permission: 'read', granted_at: '2023-01-01' },
    { user_id: 'u3', permission: 'write', granted_at: '2023-01-01', deleted_at: '2024-01-01' },
  ],
};
const months = { from: '2024-01-01', to: '2024-02-29', grain: 'month' } as const;

export default defineKpi({
  id: 'data_access_headcount',
  ref: 'K-126',
  area: 'data',
  band: 'adoption',
  direction: 'down',
  timing: 'leading',
  nature: 'progress',
  unit: 'count',
  tags: ['quality', 'work_effectiveness'],
  version: { number: 1, since: '2026-11-21' },
  parameters: {
    permissions,
    review_days: {
      default: 180,
      name: { es: 'Días tras los que un permiso debe revisarse', en: 'Days after which a permission is due for review' },
      between: [1, 3650],
    },
  },
  variants: {
    default: {
      label: {
        es: 'Personas con permiso de escribir, exportar o ver lo sensible',
        en: 'People who may write, export or see what is sensitive',
      },
      metric: ({ permissions: held }) => peopleWithAccess(held),
    },
    review_overdue: {
      label: { es: 'Personas con algún permiso sin revisar a tiempo', en: 'People with a permission overdue for review' },
      metric: ({ permissions: held, review_days }) =>
        peopleWithAccess(held, {
          since: [choose(isNull('reviewed_at'), day('granted_at', review_days), day('reviewed_at', review_days))],
        }),
    },
    left: {
      label: { es: 'Personas que ya no están y conservan el permiso', en: 'People who left and keep their permission' },
      metric: ({ permissions: held }) => peopleWithAccess(held, { where: isKnown('user.left_at'), since: [day('user.left_at')] }),
      needs: ['access_grant.user_id', 'access_grant.permission', 'access_grant.granted_at', 'user.left_at'],
    },
  },
  defaults: ['default'],
  needs: ['access_grant.user_id', 'access_grant.permission', 'access_grant.granted_at'],
  terms: [],
  drillBy: ['permission', 'user.team', 'user.office', 'user.role'],
  grain: 'month',
  minimumSample: 1,
  guards: ['data_training_coverage', 'crm_adoption_rate'],
  partner: null,
  decomposition: null,
  seed: 'S4 L12',
  source: 'Least privilege (Saltzer & Schroeder 1975); ISO/IEC 27001 A.5.18, review of access rights',
  texts: {
    es: {
      name: 'Personas con acceso a datos y recogida',
      question: '¿Cuánta gente puede cambiar, llevarse o ver los datos de clientes?',
      definition:
        'Personas distintas que al final del periodo tienen algún permiso de escribir, exportar, borrar, administrar o ver datos sensibles. Quien tiene varios cuenta una vez; el de solo lectura no cuenta.',
      formula: 'Personas con algún permiso vigente de los elegidos',
      why: 'Cuantas menos manos, menos errores y menos fugas. Y si hay una inspección, esto es lo primero que se pregunta.',
      rise: 'Si crece con la plantilla, normal. Si no, vea qué permiso y qué equipo: exportar y sensible son los que hay que justificar uno a uno. Mire también los permisos de quien ya se fue.',
      fall: 'Compruebe que nadie trabaja con la clave de otro y que la adopción del CRM no cae: quitar la escritura a quien vende es perder datos.',
      caveats:
        'No hay un número bueno: depende de la plantilla. La última revisión es la única que guarda el origen, de modo que en fechas pasadas un permiso revisado después parece al día antes de estarlo solo si la revisión cae dentro del plazo. Un permiso nunca revisado cuenta desde que se concedió. Necesita la lista de permisos (access_grant), que pocos CRM exportan.',
    },
    en: {
      name: 'People with data/collection access',
      question: 'How many people can change, take away or see customer data?',
      definition:
        'Distinct people who at the end of the period hold a permission to write, export, delete, administer or see sensitive data. Who holds several counts once; mere reading does not count.',
      formula: 'People with a permission in force among those chosen',
      why: 'Fewer hands, fewer mistakes and fewer leaks. And it is the first thing an inspector asks.',
      rise: 'If it grows with the workforce, fine. If not, see which permission and which team: exporting and sensitive data are to be justified one by one. Look at permissions of people who left too.',
      fall: 'Make sure that nobody works on somebody else’s login and that CRM adoption does not fall: taking the right to write from those who sell means losing data.',
      caveats:
        'There is no good number: it depends on the workforce. Only the last review is on record, so on past dates a permission may look reviewed later than it was. One never reviewed counts from when it was granted. It needs the list of permissions (access_grant), which few CRMs export.',
    },
  },
  examples: [
    {
      name: 'people, not permissions',
      given,
      exportedAt: '2024-02-29',
      query: months,
      expect: [
        { start: '2024-01-01', value: 3 },
        { start: '2024-02-01', value: 2 },
      ],
      because: 'End of January: Ana (twice), Luis and Eva. Eva’s is revoked on 20 February: Ana and Luis, who has left and keeps it.',
    },
    {
      name: 'overdue for review',
      given,
      exportedAt: '2024-02-29',
      query: { ...months, variant: 'review_overdue' },
      expect: [
        { start: '2024-01-01', value: 2 },
        { start: '2024-02-01', value: 1 },
      ],
      because:
        'Ana’s export right was never reviewed: due 180 days after 1 June 2023, overdue on both dates. Eva’s, granted in January 2023, is overdue until it is revoked. Luis’s is too recent.',
    },
    {
      name: 'gone and still in',
      given,
      exportedAt: '2024-02-29',
      query: { ...months, variant: 'left' },
      expect: [
        { start: '2024-01-01', value: 0 },
        { start: '2024-02-01', value: 1 },
      ],
      because: 'Luis left on 15 February and his right to write was not revoked.',
    },
  ],
});
