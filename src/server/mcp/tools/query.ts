import { queryOperation } from '../../../app/operations/query.ts';
import { cliWords } from '../../../i18n/cli.ts';
import { formatChange, formatNumber, formatPeriod } from '../../../i18n/format.ts';
import { reasonWords } from '../../../i18n/reasons.ts';
import { groupText, lines, markdownTable, valueText } from '../text.ts';
import { defineTool } from '../tool.ts';

/** More figures than this no model reads with care; whoever wants them all has REST. */
const mostCells = 400;

export const queryTool = defineTool({
  name: 'query',
  input: queryOperation.input.omit({ sql: true }),
  run: async ({ given, ask, told, language, signal }) => {
    const answered = await ask(queryOperation, { ...given, sql: false }, signal);
    // Of the statements it is not asked.
    const { query, cells, omitted } = 'cells' in answered ? answered : { ...answered, cells: [], omitted: [] };
    const shown = cells.slice(0, mostCells);
    const { columns, states } = cliWords(language);
    const { writer } = told;
    const groups = [...new Set(cells.flatMap(({ group }) => Object.keys(group)))];
    const titles = ['kpi', 'period'].map((name) => columns[name] ?? name);
    const rows = shown.map((cell) => {
      const { kpi, variant, comparison, ci } = cell;
      const unit = told.unitOf(kpi, variant);
      const why = reasonWords(
        cell.reasons.filter((reason) => reason !== cell.state),
        language,
      );
      return [
        kpi,
        formatPeriod(cell.period, query.grain, writer),
        ...groups.map((name) => (name in cell.group ? groupText(cell.group[name] ?? null, told) : '')),
        valueText(cell.value, unit, told),
        comparison && comparison.change !== null ? formatChange(comparison.change, comparison.relative, unit, writer) : '',
        formatNumber(cell.n, writer),
        ci ? `${valueText(ci[0], unit, told)} – ${valueText(ci[1], unit, told)}` : '',
        [states[cell.state] ?? cell.state, why].filter(Boolean).join(': '),
      ];
    });
    const watermarks = cells.flatMap(({ watermark }) => (watermark === null ? [] : [watermark])).toSorted();
    const versions = [...new Set(cells.map(({ kpi, variant, version }) => `${kpi} (${told.nameOf(kpi)}): ${variant}, v${version}`))];
    const text = lines(
      versions.map((line) => `${told.word('definition')} ${line}`),
      watermarks[0] ? `${told.word('watermark')}: ${watermarks[0]}` : null,
      rows.length === 0
        ? told.word('noFigures')
        : markdownTable(
            [...titles, ...groups, ...['value', 'change', 'n', 'interval', 'state'].map((name) => columns[name] ?? name)],
            rows,
          ),
      cells.length > shown.length && told.word('leftOut', { count: cells.length - shown.length }),
      omitted.length > 0 &&
        `${told.word('omitted')} ${[...new Set(omitted.map(({ period }) => formatPeriod(period, query.grain, writer)))].join(', ')}`,
    );
    return { kpis: query.kpis, text, data: { query, cells: shown, omitted, left_out: cells.length - shown.length } };
  },
});
