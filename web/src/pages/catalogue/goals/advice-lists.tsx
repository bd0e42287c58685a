import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useOperation } from '../../../api/use-operation.ts';
import { announce } from '../../../parts/live-region/live-region.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { useFormat } from '../../../words/format.ts';
import { goalsWords } from '../../../words/goals.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import styles from './advice-lists.module.css';
import { AdvisedKpi, cardId } from './advised-kpi.tsx';
import { Findings } from './findings.tsx';
import { type Advice, type Advised, arranged, type ListName, lists, type Wish } from './wish.ts';

interface Props {
  readonly advice: Advice;
  readonly moved: Wish['moved'];
  readonly hasAnswers: boolean;
  readonly onMove: (moved: Wish['moved']) => void;
}

/** So many of a list are shown at once. */
const shownFirst = 12;

/** Use, aspire, discard: each KPI with its reason, and a way to the other lists by keyboard or pointer. */
export function AdviceLists({ advice, moved, hasAnswers, onMove }: Props) {
  const say = useWords(goalsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const [whole, setWhole] = useState<readonly ListName[]>([]);
  const toFocus = useRef<string | null>(null);
  const arrangement = arranged(advice, moved);
  const { use } = arrangement;
  const isChanged = Object.keys(moved).length > 0;
  const lint = useOperation(
    'lint',
    { kpis: use.map(({ kpi }) => kpi), primary: use.filter(({ part }) => part === 'primary').map(({ kpi }) => kpi), language },
    { enabled: isChanged && use.length > 0 },
  );
  const findings = isChanged && use.length > 0 ? (lint.data?.findings ?? []) : advice.findings;
  useEffect(() => {
    // Whoever moves a KPI by the keyboard goes with it.
    if (toFocus.current === null) return;
    document.getElementById(cardId(toFocus.current))?.focus();
    toFocus.current = null;
  });
  const move = ({ kpi, name }: Advised, to: ListName): void => {
    const { [kpi]: _, ...rest } = moved;
    toFocus.current = kpi;
    onMove(advice[to].some((one) => one.kpi === kpi) ? rest : { ...rest, [kpi]: to });
    announce(say('moved', { kpi: name, list: say(to) }));
  };
  return (
    <div>
      <div className={styles.head}>
        <h2>{use.length === 0 ? say('resultNone') : use.length === 1 ? say('resultOne') : say('result', { count: use.length })}</h2>
        {isChanged && <PushButton onClick={() => onMove({})}>{say('reset')}</PushButton>}
      </div>
      {hasAnswers && advice.goals.length > 0 && (
        <p className={styles.behind}>{say('behind', { list: format.list(advice.goals.map(({ name }) => name)) })}</p>
      )}
      {use.length > 1 && (
        <p className={styles.behind}>
          {say('balance', {
            leading: use.filter(({ timing }) => timing === 'leading').length,
            lagging: use.filter(({ timing }) => timing === 'lagging').length,
            failure: use.filter(({ nature }) => nature === 'failure').length,
          })}
        </p>
      )}
      {use.length > 0 && <Findings findings={findings} isSound={!isChanged || lint.data !== undefined} />}
      <div className={styles.lists}>
        {lists.map((list) => {
          const some = arrangement[list];
          const shown = whole.includes(list) ? some : some.slice(0, shownFirst);
          return (
            <section
              key={list}
              className={styles.list}
              data-list={list}
              data-empty={some.length === 0 || undefined}
              aria-labelledby={`list-${list}`}
            >
              <h3 id={`list-${list}`}>
                {say(list)} <small>{some.length}</small>
              </h3>
              <p className={styles.says}>
                {say(some.length === 0 ? `${list}None` : `${list}Says`)}{' '}
                {list === 'aspire' && some.length > 0 && <Link to="/data">{say('import')}</Link>}
              </p>
              <ol>
                {shown.map((advised) => (
                  <AdvisedKpi
                    key={advised.kpi}
                    advised={advised}
                    list={list}
                    isMoved={moved[advised.kpi] === list}
                    goals={advice.goals.map(({ id }) => id)}
                    industry={advice.industry?.id ?? null}
                    onMove={(to) => move(advised, to)}
                  />
                ))}
              </ol>
              {shown.length < some.length && (
                <PushButton look="quiet" className={styles.more} onClick={() => setWhole([...whole, list])}>
                  {say('more', { count: some.length - shown.length })}
                </PushButton>
              )}
            </section>
          );
        })}
      </div>
    </div>
  );
}
