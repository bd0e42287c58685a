import { z } from 'zod';

type Filled<Field extends z.ZodType> = Field extends z.ZodDefault<infer Inner extends z.ZodType> ? Inner : Field;

const filled = (field: z.ZodType): z.ZodType =>
  field instanceof z.ZodDefault && field.def.innerType instanceof z.ZodType ? field.def.innerType : field;

/**
 * The fields of an input as an answer repeats them: what has a default is always there.
 * @param shape of the input's schema
 */
export function answeredShape<Shape extends Readonly<Record<string, z.ZodType>>>(
  shape: Shape,
): { [Key in keyof Shape]: Filled<Shape[Key]> };
export function answeredShape(shape: Readonly<Record<string, z.ZodType>>): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, filled(field)]));
}
