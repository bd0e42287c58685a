import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { catalogueWords } from '../../../words/catalogue.ts';
import { useFormat } from '../../../words/format.ts';
import { goalsWords } from '../../../words/goals.ts';
import { useWords } from '../../../words/language.ts';
import { useMissing } from '../../../words/missing.ts';
import { Computable } from '../computable/computable.tsx';
import styles from './advised-kpi.module.css';
import { Fitness } from './fitness.tsx';
import { type Advised, type ListName, lists } from './wish.ts';

interface Props {
  readonly advised: Advised;
  readonly list: ListName;
  readonly isMoved: boolean;
  readonly goals: readonly string[];
  readonly industry: string | null;
  readonly onMove: (to: ListName) => void;
}

export const cardId = (kpi: string): string => `advised-${kpi}`;

/** A KPI on one of the three lists: why, on which data, what to read beside it, how fit it is. */
export function AdvisedKpi({ advised, list, isMoved, goals, industry, onMove }: Props) {
  const say = useWords(goalsWords);
  const catalogue = useWords(catalogueWords);
  const format = useFormat();
  const missingOf = useMissing();
  const [examined, setExamined] = useState(false);
  const { kpi, name, nature, timing, part, reason, computable, missing, guards, progress, records, coverage, fitness } = advised;
  const beside = guards.filter((guard) => guard.computable);
  return (
    <li id={cardId(kpi)} tabIndex={-1} className={styles.card} data-list={list}>
      <div className={styles.head}>
        <Link to="/kpis/$id" params={{ id: kpi }} className={styles.name}>
          {name}
        </Link>
        {part !== 'primary' && list === 'use' && <small className={styles.part}>{say(`part_${part}`)}</small>}
        {isMoved && <small className={styles.part}>{say('yours')}</small>}
      </div>
      <p>{reason}</p>
      {list !== 'discard' && (
        <p className={styles.facts}>
          <span>
            {catalogue(`nature_${nature}`)} · {catalogue(`timing_${timing}`)}
          </span>
          <Computable is={computable} />
          {computable && (
            <span>
              {say('records', { count: records, number: format.number(records, 0) })}
              {coverage !== null && coverage < 1 && `, ${say('filled', { share: format.share(coverage) })}`}
            </span>
          )}
        </p>
      )}
      {!computable && (
        <p className={styles.missing}>{list === 'discard' ? say('missing', { list: missingOf(missing) }) : missingOf(missing)}</p>
      )}
      {list === 'use' && progress.length > 0 && (
        <p className={styles.beside}>
          {say('insteadOf')} <Names of={progress} />
        </p>
      )}
      {list === 'use' && beside.length > 0 && (
        <p className={styles.beside}>
          {say('beside')} <Names of={beside} />
        </p>
      )}
      <div className={styles.actions}>
        {lists
          .filter((to) => to !== list)
          .map((to) => (
            <PushButton
              key={to}
              className={styles.move}
              aria-label={say('moveTo', { kpi: name, list: say(to) })}
              onClick={() => onMove(to)}
            >
              {say(`to${to === 'use' ? 'Use' : to === 'aspire' ? 'Aspire' : 'Discard'}`)}
            </PushButton>
          ))}
        <PushButton
          look="quiet"
          className={styles.fitness}
          aria-expanded={examined}
          aria-label={say('fitnessOf', { kpi: name, share: format.share(fitness) })}
          onClick={() => setExamined(!examined)}
        >
          {say('fitness', { share: format.share(fitness) })}
        </PushButton>
      </div>
      {examined && <Fitness kpi={kpi} goals={goals} industry={industry} />}
    </li>
  );
}

function Names({ of }: { readonly of: Advised['guards'] }) {
  return of.map(({ kpi, name }, index) => (
    <span key={kpi}>
      {index > 0 && ', '}
      <Link to="/kpis/$id" params={{ id: kpi }}>
        {name}
      </Link>
    </span>
  ));
}
