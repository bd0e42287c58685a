import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import { BulletBar } from '../bullet-bar/bullet-bar.tsx';
import { Verdict } from '../verdict/verdict.tsx';
import styles from './against-target.module.css';
import type { Card } from './card.ts';

/** The figure against its target: bar, target and, of a sum whose period runs, where it should be by now; the same in words. */
export function AgainstTarget({
  card,
  target,
  value,
}: {
  readonly card: Card;
  readonly target: NonNullable<Card['target']>;
  readonly value: number;
}) {
  const say = useWords(partsWords);
  const format = useFormat();
  const { unit, compared } = card;
  const { low, high, due, state, scope } = target;
  const told = format.alike(
    [value, target.value, low, high, due].filter((one) => one !== null),
    unit,
  ).value;
  const aim = target.value ?? high ?? low;
  if (aim === null) return null;
  const words =
    target.value !== null
      ? say('targetOf', { value: told(value), target: told(target.value) })
      : low !== null && high !== null
        ? say('targetBand', { low: told(low), high: told(high) })
        : low !== null
          ? say('targetLow', { low: told(low) })
          : say('targetHigh', { high: told(aim) });
  return (
    <>
      <BulletBar value={value} target={aim} pace={due} band={target.value === null && low !== null && high !== null ? [low, high] : null} />
      <span className={styles.words}>
        <span>
          {words}
          {due !== null && `, ${say('targetDue', { due: told(due) })}`}
          {scope !== null && ` · ${say('targetOwn', { who: scope.slice(scope.indexOf('=') + 1) })}`}
        </span>
        {/* Where the card is compared with the target its verdict says it already. */}
        {compared?.against !== 'target' && (state === 'reached' || (state === 'missed' && target.certain)) && <Verdict is={state} />}
      </span>
    </>
  );
}
