import { z } from 'zod';
import type { ExampleResult } from '../worked-examples.ts';
import { schemaOf } from './schema-of.ts';

export const exampleSchema = schemaOf<ExampleResult>()(
  z
    .strictObject({ name: z.string(), differences: z.array(z.strictObject({ expected: z.string(), found: z.string() })) })
    .meta({ id: 'ExampleResult', description: 'A worked example, run; without differences it holds.' }),
);
