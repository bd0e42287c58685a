import type { OperationRoutes } from '../../../src/app/api/client-types.ts';

/** Where each operation stands below /api/v1. Written by `npm run docs` from the list of operations: do not edit. */
export const routes: OperationRoutes = {
  advise: { method: 'POST', path: '/advice', effect: 'read' },
  backup: { method: 'POST', path: '/backups', effect: 'read' },
  batches: { method: 'GET', path: '/batches', effect: 'read' },
  board: { method: 'POST', path: '/board', effect: 'read' },
  check: { method: 'GET', path: '/data/health', effect: 'read' },
  choices: { method: 'GET', path: '/advice/choices', effect: 'read' },
  cohorts: { method: 'GET', path: '/cohorts', effect: 'read' },
  company: { method: 'GET', path: '/company', effect: 'read' },
  define: { method: 'POST', path: '/kpis', effect: 'write' },
  explain: { method: 'POST', path: '/explain', effect: 'read' },
  export: { method: 'POST', path: '/exports', effect: 'read' },
  fitness: { method: 'GET', path: '/kpis/{kpi}/fitness', effect: 'read' },
  funnel: { method: 'GET', path: '/funnel', effect: 'read' },
  glossary: { method: 'GET', path: '/glossary', effect: 'read' },
  import: { method: 'POST', path: '/batches', effect: 'write' },
  kpis: { method: 'GET', path: '/kpis', effect: 'read' },
  lifecycle: { method: 'GET', path: '/lifecycle', effect: 'read' },
  lint: { method: 'POST', path: '/advice/lint', effect: 'read' },
  query: { method: 'POST', path: '/query', effect: 'read' },
  read: { method: 'POST', path: '/readings', effect: 'read' },
  records: { method: 'POST', path: '/records', effect: 'read' },
  replay: { method: 'POST', path: '/batches/{batch}/replay', effect: 'write' },
  segments: { method: 'GET', path: '/segments', effect: 'read' },
  undo: { method: 'POST', path: '/batches/{batch}/undo', effect: 'write' },
};
