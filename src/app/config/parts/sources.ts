import { z } from 'zod';

/** Connections that Cuadro refreshes by itself, by their name. */
export const sourcesPart = z.record(z.string().regex(/^[a-z][a-z0-9_-]{0,62}$/), z.looseObject({}));
