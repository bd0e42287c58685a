import type { z } from 'zod';
import { catalogueOf } from '../../app/catalogue.ts';
import type { Operation } from '../../app/operation.ts';
import type { Workspace } from '../../app/workspace/workspace.ts';
import type { RenderedError } from '../../i18n/errors.ts';
import { fill } from '../../i18n/errors.ts';
import type { Writer } from '../../i18n/format.ts';
import { writerFor } from '../../i18n/format.ts';
import { type Language, languageOf } from '../../i18n/language.ts';
import { mcpWords } from '../../i18n/mcp.ts';
import type { CuadroError } from '../../model/error.ts';

/** One model's way to the operations: over HTTP with the rights of a key, over stdio with those of whoever has the files. */
export interface Session {
  /** @throws CuadroError */
  ask<Input extends z.ZodType, Output>(operation: Operation<Input, Output>, input: z.output<Input>, signal: AbortSignal): Promise<Output>;
  workspace(): Promise<Workspace>;
  /** Whether who asks may write in their own name (`self`): a key never may. Tools that write are there for no one else. */
  readonly writes: boolean;
  /** Null: that of the workspace. */
  readonly language: Language | null;
  render(error: CuadroError, language: Language): RenderedError;
}

/** How an answer is written: for whom, and what its KPIs are called. */
export interface Told {
  readonly language: Language;
  readonly writer: Writer;
  nameOf(kpi: string): string;
  unitOf(kpi: string, variant: string): string;
  /** Of these KPIs the ids of those whose definition is a draft. */
  draftsOf(kpis: readonly string[]): readonly string[];
  word(key: keyof typeof mcpWords, values?: Readonly<Record<string, string | number>>): string;
}

/** The workspace as it is now, in the language of whoever asks. */
export async function tellingOf(session: Session): Promise<Told> {
  const workspace = await session.workspace();
  const { kpis, find } = await catalogueOf(workspace);
  const language = session.language ?? languageOf(workspace.settings.locale);
  return {
    language,
    writer: writerFor(language, workspace.settings),
    nameOf: (kpi) => kpis.get(kpi)?.texts[language].name ?? kpi,
    unitOf: (kpi, variant) => kpis.get(kpi)?.variants[variant]?.unit ?? kpis.get(kpi)?.unit ?? 'count',
    draftsOf: (ids) => [...new Set(ids.map((id) => find(id)).flatMap(({ id, draft }) => (draft === true ? [id] : [])))],
    word: (key, values = {}) => fill(mcpWords[key][language], values),
  };
}
