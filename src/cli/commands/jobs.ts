import { storeUrlOf } from '../../app/config/store-url.ts';
import { workJobs } from '../../app/jobs/start.ts';
import { cancelJobOperation } from '../../app/operations/cancel-job.ts';
import { type JobsOutput, jobsOperation } from '../../app/operations/jobs.ts';
import { retryJobOperation } from '../../app/operations/retry-job.ts';
import { runJobOperation } from '../../app/operations/run-job.ts';
import { fill } from '../../i18n/cli.ts';
import { renderError } from '../../i18n/errors.ts';
import { jobWords } from '../../i18n/jobs.ts';
import { CuadroError } from '../../model/error.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';

export const jobs: Command = {
  name: 'jobs',
  words: {
    es: 'Muestra lo que Cuadro hace por sí mismo: cargas programadas, copias, limpieza; qué salió de cada intento y qué toca después.',
    en: 'Shows what Cuadro does by itself: scheduled imports, backups, housekeeping; what came of each attempt and what comes next.',
  },
  arguments: noArguments,
  options: {
    run: { kind: 'value', value: 'TAREA', words: { es: 'pone en la cola una tarea programada', en: 'queue a scheduled task now' } },
    cancel: { kind: 'value', value: 'ID', words: { es: 'cancela una', en: 'cancel one' } },
    retry: {
      kind: 'value',
      value: 'ID',
      words: { es: 'intenta otra vez una fallida o cancelada', en: 'try a failed or cancelled one again' },
    },
    work: {
      kind: 'flag',
      words: { es: 'hace aquí las que tocan y acaba, cuando no hay servidor', en: 'do here what is due and end, where there is no server' },
    },
    limit: { kind: 'value', value: 'N', words: { es: 'cuántas mostrar (50)', en: 'how many to show (50)' } },
  },
  examples: ['cuadro jobs', 'cuadro jobs --run backup', 'cuadro jobs --work'],
  run: async (call) => {
    const { values, flags } = call.options;
    const words = jobWords(call.language);
    const answers: unknown[] = [];
    const said = (answer: unknown, text: string): void => {
      answers.push(answer);
      if (!call.json) call.print(text);
    };
    const [wanted, cancelled, again] = [values.get('run'), values.get('cancel'), values.get('retry')];
    if (wanted !== undefined) {
      const answer = await call.run(runJobOperation, { schedule: wanted });
      said(answer, fill(answer.is_new ? words.queued : words.pending, { job: answer.job }));
    }
    if (cancelled !== undefined) {
      const answer = await call.run(cancelJobOperation, { id: cancelled });
      said(answer, answer.state === 'cancelled' ? words.cancelled : words.stopping);
    }
    if (again !== undefined) said(await call.run(retryJobOperation, { id: again }), words.retried);
    if (flags.has('work')) {
      const { env, now, signal } = call.effects;
      const done = await workJobs(call.folder, { now, env, storeUrl: storeUrlOf(env), signal });
      said({ done }, fill(words.worked, { count: String(done) }));
    }
    if (answers.length > 0) {
      if (call.json) call.printJson(answers.length === 1 ? answers[0] : answers);
      return 0;
    }
    const limit = values.get('limit');
    if (limit !== undefined && !/^[1-9]\d{0,2}$/.test(limit))
      throw new CuadroError({ code: 'option_invalid', where: '--limit', found: limit, expected: '1 … 500', params: { command: 'jobs' } });
    const output = await call.run(jobsOperation, limit === undefined ? {} : { limit: Number(limit) });
    if (call.json) call.printJson(output);
    else call.print(overview(call, output));
    return 0;
  },
};

function overview(call: Call, { jobs: done, schedules, timezone }: JobsOutput): string {
  const words = jobWords(call.language);
  const moment = new Intl.DateTimeFormat(call.writer.locale, { dateStyle: 'short', timeStyle: 'medium', timeZone: timezone });
  const shown = (instant: string): string => moment.format(new Date(instant));
  const outcome = ({ error, result }: JobsOutput['jobs'][number]): string => {
    if (error) {
      const facts = Object.fromEntries(Object.entries(error).filter(([, value]) => typeof value === 'string'));
      return renderError(new CuadroError({ ...facts, code: error.code }), call.language).message;
    }
    // A mark is for the next run, not for people.
    const told = Object.entries(result ?? {}).filter(([name, value]) => name !== 'mark' && value !== null);
    return told.map(([name, value]) => `${name}: ${String(value)}`).join(', ');
  };
  const { columns, planned } = words;
  const comes = table(
    [{ title: planned.task }, { title: planned.every }, { title: planned.next }],
    schedules.map(({ name, every, next_at }) => [name, every ?? words.onEvent, next_at === null ? '–' : shown(next_at)]),
  );
  if (done.length === 0) return `${comes}\n\n${words.none}`;
  const was = table(
    [
      { title: columns.when },
      { title: columns.job },
      { title: columns.state },
      { title: columns.tries, align: 'right' },
      { title: columns.outcome, max: 70 },
      { title: columns.id },
    ],
    done.map((job) => [
      shown(job.finished_at ?? job.due_at),
      job.schedule ?? job.kind,
      words.states[job.state] ?? job.state,
      String(job.attempts),
      outcome(job),
      job.id,
    ]),
  );
  return `${comes}\n\n${was}`;
}
