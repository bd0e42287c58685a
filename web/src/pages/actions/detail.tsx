import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { useOperation } from '../../api/use-operation.ts';
import { EffectChart } from '../../parts/effect-chart/effect-chart.tsx';
import { Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { actionsWords } from '../../words/actions.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import styles from './actions-page.module.css';
import { CloseAction } from './close-action.tsx';

type Whole = OperationOutput<'action'>;

/** Whether the effect is there, and is what was hoped for. */
function Verdicts({ effect, met, worth }: Pick<Whole, 'effect' | 'met' | 'worth'>) {
  const say = useWords(actionsWords);
  const format = useFormat();
  if (effect === null) return null;
  const tone = effect.verdict === 'better' ? 'good' : effect.verdict === 'worse' ? 'bad' : 'neutral';
  return (
    <p className={styles.verdicts}>
      <span className={styles.state} data-is={tone}>
        {effect.verdict === null ? say(effect.state) : say(effect.verdict)}
      </span>
      {met !== null && <span>{say(`met_${met}`)}</span>}
      {worth?.times != null && <span>{say('worthTimes', { times: format.number(worth.times, 1) })}</span>}
      {worth?.each != null && <span>{say('worthEach', { each: format.value(worth.each, 'money') })}</span>}
    </p>
  );
}

/** All there is of an action: why, what was expected, before and after, what became of it. */
export function ActionDetail({ id }: { readonly id: string }) {
  const say = useWords(actionsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const { data, error, refetch } = useOperation('action', { action: id, language }, { keep: false });
  if (!data) {
    return (
      <div className={styles.detail}>
        {error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={280} />}
      </div>
    );
  }
  const { action, effect, met, worth, history } = data;
  const { expected, status, cost, hypothesis, outcome, kpi, customer } = action;
  const change = (): string | null => {
    if (expected === null) return null;
    const { change: by, relative, unit } = expected;
    const size = relative
      ? say('expectedShare', { change: `${by > 0 ? '+' : ''}${format.share(by)}` })
      : format.difference(by, unit ?? 'count');
    return expected.by === null ? size : say('expectedBy', { change: size, day: format.day(expected.by) });
  };
  const terms = [
    [say('hypothesis'), hypothesis],
    [say('expected'), change()],
    [say('cost'), cost === null ? null : format.value(cost, 'money')],
    [say(status === 'dropped' ? 'whyDropped' : 'outcome'), outcome],
  ] as const;
  return (
    <div className={styles.detail}>
      <dl className={styles.terms}>
        {terms.flatMap(([term, text]) =>
          text === null ? [] : [<dt key={`${term}t`}>{term}</dt>, <dd key={`${term}d`}>{format.sentence(text)}</dd>],
        )}
      </dl>
      <Verdicts effect={effect} met={met} worth={worth} />
      {effect && effect.series.length > 0 && <EffectChart effect={effect} />}
      {effect && effect.series.length === 0 && <p className={styles.note}>{format.sentence(effect.says)}</p>}
      {!effect && status === 'open' && kpi !== null && customer === null && <p className={styles.note}>{say('waits')}</p>}
      {!effect && (kpi === null || customer !== null) && <p className={styles.note}>{say('notMeasured')}</p>}
      <ul className={styles.history} aria-label={say('history')}>
        {history.map(({ at, what, by }) => (
          <li key={`${at} ${what}`}>
            {format.momentDay(at)} · {by === null ? say(what) : say('by', { what: say(what), who: by })}
          </li>
        ))}
      </ul>
      {action.editable && <CloseAction action={action} />}
    </div>
  );
}
