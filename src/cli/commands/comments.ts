import { commentOperation, removeCommentOperation, resolveCommentOperation } from '../../app/operations/comment.ts';
import { type CommentsOutput, commentsOperation } from '../../app/operations/comments.ts';
import { closeDecisionOperation, type DecisionsOutput, decideOperation, decisionsOperation } from '../../app/operations/decisions.ts';
import { fill } from '../../i18n/cli.ts';
import { conversationWords } from '../../i18n/conversation.ts';
import { formatPeriod } from '../../i18n/format.ts';
import { CuadroError } from '../../model/error.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { dayOption, given, queryOptions } from '../query-options.ts';

const { kpi, from, to } = queryOptions;

export const comments: Command = {
  name: 'comments',
  words: {
    es: 'Las conversaciones y decisiones sobre los indicadores. Con --write comenta, con --decide deja constancia de una decisión.',
    en: 'The conversations and decisions about KPIs. --write comments, --decide writes down a decision.',
  },
  arguments: noArguments,
  options: {
    kpi,
    scope: { kind: 'value', value: "'DIM=VALOR'", words: { es: 'de quién (la empresa)', en: 'whose (the company)' } },
    from: { ...from, words: { es: 'de una celda, su primer día', en: 'of a cell, its first day' } },
    to: { ...to, words: { es: 'de una celda, su último día', en: 'of a cell, its last day' } },
    open: { kind: 'flag', words: { es: 'solo las que no están resueltas', en: 'only those not settled' } },
    write: { kind: 'value', value: 'TEXTO', words: { es: 'comenta esto', en: 'say this' } },
    thread: { kind: 'value', value: 'ID', words: { es: 'en respuesta a este', en: 'in answer to this one' } },
    mention: { kind: 'list', value: 'CORREO', words: { es: 'avisa a esta persona', en: 'tell this person' } },
    remove: { kind: 'value', value: 'ID', words: { es: 'retira este comentario', en: 'take this comment away' } },
    resolve: { kind: 'value', value: 'ID', words: { es: 'da por resuelta esta conversación', en: 'settle this conversation' } },
    reopen: { kind: 'value', value: 'ID', words: { es: 'la reabre', en: 'take it up again' } },
    decisions: { kind: 'flag', words: { es: 'las decisiones', en: 'the decisions' } },
    due: { kind: 'flag', words: { es: 'solo las que toca revisar', en: 'only those to look at again' } },
    decide: { kind: 'value', value: 'TEXTO', words: { es: 'deja constancia de esta decisión', en: 'write down this decision' } },
    why: { kind: 'value', value: 'TEXTO', words: { es: 'por qué se decide', en: 'why it is decided' } },
    by: { kind: 'value', value: 'NOMBRE', words: { es: 'quién lo decide', en: 'who decides it' } },
    on: { kind: 'value', value: 'AAAA-MM-DD', words: { es: 'el día en que se decidió (hoy)', en: 'the day it was decided (today)' } },
    next: { kind: 'value', value: 'AAAA-MM-DD', words: { es: 'cuándo se mira qué dio', en: 'when to look at what came of it' } },
    close: { kind: 'value', value: 'ID', words: { es: 'cierra esta decisión', en: 'close this decision' } },
    outcome: { kind: 'value', value: 'TEXTO', words: { es: 'en qué quedó', en: 'what came of it' } },
  },
  examples: [
    'cuadro comments --kpi csat',
    "cuadro comments --kpi csat --write 'Faltan dos agentes desde enero' --mention ana@example.com",
    "cuadro comments --kpi csat --decide 'Contratar a dos agentes' --why 'La espera se ha triplicado' --next 2026-06-30",
    'cuadro comments --decisions --due',
  ],
  run: async (call) => {
    const { values, flags, lists } = call.options;
    const { language } = call;
    const words = conversationWords(language);
    const show = <Output>(output: Output, say: (output: Output) => string): number => {
      if (call.json) call.printJson(output);
      else call.print(say(output));
      return 0;
    };
    const about = () => ({
      kpi: kpiOption(call),
      scope: values.get('scope') ?? null,
      from: dayOption(call, 'from') ?? null,
      to: dayOption(call, 'to') ?? null,
    });
    const [removed, resolved, reopened] = [values.get('remove'), values.get('resolve'), values.get('reopen')];
    if (removed !== undefined) return show(await call.run(removeCommentOperation, { comment: removed }), () => words.removed);
    if (resolved !== undefined) return show(await call.run(resolveCommentOperation, { thread: resolved }), () => words.resolved);
    if (reopened !== undefined)
      return show(await call.run(resolveCommentOperation, { thread: reopened, resolved: false }), () => words.reopened);
    const text = values.get('write');
    if (text !== undefined) {
      const output = await call.run(commentOperation, {
        ...about(),
        text,
        thread: values.get('thread') ?? null,
        mentions: [...(lists.get('mention') ?? [])],
      });
      const names = (people: readonly { readonly name: string }[]): string => people.map(({ name }) => name).join(', ');
      return show(output, ({ id, told, not_told }) =>
        [
          fill(words.commented, { id }),
          ...(told.length > 0 ? [fill(words.told, { names: names(told) })] : []),
          ...(not_told.length > 0 ? [fill(words.notTold, { names: names(not_told) })] : []),
        ].join('\n'),
      );
    }
    const what = values.get('decide');
    if (what !== undefined) {
      const why = call.required('why');
      const output = await call.run(decideOperation, {
        ...about(),
        what,
        why,
        decided_by: values.get('by') ?? null,
        decided_on: dayOption(call, 'on') ?? null,
        next_look: dayOption(call, 'next') ?? null,
      });
      return show(output, ({ id }) => fill(words.decided, { id }));
    }
    const closed = values.get('close');
    if (closed !== undefined)
      return show(await call.run(closeDecisionOperation, { decision: closed, outcome: call.required('outcome') }), () => words.closed);
    const kpi = kpiOption(call) ?? undefined;
    if (flags.has('decisions'))
      return show(await call.run(decisionsOperation, { due: flags.has('due'), language, ...given({ kpi }) }), (output) =>
        decisionText(call, output),
      );
    return show(await call.run(commentsOperation, { open: flags.has('open'), language, ...given({ kpi }) }), (output) =>
      commentText(call, output),
    );
  },
};

/** @throws CuadroError option_given_twice */
function kpiOption({ options, command }: Call): string | null {
  const [kpi = null, another] = options.lists.get('kpi') ?? [];
  if (another !== undefined) throw new CuadroError({ code: 'option_given_twice', where: '--kpi', found: another, params: { command } });
  return kpi;
}

function aboutText({ language, writer }: Call, { about, name }: Pick<CommentsOutput['threads'][number], 'about' | 'name'>): string {
  const words = conversationWords(language);
  const period = about.from !== null && about.to !== null ? formatPeriod({ start: about.from, end: about.to }, 'total', writer) : null;
  return [name ?? about.customer?.id ?? words.company, about.scope?.slice(about.scope.indexOf('=') + 1) ?? null, period]
    .filter((part) => part !== null)
    .join(' · ');
}

function commentText(call: Call, { threads }: CommentsOutput): string {
  const words = conversationWords(call.language);
  if (threads.length === 0) return words.noComments;
  const at = new Intl.DateTimeFormat(call.writer.locale, { dateStyle: 'medium', timeStyle: 'short' });
  return threads
    .map((thread) => {
      const head = `${aboutText(call, thread)} (${thread.id})${thread.resolved ? ` · ${words.settled}` : ''}`;
      const said = thread.comments.map(
        (one) => `  ${one.author ?? words.someone} · ${at.format(new Date(one.at))}: ${one.text ?? words.gone}`,
      );
      return [head, ...said].join('\n');
    })
    .join('\n\n');
}

function decisionText(call: Call, { decisions }: DecisionsOutput): string {
  const words = conversationWords(call.language);
  const { columns } = words;
  if (decisions.length === 0) return words.noDecisions;
  const day = new Intl.DateTimeFormat(call.writer.locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const told = (text: string): string => day.format(new Date(text));
  return decisions
    .map((one) =>
      [
        `${aboutText(call, one)} · ${one.what} (${one.id})`,
        `  ${columns.why}: ${one.why}`,
        `  ${columns.by}: ${one.decided_by ?? words.someone} · ${told(one.decided_on)}`,
        ...(one.next_look === null ? [] : [`  ${columns.next}: ${told(one.next_look)}${one.due ? ` · ${words.due}` : ''}`]),
        ...(one.outcome === null ? [] : [`  ${words.outcome}: ${one.outcome}`]),
      ].join('\n'),
    )
    .join('\n\n');
}
