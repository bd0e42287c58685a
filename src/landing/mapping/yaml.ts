import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { CuadroError } from '../../model/error.ts';

export type Plain = string | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

export interface YamlText {
  readonly value: Plain;
  /** `mapping.yaml:12:5`, as near to the path as the file goes. */
  locate(path: readonly PropertyKey[]): string;
}

/** Numbers keep their spelling: `007` and `1.10` are what they say. */
const toPlain = (node: unknown, fail: (node: Node) => CuadroError): Plain => {
  if (isMap(node)) {
    return Object.fromEntries(node.items.map((pair) => [String(toPlain(pair.key, fail)), toPlain(pair.value, fail)]));
  }
  if (isSeq(node)) return node.items.map((item) => toPlain(item, fail));
  if (isAlias(node)) throw fail(node);
  if (isScalar(node)) {
    if (node.value === null || typeof node.value === 'boolean' || typeof node.value === 'string') return node.value;
    return node.source ?? String(node.value);
  }
  return null;
};

/**
 * Reads a YAML text as texts, booleans, nulls, lists and maps.
 * @throws CuadroError `mapping_syntax`, `mapping_duplicate_key`.
 */
export const readYaml = (content: string, file: string): YamlText => {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false, version: '1.2', schema: 'core' });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const error = document.errors[0];
  if (error) {
    const code = error.code === 'DUPLICATE_KEY' ? 'mapping_duplicate_key' : 'mapping_syntax';
    const found = code === 'mapping_syntax' ? error.message : content.slice(error.pos[0]).split(/[:\s]/, 1)[0];
    throw new CuadroError({ code, where: place(error.pos[0]), found: found ?? '' });
  }
  const value = toPlain(
    document.contents,
    (node) => new CuadroError({ code: 'mapping_syntax', where: place(node.range?.[0] ?? 0), found: String(node) }),
  );
  return {
    value,
    locate: (path) => {
      for (let length = path.length; length > 0; length--) {
        const node = document.getIn(path.slice(0, length), true);
        if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) return place(Number(node.range[0]));
      }
      return file;
    },
  };
};
