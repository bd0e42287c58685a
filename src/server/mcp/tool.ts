import type { z } from 'zod';
import { parseInput } from '../../app/run-operation.ts';
import type { Language } from '../../i18n/language.ts';
import type { Session, Told } from './session.ts';

/** What a tool answers: text that a model reads well, and the same as data. */
export interface Answer {
  /** Whose definitions it uses: of a draft it is said that it is one. */
  readonly kpis: readonly string[];
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What runs a tool has been given: arguments that are what its schema says. */
export interface Asked<Arguments> {
  readonly given: Arguments;
  readonly ask: Session['ask'];
  readonly told: Told;
  readonly language: Language;
  readonly signal: AbortSignal;
}

export interface Tool {
  readonly name: string;
  /** Of the operation's input the fields that a model may give. */
  readonly input: z.ZodType;
  /** @throws CuadroError `input_invalid`, and the operation's own */
  readonly run: (asked: Asked<unknown>) => Promise<Answer>;
}

/** @returns the tool; the call ties `run` to the types of `input` */
export const defineTool = <Input extends z.ZodType>(tool: {
  readonly name: string;
  readonly input: Input;
  readonly run: (asked: Asked<z.output<Input>>) => Promise<Answer>;
}): Tool => ({ ...tool, run: (asked) => tool.run({ ...asked, given: parseInput(tool.input, asked.given) }) });
