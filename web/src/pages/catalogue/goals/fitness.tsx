import { useOperation } from '../../../api/use-operation.ts';
import { Skeleton, TroubleNotice } from '../../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../../words/format.ts';
import { goalsWords } from '../../../words/goals.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import styles from './fitness.module.css';

interface Props {
  readonly kpi: string;
  readonly goals: readonly string[];
  readonly industry: string | null;
}

/** The fitness test of a KPI: six criteria, each with its score and why. */
export function Fitness({ kpi, goals, industry }: Props) {
  const say = useWords(goalsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const { data, error, refetch } = useOperation(
    'fitness',
    { kpi, goals: [...goals], ...(industry === null ? {} : { industry }), language },
    { keep: false },
  );
  if (error) return <TroubleNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={150} />;
  return (
    <div className={styles.test}>
      <p>{say(data.passes ? 'passes' : 'fails')}</p>
      <dl>
        {data.criteria.map(({ criterion, name, score, reasons }) => (
          <div key={criterion} className={styles.row}>
            <dt>{name}</dt>
            <dd>
              <b>{format.share(score)}</b> {format.list(reasons.map(({ text }) => text))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
