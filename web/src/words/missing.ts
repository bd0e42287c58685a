import { useCallback } from 'react';
import { entityWords } from '../../../src/i18n/entities.ts';
import { useFieldName } from './fields.ts';
import { useFormat } from './format.ts';
import { useLanguage } from './language.ts';

/**
 * What is missing for a KPI, as people call it: `facturas: importe y vence`. Of needs that stand for each other (`a.x|b.y`) any one will do.
 */
export function useMissing(): (missing: readonly string[]) => string {
  const { language } = useLanguage();
  const fieldName = useFieldName();
  const format = useFormat();
  return useCallback(
    (missing) => {
      const either = new Intl.ListFormat(language, { type: 'disjunction' });
      const one = (need: string): string => {
        const [entity = '', ...rest] = need.split('.');
        const field = rest.join('.');
        return field === '' ? entityWords(entity, language) : `${entityWords(entity, language)}: ${fieldName(field).toLowerCase()}`;
      };
      const byEntity = Map.groupBy(
        missing.filter((need) => !need.includes('|')),
        (need) => need.split('.')[0] ?? '',
      );
      const plain = [...byEntity].map(([entity, needs]) => {
        const fields = needs.flatMap((need) => need.split('.').slice(1).join('.') || []);
        const names = fields.map((field) => fieldName(field).toLowerCase());
        return names.length === 0 ? entityWords(entity, language) : `${entityWords(entity, language)}: ${format.list(names)}`;
      });
      const choices = missing.filter((need) => need.includes('|')).map((need) => either.format(need.split('|').map(one)));
      return [...plain, ...choices].join(' · ');
    },
    [language, fieldName, format],
  );
}
