import type { Suggestion } from '../landing/recognition/recognise.ts';
import { toYaml } from '../landing/recognition/yaml.ts';

/** @returns the mapping file that would import what was recognised, with a comment wherever a person should look */
export const suggestionYaml = (suggestion: Suggestion, source: string | null, language: 'es' | 'en'): string =>
  toYaml(suggestion, source, language);
