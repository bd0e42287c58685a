import { z } from 'zod';
import type { DayRange } from '../../model/dialect.ts';
import { schemaOf } from './schema-of.ts';

/** Both days included. */
export const periodSchema = schemaOf<DayRange>()(z.strictObject({ start: z.iso.date(), end: z.iso.date() }).meta({ id: 'Period' }));

/** UTC. */
export const instantSchema = z.iso.datetime();
/** 0 to 1. */
export const shareSchema = z.number().min(0).max(1);
export const countSchema = z.int().min(0);
