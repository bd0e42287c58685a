import { amongSchema } from '../../app/actions/among.ts';
import { type ActionOutput, type ActionsOutput, actionOperation, actionsOperation } from '../../app/operations/actions.ts';
import { closeActionOperation, saveActionOperation } from '../../app/operations/save-action.ts';
import { actionEventWords, actionKindWords, actionStatusWords, actionWords, metWords } from '../../i18n/actions.ts';
import { fill } from '../../i18n/cli.ts';
import { formatDay, formatDifference, formatNumber, formatValue } from '../../i18n/format.ts';
import { CuadroError } from '../../model/error.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';
import { dayOption, given, oneOf, queryOptions } from '../query-options.ts';
import { referenceOption } from '../reference-option.ts';

const statuses = ['open', 'overdue', 'done', 'dropped', 'all'] as const;
const kinds = saveActionOperation.input.shape.kind.unwrap().options;
const amongs = amongSchema.options;

export const actions: Command = {
  name: 'actions',
  words: {
    es: 'Las acciones: qué se hace por un indicador, un segmento o un cliente, quién, para cuándo y qué ha cambiado. Con --add crea una; --done, --drop y --reopen cambian su estado; --show enseña el antes y el después.',
    en: 'The actions: what is done about a KPI, a segment or a customer, by whom, until when and what has changed. --add makes one; --done, --drop and --reopen change its status; --show tells before and after.',
  },
  arguments: noArguments,
  options: {
    status: {
      kind: 'value',
      value: 'open|overdue|done|dropped',
      oneOf: statuses,
      words: { es: 'solo las que están así', en: 'only those that are so' },
    },
    mine: { kind: 'flag', words: { es: 'solo las propias', en: "only one's own" } },
    kpi: queryOptions.kpi,
    scope: {
      kind: 'value',
      value: "'DIM=VALOR'",
      words: { es: 'de quién o de qué segmento (la empresa)', en: 'whose, or which segment (the company)' },
    },
    customer: { kind: 'value', value: 'ORIGEN:ID', words: { es: 'de qué cliente: crm:A1', en: 'of which customer: crm:A1' } },
    among: {
      kind: 'value',
      value: 'GRUPO',
      oneOf: amongs,
      words: { es: 'de qué clientes: need=risk, rfm=loyal, stage=lapsed', en: 'of which customers: need=risk, rfm=loyal, stage=lapsed' },
    },
    alert: { kind: 'value', value: 'ID', words: { es: 'por esta alerta (cuadro alerts)', en: 'because of this alert (cuadro alerts)' } },
    show: { kind: 'value', value: 'ID', words: { es: 'una, con el antes y el después', en: 'one, with before and after' } },
    add: { kind: 'value', value: 'TEXTO', words: { es: 'crea una con este título', en: 'make one with this title' } },
    kind: {
      kind: 'value',
      value: 'T',
      oneOf: kinds,
      words: { es: 'de qué tipo: campaign, coaching, call…', en: 'of which kind: campaign, coaching, call…' },
    },
    why: { kind: 'value', value: 'TEXTO', words: { es: 'por qué debería funcionar', en: 'why it should help' } },
    play: { kind: 'value', value: 'ID', words: { es: 'según esta jugada (cuadro plays)', en: 'by this play (cuadro plays)' } },
    owner: { kind: 'value', value: 'CORREO', words: { es: 'quién la hace: una cuenta', en: 'who does it: an account' } },
    user: { kind: 'value', value: 'ORIGEN:ID', words: { es: 'quién la hace: un usuario del CRM', en: 'who does it: a user of the CRM' } },
    person: { kind: 'value', value: 'ORIGEN:ID', words: { es: 'a quién se capacita', en: 'who is coached' } },
    due: { kind: 'value', value: 'AAAA-MM-DD', words: { es: 'para cuándo', en: 'until when' } },
    expect: { kind: 'value', value: 'N|N%|Npp', words: { es: 'cuánto debe moverse el indicador', en: 'by how much the KPI should move' } },
    cost: { kind: 'value', value: 'N', words: { es: 'qué cuesta', en: 'what it costs' } },
    done: { kind: 'value', value: 'ID', words: { es: 'da esta por hecha', en: 'mark this one as done' } },
    drop: { kind: 'value', value: 'ID', words: { es: 'descarta esta', en: 'drop this one' } },
    reopen: { kind: 'value', value: 'ID', words: { es: 'reabre esta', en: 'open this one again' } },
    on: { kind: 'value', value: 'AAAA-MM-DD', words: { es: 'qué día se hizo (hoy)', en: 'the day it was done (today)' } },
    outcome: {
      kind: 'value',
      value: 'TEXTO',
      words: { es: 'en qué quedó; al descartar, por qué', en: 'what came of it; when dropping, why' },
    },
  },
  examples: [
    'cuadro actions --status open',
    "cuadro actions --add 'Reforzar el soporte' --kind service --kpi first_response_time --expect -20% --due 2026-03-01 --why 'Faltan dos agentes' --cost 9000",
    "cuadro actions --add 'Llamar' --kind call --customer crm:A1 --due 2026-02-10",
    "cuadro actions --done k3V0 --on 2026-02-20 --outcome 'Dos agentes más desde el 20'",
    'cuadro actions --show k3V0',
  ],
  run: async (call) => {
    const { values, flags } = call.options;
    const { language } = call;
    const words = actionWords(language);
    const show = <Output>(output: Output, say: (output: Output) => string): number => {
      if (call.json) call.printJson(output);
      else call.print(say(output));
      return 0;
    };
    const shown = values.get('show');
    if (shown !== undefined)
      return show(await call.run(actionOperation, { action: shown, language }), (output) => actionText(call, output));
    const title = values.get('add');
    if (title !== undefined) return show(await add(call, title), ({ id }) => fill(words.saved, { id }));
    for (const [option, status] of [
      ['done', 'done'],
      ['drop', 'dropped'],
      ['reopen', 'open'],
    ] as const) {
      const action = values.get(option);
      if (action === undefined) continue;
      const [on = null, outcome = null] = [dayOption(call, 'on'), values.get('outcome')];
      const output = await call.run(closeActionOperation, { action, status, on, outcome, cost: numberOption(call, 'cost')?.value ?? null });
      return show(output, ({ batch, closed_on }) =>
        [
          fill(status === 'done' ? words.done : status === 'dropped' ? words.dropped : words.reopened, {
            on: closed_on === null ? '' : formatDay(closed_on, call.writer),
          }),
          ...(batch === null ? [] : [fill(status === 'done' ? words.counted : words.uncounted, { batch })]),
        ].join(' '),
      );
    }
    const status = oneOf(call, 'status', statuses);
    const output = await call.run(actionsOperation, {
      mine: flags.has('mine'),
      language,
      ...given({
        status,
        kpi: kpiOption(call) ?? undefined,
        scope: values.get('scope'),
        among: oneOf(call, 'among', amongs),
        alert: values.get('alert'),
        customer: referenceOption(call, 'customer') ?? undefined,
      }),
    });
    return show(output, (one) => listText(call, one));
  },
};

/** @throws CuadroError option_given_twice */
function kpiOption({ options, command }: Call): string | null {
  const [kpi = null, another] = options.lists.get('kpi') ?? [];
  if (another !== undefined) throw new CuadroError({ code: 'option_given_twice', where: '--kpi', found: another, params: { command } });
  return kpi;
}

/** `120`, `-20%`, `2pp`: points of a rate. @throws CuadroError option_invalid */
function numberOption({ options, command }: Call, name: string): { value: number; isShare: boolean } | null {
  const text = options.values.get(name);
  if (text === undefined) return null;
  const [, number = '', unit = ''] = /^\s*(.+?)\s*(%|pp|)\s*$/.exec(text) ?? [];
  const value = Number(number);
  if (number !== '' && Number.isFinite(value)) return { value: unit === '' ? value : value / 100, isShare: unit === '%' };
  throw new CuadroError({ code: 'option_invalid', where: `--${name}`, found: text, expected: '120, -20%, 2pp', params: { command } });
}

async function add(call: Call, title: string): Promise<{ readonly id: string }> {
  const { values } = call.options;
  const expected = numberOption(call, 'expect');
  const due = dayOption(call, 'due') ?? null;
  return call.run(saveActionOperation, {
    kind: oneOf(call, 'kind', kinds),
    title,
    hypothesis: values.get('why') ?? null,
    kpi: kpiOption(call),
    scope: values.get('scope') ?? null,
    among: oneOf(call, 'among', amongs) ?? null,
    alert: values.get('alert') ?? null,
    customer: referenceOption(call, 'customer'),
    play: values.get('play') ?? null,
    owner: values.get('owner') ?? null,
    user: referenceOption(call, 'user'),
    person: referenceOption(call, 'person'),
    due_on: due,
    expected: expected && { change: expected.value, relative: expected.isShare, by: null },
    cost: numberOption(call, 'cost')?.value ?? null,
  });
}

type Told = ActionOutput['action'];

const aboutText = ({ name, scope, among, customer }: Told, company: string): string => {
  if (customer) return customer.name ?? customer.id;
  const part = scope === null ? null : scope.slice(scope.indexOf('=') + 1);
  return [name, part, among].filter((one) => one !== null).join(' · ') || company;
};

function listText({ language, writer }: Call, { actions: all, ...counts }: ActionsOutput): string {
  const words = actionWords(language);
  if (all.length === 0) return words.none;
  const rows = all.map((one) => [
    one.due_on === null ? '–' : formatDay(one.due_on, writer),
    actionStatusWords[one.overdue ? 'overdue' : one.status]?.[language] ?? one.status,
    actionKindWords[one.kind]?.[language] ?? one.kind,
    one.title,
    aboutText(one, words.company),
    one.owner?.name ?? '–',
    one.id,
  ]);
  const { columns } = words;
  const said = fill(words.counts, Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, String(value)])));
  return `${table(
    [
      { title: columns.due },
      { title: columns.status },
      { title: columns.kind },
      { title: columns.title, max: 48 },
      { title: columns.about, max: 36 },
      { title: columns.owner, max: 24 },
      { title: columns.id },
    ],
    rows,
  )}\n\n${said}`;
}

function actionText({ language, writer }: Call, { action, effect, met, worth, history }: ActionOutput): string {
  const words = actionWords(language);
  const { expected } = action;
  const change = (): string => {
    if (!expected) return '';
    const size = expected.relative
      ? fill(words.share, { share: formatValue(expected.change, 'rate', writer) })
      : formatDifference(expected.change, expected.unit ?? 'count', writer);
    return expected.by === null ? size : `${size}, ${fill(words.by, { by: formatDay(expected.by, writer) })}`;
  };
  const worths =
    worth === null
      ? []
      : worth.times !== null
        ? [fill(words.times, { times: formatNumber(worth.times, writer, 1) })]
        : [fill(words.each, { each: formatValue(worth.each ?? 0, 'money', writer) })];
  return [
    `${action.title}${action.private ? ` (${words.private})` : ''}`,
    [
      actionKindWords[action.kind]?.[language] ?? action.kind,
      aboutText(action, words.company),
      action.owner?.name ?? null,
      actionStatusWords[action.overdue ? 'overdue' : action.status]?.[language] ?? action.status,
    ]
      .filter((one) => one !== null)
      .join(' · '),
    ...(action.hypothesis === null ? [] : [`${words.hypothesis}: ${action.hypothesis}`]),
    ...(expected === null ? [] : [`${words.expected}: ${change()}`]),
    ...(action.cost === null ? [] : [`${words.cost}: ${formatValue(action.cost, 'money', writer)}`]),
    ...(action.outcome === null ? [] : [`${words.outcome}: ${action.outcome}`]),
    ...(effect === null ? [] : ['', effect.says]),
    ...(met === null ? [] : [metWords[met]?.[language] ?? met]),
    ...worths,
    '',
    ...history.map(
      ({ at, what, by }) => `- ${formatDay(at.slice(0, 10), writer)} ${actionEventWords[what]?.[language] ?? what}${by ? ` (${by})` : ''}`,
    ),
  ].join('\n');
}
