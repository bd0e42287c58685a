import { isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { CuadroError } from '../../model/error.ts';

/** A YAML file's content, and where its keys stand. */
export interface Yaml {
  readonly content: unknown;
  /** @returns `:12` for the line of the first key of a path such as `metric.at`; empty where it is not found */
  lineOf(path: string): string;
  /** @returns `:12` for the line of the value there, or of the nearest that is there above it; empty for none */
  lineAt(path: readonly PropertyKey[]): string;
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
    lineAt: (path) => {
      for (let length = path.length; length > 0; length--) {
        const node = document.getIn(path.slice(0, length), true);
        const offset = isNode(node) ? rangeStart(node.range) : null;
        if (offset !== null) return `:${lines.linePos(offset).line}`;
      }
      return '';
    },
    lineOf: (path) => {
      const top = path.split(/[.[]/)[0] ?? '';
      const item = isMap(document.contents) ? document.contents.items.find((pair) => String(pair.key) === top) : undefined;
      const offset = item && typeof item.key === 'object' && item.key !== null && 'range' in item.key ? rangeStart(item.key.range) : null;
      return offset === null ? '' : `:${lines.linePos(offset).line}`;
    },
  };
}
