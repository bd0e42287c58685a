import { landingWarnings } from './errors/landing.ts';
import type { Language, Words } from './language.ts';

const words: Readonly<Record<string, Words>> = landingWarnings;

/** @returns what a warning of an import says; its code when there are no words */
export const warningWords = (code: string, language: Language): string => words[code]?.[language] ?? code;
