import { operationList } from '../../src/app/operation-list.ts';

/** The web's table of routes, as a file: it may not import the server's list itself. */
export const routesFile = new URL('../../web/src/api/routes.ts', import.meta.url);

export function routesModule(): string {
  const rows = operationList
    .toSorted((left, right) => (left.id < right.id ? -1 : 1))
    .map(
      ({ id, rest: { method, path }, effect }) =>
        `  ${/^\w+$/.test(id) ? id : `'${id}'`}: { method: '${method}', path: '${path}', effect: '${effect}' },`,
    );
  return `import type { OperationRoutes } from '../../../src/app/api/client-types.ts';

/** Where each operation stands below /api/v1. Written by \`npm run docs\` from the list of operations: do not edit. */
export const routes: OperationRoutes = {
${rows.join('\n')}
};
`;
}
