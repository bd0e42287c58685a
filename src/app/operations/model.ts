import { z } from 'zod';
import { entityWords } from '../../i18n/entities.ts';
import { sourceColumn } from '../../model/layout.ts';
import { entities } from '../../model/registry.ts';
import { defineOperation, type Frozen } from '../operation.ts';

const output = z.strictObject({
  entities: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      begins: z.string().describe('The field that says from when on a record exists.'),
      fields: z.array(
        z.strictObject({
          id: z.string(),
          type: z.enum(['text', 'enum', 'reference', 'currency', 'money', 'number', 'integer', 'boolean', 'instant', 'date']),
          values: z.array(z.string()).nullable().describe('The closed list of an enum.'),
          aliases: z.record(z.string(), z.string()).describe('Other spellings that an import understands, lower case.'),
          entity: z.string().nullable().describe('What a reference points to.'),
          personal: z.boolean(),
        }),
      ),
    }),
  ),
});

export type ModelOutput = Frozen<z.output<typeof output>>;

/** What data can be: the entities of the model and their fields. No rows are read. */
export const modelOperation = defineOperation({
  id: 'model',
  words: { es: 'las entidades del modelo y sus campos', en: 'the entities of the model and their fields' },
  input: z.strictObject({ language: z.enum(['es', 'en']) }),
  output,
  rest: { method: 'GET', path: '/model' },
  effect: 'read',
  on: 'store',
  permission: 'kpi.read',
  run: async (_, { language }): Promise<ModelOutput> => ({
    entities: [...entities.values()].map(({ name, begins, fields }) => ({
      id: name,
      name: entityWords(name, language),
      begins,
      fields: Object.entries(fields)
        .filter(([id]) => id !== sourceColumn)
        .map(([id, { type, values, aliases, entity, personal }]) => ({
          id,
          type,
          values: values ? [...values] : null,
          aliases: { ...aliases },
          entity: entity ?? null,
          personal: personal ?? false,
        })),
    })),
  }),
});
