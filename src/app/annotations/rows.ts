import { z } from 'zod';
import type { AnnotationTable } from '../../store/tables/annotation.ts';

export const annotationKinds = ['strategy', 'product', 'people', 'price', 'outage', 'other'] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

export const textsSchema = z.strictObject({ es: z.string().trim().min(1).max(500), en: z.string().trim().min(1).max(500) });

/** What was written, in a language where somebody wrote it in both. */
export function textIn({ text, texts }: Pick<AnnotationTable, 'text' | 'texts'>, language: 'es' | 'en'): string {
  return texts === null ? text : textsSchema.parse(JSON.parse(texts))[language];
}

export const kindOf = ({ kind }: Pick<AnnotationTable, 'kind'>): AnnotationKind => annotationKinds.find((one) => one === kind) ?? 'other';
