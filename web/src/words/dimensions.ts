import { dimensionName } from '../../../src/i18n/dimensions.ts';
import { useLanguage } from './language.ts';

/** @returns the name of a dimension in the language shown */
export function useDimensionName(): (dimension: string) => string {
  const { language } = useLanguage();
  return (dimension) => dimensionName(dimension, language);
}
