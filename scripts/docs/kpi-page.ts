import { formatPeriod, formatValue, type Writer } from '../../src/i18n/format.ts';
import type { Language } from '../../src/i18n/language.ts';
import { shownTerm } from '../../src/kpis/glossary.ts';
import type { ExpectedCell, Kpi, WorkedExample } from '../../src/kpis/kpi.ts';
import { settingsSchema } from '../../src/model/settings.ts';
import { type Block, code, listed, type Page, type Text } from './page.ts';
import type { SampleValue } from './sample-values.ts';
import { nameOf, wordsOf } from './words.ts';

const usual = settingsSchema.parse({});

export const writerOf = (language: Language): Writer => ({ locale: language === 'es' ? 'es-ES' : 'en-GB', currency: 'EUR' });

/** A KPI's value in the sample company, as its readers write it. */
export function sampleText({ unit, grain }: Kpi, sample: SampleValue | undefined, language: Language): string {
  if (!sample || sample.value === null) return wordsOf(language).none;
  const writer = writerOf(language);
  const value = formatValue(sample.value, unit, writer);
  return `${sample.group === null ? '' : `${sample.group}: `}${value} (${formatPeriod(sample, grain, writer)})`;
}

const kpiLinks = (ids: readonly string[], all: ReadonlyMap<string, Kpi>, language: Language): Text =>
  listed(ids.map((id) => ({ page: id, text: all.get(id)?.texts[language].name ?? id })));

const shown = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** The rows that an example is given, one table an entity. */
function givenBlocks({ given }: WorkedExample): readonly Block[] {
  return Object.entries(given).flatMap(([entity, rows]): Block[] => {
    const titles = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    return [
      { kind: 'facts', rows: [[entity, `${rows.length}`]] },
      { kind: 'table', titles, rows: rows.map((row) => titles.map((title) => shown(row[title]))) },
    ];
  });
}

function expectedBlock(cells: readonly ExpectedCell[], language: Language): Block {
  const words = wordsOf(language);
  const hasGroup = cells.some(({ group }) => group !== undefined);
  const hasParts = cells.some(({ numerator, denominator }) => numerator !== undefined || denominator !== undefined);
  const titles = [words.period, ...(hasGroup ? [words.group] : []), words.value, ...(hasParts ? [words.numerator, words.denominator] : [])];
  const number = (value: number | null | undefined): string =>
    value === null ? '–' : value === undefined ? '' : String(Number(value.toPrecision(8)));
  return {
    kind: 'table',
    titles,
    rows: cells.map((cell) => [
      cell.start ?? '',
      ...(hasGroup ? [Object.values(cell.group ?? {}).join(' · ')] : []),
      number(cell.value),
      ...(hasParts ? [number(cell.numerator), number(cell.denominator)] : []),
    ]),
  };
}

function exampleBlocks(example: WorkedExample, language: Language): readonly Block[] {
  const words = wordsOf(language);
  const { from, to, grain, variant, by } = example.query;
  const asked = [from, to].filter((day) => day !== undefined).join(' … ');
  const more = [grain, variant, ...(by ?? [])].filter((part) => part !== undefined).join(', ');
  return [
    { kind: 'heading', text: `${words.examples}: ${example.name}` },
    ...givenBlocks(example),
    { kind: 'facts', rows: [[words.asked, `${asked} (${more})`]] },
    expectedBlock(example.expect, language),
    { kind: 'text', text: example.because },
  ];
}

/** The page of one KPI. */
export function kpiPage(kpi: Kpi, language: Language, all: ReadonlyMap<string, Kpi>, sample: SampleValue | undefined): Page {
  const words = wordsOf(language);
  const texts = kpi.texts[language];
  const section = (heading: string, text: string): readonly Block[] =>
    text === ''
      ? []
      : [
          { kind: 'heading', text: heading },
          { kind: 'text', text },
        ];
  const parameters = Object.entries(kpi.parameters);
  return {
    id: kpi.id,
    title: texts.name,
    blocks: [
      { kind: 'text', text: texts.question },
      ...section(words.definition, texts.definition),
      ...section(words.formula, texts.formula),
      { kind: 'facts', rows: [[words.sample, sampleText(kpi, sample, language)]] },
      ...section(words.why, texts.why),
      { kind: 'heading', text: words.reading },
      {
        kind: 'facts',
        rows: [
          [words.direction, nameOf(`direction:${kpi.direction}`, language)],
          [words.rise, texts.rise],
          [words.fall, texts.fall],
          ...(kpi.guards.length > 0 ? ([[words.guards, kpiLinks(kpi.guards, all, language)]] as const) : []),
          ...(kpi.partner === null ? [] : ([[words.partner, kpiLinks([kpi.partner], all, language)]] as const)),
        ],
      },
      ...section(words.caveats, texts.caveats),
      { kind: 'heading', text: words.variants },
      {
        kind: 'list',
        items: Object.entries(kpi.variants).map(([name, { label }]) => [
          code(name),
          ` ${label[language]}${kpi.defaults.includes(name) ? ` (${words.byDefault})` : ''}`,
        ]),
      },
      ...(parameters.length === 0
        ? []
        : [
            { kind: 'heading', text: words.parameters } as const,
            {
              kind: 'table',
              titles: [words.parameter, words.byDefault, words.what],
              rows: parameters.map(([name, parameter]) => [
                [code(`kpis.${kpi.id}.${name}`)],
                shown(parameter.default),
                parameter.name[language],
              ]),
            } as const,
          ]),
      { kind: 'heading', text: words.facts },
      {
        kind: 'facts',
        rows: [
          [words.id, [code(kpi.id)]],
          ...(kpi.ref === null ? [] : ([[words.ref, kpi.ref]] as const)),
          [words.area, nameOf(kpi.area, language)],
          [words.band, nameOf(`band:${kpi.band}`, language)],
          ...(kpi.tags.length === 0 ? [] : ([[words.tags, kpi.tags.map((tag) => nameOf(`tag:${tag}`, language)).join(', ')]] as const)),
          [words.unit, nameOf(`unit:${kpi.unit}`, language)],
          [words.grain, nameOf(`grain:${kpi.grain}`, language)],
          [words.timing, kpi.timing === 'leading' ? words.yes : words.no],
          [words.minimumSample, String(kpi.minimumSample)],
          ...kpi.terms.map((term) => {
            const { name, setting, value, means, others } = shownTerm(term, usual, language);
            const other = others.map((one) => one.means).join(' ');
            return [name, [`${means} (`, code(`${setting}: ${value}`), `)${other === '' ? '' : ` ${words.otherwise}: ${other}`}`]] as const;
          }),
          [words.needs, listed(kpi.needs.map((need) => code(typeof need === 'string' ? need : need.join(' / '))))],
          ...(kpi.drillBy.length === 0 ? [] : ([[words.drillBy, listed(kpi.drillBy.map(code))]] as const)),
          [words.version, `${kpi.version.number} (${words.since} ${kpi.version.since})`],
          [words.source, [kpi.seed, kpi.source].filter((text) => text !== '').join('; ')],
        ],
      },
      ...kpi.examples.flatMap((example) => exampleBlocks(example, language)),
    ],
  };
}

/** The table of all KPIs, by area. */
export function summaryPage(language: Language, all: ReadonlyMap<string, Kpi>, samples: Readonly<Record<string, SampleValue>>): Page {
  const words = wordsOf(language);
  return {
    id: 'index',
    title: words.title.replace('{count}', String(all.size)),
    blocks: [
      { kind: 'text', text: words.intro },
      ...[...Map.groupBy(all.values(), ({ area }) => area)].flatMap(([area, kpis]): Block[] => [
        { kind: 'heading', text: nameOf(area, language) },
        {
          kind: 'table',
          titles: [words.kpi, words.what, words.formula, words.direction, words.sample],
          rows: kpis.map((kpi) => {
            const { name, question, formula } = kpi.texts[language];
            return [
              [{ page: kpi.id, text: name }],
              question,
              formula,
              nameOf(`direction:${kpi.direction}`, language),
              sampleText(kpi, samples[kpi.id], language),
            ];
          }),
        },
      ]),
    ],
  };
}
