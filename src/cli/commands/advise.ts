import { type AdvisedKpi, type AdviseOutput, adviseOperation } from '../../app/operations/advise.ts';
import { type Choices, choices } from '../../app/operations/choices.ts';
import { type FitnessOutput, fitnessOperation } from '../../app/operations/fitness.ts';
import { lintOperation, type ToldFinding } from '../../app/operations/lint.ts';
import { adviseWords } from '../../i18n/advise.ts';
import { cliWords, fill } from '../../i18n/cli.ts';
import { CuadroError } from '../../model/error.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { plain, table } from '../output/table.ts';
import { given } from '../query-options.ts';

export const advise: Command = {
  name: 'advise',
  words: {
    es: 'Aconseja qué indicadores seguir: por objetivos dichos con sus palabras, por preguntas, por sector o por puesto.',
    en: 'Advises which KPIs to follow: by goals in your own words, by questions, by industry or by role.',
  },
  arguments: noArguments,
  options: {
    goal: {
      kind: 'list',
      value: 'G',
      keepCommas: true,
      words: { es: 'qué quiere conseguir, con sus palabras o por su ID', en: 'what you want to achieve, in your words or by its ID' },
    },
    industry: { kind: 'value', value: 'I', words: { es: 'sector', en: 'industry' } },
    role: { kind: 'value', value: 'R', words: { es: 'para quién es el cuadro', en: 'whose board it is' } },
    questions: { kind: 'flag', words: { es: 'las preguntas que llevan a los objetivos', en: 'the questions that lead to goals' } },
    answer: { kind: 'list', value: 'ID=sí|no', words: { es: 'respuestas a las preguntas', en: 'answers to the questions' } },
    limit: {
      kind: 'value',
      value: 'N',
      words: { es: 'cuántos indicadores principales como mucho (12)', en: 'how many primary KPIs at most (12)' },
    },
    fitness: { kind: 'value', value: 'KPI', words: { es: 'pone a prueba un indicador', en: 'puts a KPI to the test' } },
    lint: { kind: 'list', value: 'KPI', words: { es: 'revisa un conjunto de indicadores', en: 'looks over a set of KPIs' } },
  },
  examples: [
    'cuadro advise --goal "expandir la base de clientes"',
    'cuadro advise --goal retention --industry saas',
    'cuadro advise --role sales',
    'cuadro advise --questions',
    'cuadro advise --answer pipeline_real=no,complaints_churn=yes',
    'cuadro advise --fitness new_customers',
    'cuadro advise --lint new_leads,calls_per_agent',
  ],
  run: async (call) => {
    const { values, lists, flags } = call.options;
    const { language } = call;
    const goals = [...(lists.get('goal') ?? [])];
    const answers = answersGiven(call);
    const [industry, role, fitness, lint] = [values.get('industry'), values.get('role'), values.get('fitness'), lists.get('lint')];
    if (fitness !== undefined) {
      const output = await call.run(fitnessOperation, { kpi: fitness, goals, language, ...given({ industry }) });
      show(call, output, () => fitnessText(call, output));
    } else if (lint !== undefined) {
      const output = await call.run(lintOperation, { kpis: [...lint], language });
      show(call, output, () => (output.findings.length === 0 ? adviseWords(language)('sound') : findingLines(output.findings).join('\n')));
    } else if (flags.has('questions')) {
      const { themes } = choices(language);
      show(call, { themes }, () => questionsText(call, themes));
    } else if (goals.length === 0 && industry === undefined && role === undefined && Object.keys(answers).length === 0) {
      const output = choices(language);
      show(call, output, () => choicesText(call, output));
    } else {
      const limit = limitGiven(call);
      const output = await call.run(adviseOperation, { goals, answers, language, ...given({ industry, role, limit }) });
      show(call, output, () => adviceText(call, output, goals.length === 0));
    }
    return 0;
  },
};

function show(call: Call, output: unknown, text: () => string): void {
  if (call.json) call.printJson(output);
  else call.print(text());
}

const saidYes = new Set(['yes', 'y', 'true', 'si', 'sí', 's']);
const saidNo = new Set(['no', 'n', 'false']);

/** `pipeline_real=no`. @throws CuadroError answer_invalid */
function answersGiven(call: Call): Record<string, 'yes' | 'no'> {
  return Object.fromEntries(
    (call.options.lists.get('answer') ?? []).map((text) => {
      const [id = '', said = ''] = text.split('=').map((part) => part.trim());
      const word = said.toLowerCase();
      if (saidYes.has(word)) return [id, 'yes'] as const;
      if (saidNo.has(word)) return [id, 'no'] as const;
      throw new CuadroError({ code: 'answer_invalid', where: '--answer', found: text });
    }),
  );
}

/** @throws CuadroError option_invalid */
function limitGiven(call: Call): number | undefined {
  const text = call.options.values.get('limit');
  if (text === undefined) return undefined;
  if (/^[1-9]\d?$/.test(text) && Number(text) <= 50) return Number(text);
  throw new CuadroError({ code: 'option_invalid', where: '--limit', found: text, expected: '1 … 50', params: { command: call.command } });
}

const findingLines = (findings: readonly ToldFinding[]): readonly string[] =>
  findings.map(({ severity, message, why }) => `${severity === 'error' ? '✗' : '!'} ${message}${why ? ` ${why}` : ''}`);

function adviceText(call: Call, output: AdviseOutput, isLed: boolean): string {
  const say = adviseWords(call.language);
  const { columns } = cliWords(call.language);
  const number = new Intl.NumberFormat(call.writer.locale);
  const percent = new Intl.NumberFormat(call.writer.locale, { style: 'percent' });
  const { use, aspire, discard } = output;
  if (use.length + aspire.length + discard.length === 0) return say('nothing');
  const kind = ({ timing, nature, part }: AdvisedKpi): string =>
    [
      say(timing === 'leading' ? 'leading' : 'lagging'),
      ...(nature === 'failure' || nature === 'activity' ? [say(nature)] : []),
      ...(part === 'guard' ? [say('guard')] : []),
    ].join(', ');
  const right = { align: 'right' as const };
  const kpi = [{ title: columns.kpi ?? '', max: 44 }, { title: columns.id ?? '' }];
  const heads = [
    ...(output.goals.length > 0 ? [`${say(isLed ? 'behind' : 'goals')}: ${output.goals.map(({ name }) => name).join(', ')}`] : []),
    ...(output.role ? [`${say('role')}: ${output.role.name}`] : []),
    ...(output.industry ? [`${say('industry')}: ${output.industry.name}`] : []),
  ];
  const used = use.map((one) => [
    String(one.rank),
    one.name,
    one.kpi,
    kind(one),
    number.format(one.records),
    one.coverage === null ? '' : percent.format(one.coverage),
    one.reason,
  ]);
  const together = use.flatMap(({ name, guards }) => {
    const there = guards.filter(({ computable }) => computable).map((mate) => mate.name);
    return there.length === 0 ? [] : [`  ${plain(name)}: ${plain(there.join(', '))}`];
  });
  const parts = [
    heads.join('\n'),
    ...(used.length === 0
      ? []
      : [
          `${say('use')}\n${table([{ title: '#', ...right }, ...kpi, { title: say('kind') }, { title: say('records'), ...right }, { title: say('coverage'), ...right }, { title: say('why') }], used)}`,
        ]),
    ...(aspire.length === 0
      ? []
      : [
          `${say('aspire')}\n${table(
            [...kpi, { title: say('why') }, { title: say('add') }],
            aspire.map((one) => [one.name, one.kpi, one.reason, one.add ?? '']),
          )}`,
        ]),
    ...(discard.length === 0
      ? []
      : [
          `${say('discard')}\n${table(
            [...kpi, { title: say('whyNot') }],
            discard.map((one) => [one.name, one.kpi, one.reason]),
          )}`,
        ]),
    ...(together.length === 0 ? [] : [`${say('together')}\n${together.join('\n')}`]),
    ...(output.findings.length === 0 ? [] : [`${say('mind')}\n${findingLines(output.findings).join('\n')}`]),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function fitnessText(call: Call, { kpi, name, score, passes, criteria }: FitnessOutput): string {
  const say = adviseWords(call.language);
  const decimal = new Intl.NumberFormat(call.writer.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const rows = criteria.map((one) => [one.name, decimal.format(one.score), one.reasons.map(({ text }) => text).join('; ')]);
  const grades = table(
    [{ title: say('criterion') }, { title: say('score'), align: 'right' }, { title: say('why') }],
    [...rows, [say('total'), decimal.format(score), '']],
  );
  const failing = criteria.filter((one) => one.score < 0.5).map((one) => one.name.toLowerCase());
  return `${name} (${kpi})\n\n${grades}\n\n${passes ? say('passes') : fill(say('fails'), { criteria: failing.join(', ') })}`;
}

function questionsText(call: Call, themes: Choices['themes']): string {
  const say = adviseWords(call.language);
  const sections = themes.map(
    ({ name, questions }) => `${name}\n${questions.map(({ id, text }) => `  ${id.padEnd(24)}${text}`).join('\n')}`,
  );
  const ids = themes.flatMap(({ questions }) => questions.map(({ id }) => id));
  return [...sections, fill(say('howToAnswer'), { first: ids[0] ?? '', second: ids[4] ?? '' })].join('\n\n');
}

function choicesText(call: Call, { goals, industries, roles }: Choices): string {
  const say = adviseWords(call.language);
  const section = (title: string, list: Choices['goals']): string =>
    `${title}\n${list.map(({ id, name }) => `  ${id.padEnd(24)}${name}`).join('\n')}`;
  return [section(say('goals'), goals), section(say('industries'), industries), section(say('roles'), roles), say('start')].join('\n\n');
}
