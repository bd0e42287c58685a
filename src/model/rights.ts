import { z } from 'zod';

/**
 * `rights` of `cuadro.yaml`: what people see beyond what their role and own rights give. Every default is the closest one that leaves
 * a member with something to work by.
 */
export const rightsSchema = z
  .strictObject({
    /**
     * What those who see only some rows see of the company's figures: `own`, figures of their own rows; `all`, totals of the whole company,
     * as long as they are not split by person or record. Records stay their own either way.
     */
    totals: z.enum(['own', 'all']).default('own'),
    /** Whether invoices, payments and what customers owe are also those of the salesperson whose customer it is. */
    receivables: z.enum(['salesperson', 'company']).default('salesperson'),
    /** Names of the company's own people, to those to whom personal data are masked. */
    colleagues: z.enum(['shown', 'masked']).default('shown'),
    /** Columns of a source's own that hold nothing personal and no amounts: `account.custom.region`. Others are masked with these. */
    safe_columns: z.array(z.string().regex(/^[a-z_]+\.custom\..+$/)).default([]),
    /** Groups of fewer rows than `below` are not shown, of KPIs about the company's own people, of some KPIs, or of all. */
    small_groups: z
      .strictObject({
        below: z.int().min(2).max(1000).default(5),
        of: z.union([z.enum(['people', 'all', 'none']), z.array(z.string().min(1))]).default('people'),
      })
      .default({ below: 5, of: 'people' }),
  })
  .default({
    totals: 'own',
    receivables: 'salesperson',
    colleagues: 'shown',
    safe_columns: [],
    small_groups: { below: 5, of: 'people' },
  });
