import { checkOperation } from '../../../app/operations/check.ts';
import { checkWords, duplicateWords } from '../../../i18n/checks.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { flat, lines } from '../text.ts';
import { defineTool } from '../tool.ts';

export const dataHealthTool = defineTool({
  name: 'data_health',
  input: checkOperation.input,
  run: async ({ given, ask, told, language, signal }) => {
    const output = await ask(checkOperation, given, signal);
    const { checks, duplicates, freshness, kpis, passed, failed } = output;
    const blocked = kpis.filter(({ computable }) => !computable);
    const failing = checks.filter((one) => one.failed > 0).toSorted((a, b) => b.failed / b.rows - a.failed / a.rows);
    const number = (value: number): string => formatNumber(value, told.writer);
    const section = (title: string, found: readonly string[]): string | null => (found.length === 0 ? null : lines(`\n## ${title}`, found));
    const text = lines(
      told.word('checksPassed', { passed, all: passed + failed }),
      section(
        told.word('freshness'),
        freshness.map(({ source, entity, rows, watermark }) => `- ${flat(source)}, ${entity}: ${watermark ?? '–'} (${number(rows)})`),
      ),
      section(
        told.word('checkFailed'),
        failing.map((one) => {
          const what = checkWords[one.check]?.[language] ?? one.check;
          return `- ${one.entity}.${one.field}: ${what}, ${number(one.failed)} / ${number(one.rows)}`;
        }),
      ),
      section(
        told.word('duplicates'),
        duplicates.map(({ entity, by, groups, records }) => {
          const shared = by.split(' ').map((word) => duplicateWords[word]?.[language] ?? word);
          return `- ${entity}: ${told.word('duplicateLine', { records: number(records), groups: number(groups), by: shared.join(', ') })}`;
        }),
      ),
      section(
        told.word('blocked'),
        blocked.map(({ kpi, missing }) => `- ${kpi}: ${told.word('notComputable', { missing: missing.join(', ') })}`),
      ),
    );
    return { kpis: kpis.map(({ kpi }) => kpi), text, data: { ...output } };
  },
});
