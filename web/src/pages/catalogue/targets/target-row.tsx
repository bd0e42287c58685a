import { Link } from '@tanstack/react-router';
import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { useWrite } from '../../../api/use-operation.ts';
import { BulletBar } from '../../../parts/bullet-bar/bullet-bar.tsx';
import { ConfirmButton } from '../../../parts/confirm-button/confirm-button.tsx';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/language.ts';
import { targetsWords } from '../../../words/targets.ts';
import styles from './targets.module.css';

export type Target = OperationOutput<'targets'>['targets'][number];

/** How pressing each state is; a word says it too. */
const tones: Readonly<Record<Target['state'], 'good' | 'warning' | 'bad' | 'neutral'>> = {
  reached: 'good',
  on_course: 'good',
  at_risk: 'warning',
  off_course: 'bad',
  missed: 'bad',
  too_early: 'neutral',
  no_data: 'neutral',
  informative: 'neutral',
};

/** The grain by whose name a stretch of days is called. */
function grainOf({ start, end }: Target['period']): string {
  const months = (Number(end.slice(0, 4)) - Number(start.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(start.slice(5, 7)) + 1;
  return months === 1 ? 'month' : months === 3 ? 'quarter' : months === 12 ? 'year' : 'total';
}

/** One target: what it is, how it stands, as a bar and in words. */
export function TargetRow({ target, mayRemove }: { readonly target: Target; readonly mayRemove: boolean }) {
  const say = useWords(targetsWords);
  const format = useFormat();
  const remove = useWrite('remove_target');
  const { name, kpi, scope, period, state, actual, value, low, high, due, gone, says, next, source } = target;
  const aim = value ?? high ?? low ?? 0;
  const band = value === null && low !== null && high !== null ? ([low, high] as const) : null;
  const isRunning = gone > 0 && gone < 1;
  const facts = [
    scope === null ? null : scope.slice(scope.indexOf('=') + 1),
    format.period(period, grainOf(period)),
    isRunning ? say('gone', { share: format.share(gone) }) : null,
    source === 'cuadro' ? null : say('imported', { source }),
  ];
  // The name stands before it already.
  const told = says.slice(says.indexOf(': ') + 2);
  // What chance makes is no alarm.
  const tone = state === 'missed' && !target.certain ? 'warning' : tones[state];
  return (
    <li className={styles.target}>
      <div className={styles.what}>
        <h3>
          <Link to="/kpis/$id" params={{ id: kpi }}>
            {name}
          </Link>
        </h3>
        <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <div className={styles.bullet}>
        <BulletBar value={actual ?? 0} target={aim} pace={isRunning && target.kind === 'flow' ? due : null} band={band} />
      </div>
      <span className={styles.state} data-is={tone}>
        {say(state)}
      </span>
      <div className={styles.says}>
        <p>{format.sentence(`${told.charAt(0).toUpperCase()}${told.slice(1)}`)}</p>
        {next !== null && (
          <p className={styles.next}>
            <b>{say('next')}:</b> {next}
          </p>
        )}
      </div>
      {mayRemove && (
        <div className={styles.actions}>
          <ConfirmButton
            sure={say('removeSure')}
            question={say('confirm')}
            keep={say('keep')}
            disabled={remove.isPending}
            onConfirm={() => remove.mutate({ target: target.id, source })}
          >
            <span title={say('removeOf', { kpi: name })}>{say('remove')}</span>
          </ConfirmButton>
        </div>
      )}
    </li>
  );
}
