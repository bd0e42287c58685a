import type { Operation } from '../../app/operation.ts';

/** Where REST begins. */
export const restBase = '/api/v1';

/** The names in a path: `batch` of `/batches/{batch}/undo`. */
export const pathNames = (path: string): readonly string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

/** As Fastify writes it: `/api/v1/batches/:batch/undo`. */
export const fastifyPath = ({ rest: { path } }: Operation): string => `${restBase}${path.replace(/\{(\w+)\}/g, ':$1')}`;
