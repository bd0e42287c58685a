import { isMap, LineCounter, parseDocument } from 'yaml';
import { CuadroError } from '../../model/error.ts';

/** A YAML file's content, and where its keys stand. */
export interface Yaml {
  readonly content: unknown;
  /** @returns `:12` for the line of the first key of a path such as `metric.at`; empty where it is not found */
  lineOf(path: string): string;
}

const rangeStart = (range: unknown): number | null => (Array.isArray(range) && typeof range[0] === 'number' ? range[0] : null);

/**
 * @param name shown in errors
 * @param code of the error for what is no YAML
 * @throws CuadroError
 */
export function parseYaml(text: string, name: string, code: string): Yaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const [problem] = document.errors;
  if (problem) throw new CuadroError({ code, where: `${name}:${lines.linePos(problem.pos[0]).line}`, found: problem.message });
  return {
    content: document.toJS() ?? {},
    lineOf: (path) => {
      const top = path.split(/[.[]/)[0] ?? '';
      const item = isMap(document.contents) ? document.contents.items.find((pair) => String(pair.key) === top) : undefined;
      const offset = item && typeof item.key === 'object' && item.key !== null && 'range' in item.key ? rangeStart(item.key.range) : null;
      return offset === null ? '' : `:${lines.linePos(offset).line}`;
    },
  };
}
