import { Link } from '@tanstack/react-router';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { useOperation } from '../../api/use-operation.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { Skeleton, TroubleNotice, Updating } from '../../parts/state-notice/state-notice.tsx';
import { Verdict } from '../../parts/verdict/verdict.tsx';
import { executiveWords } from '../../words/executive.ts';
import { useFormat } from '../../words/format.ts';
import { frameWords } from '../../words/frame.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { PaperHead } from '../board/paper/paper-head.tsx';
import styles from './executive-page.module.css';

type Answer = OperationOutput<'executive'>;
type Line = Answer['bands'][number]['lines'][number];

/** What whoever runs the company has to know, on a page that fits one sheet of paper. */
export function Page() {
  const say = useWords(executiveWords);
  const frame = useWords(frameWords);
  const { language } = useLanguage();
  const { data, error, isPlaceholderData, refetch } = useOperation('executive', { language });
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={640} />;
  return (
    <Updating active={isPlaceholderData}>
      <div className={styles.page}>
        <PaperHead name={frame('executive')} />
        <header className={styles.head}>
          <h1>{data.says}</h1>
          <PushButton className={styles.print} onClick={() => window.print()}>
            {say('print')}
          </PushButton>
        </header>
        <Goals objectives={data.objectives} />
        <div className={styles.bands}>
          {data.bands.map(({ band, lines }) => (
            <PageSection key={band} title={say(band)}>
              {lines.length === 0 ? <p className={styles.quiet}>{say('noLines')}</p> : <Lines lines={lines} />}
            </PageSection>
          ))}
        </div>
        <div className={styles.halves}>
          <PageSection title={say('risks')}>
            <Risks risks={data.risks} />
          </PageSection>
          <PageSection title={say('decisions')}>
            <Due decisions={data.decisions} reviews={data.reviews} />
          </PageSection>
        </div>
      </div>
    </Updating>
  );
}

function Goals({ objectives }: Pick<Answer, 'objectives'>) {
  const say = useWords(executiveWords);
  if (objectives.length === 0) {
    return (
      <PageSection title={say('goals')}>
        <p className={styles.quiet}>
          {say('noGoals')}{' '}
          <Link to="/kpis" search={{ tab: 'targets' }}>
            {say('setGoals')}
          </Link>
        </p>
      </PageSection>
    );
  }
  return (
    <PageSection title={say('goals')}>
      <ul className={styles.goals}>
        {objectives.map(({ name, standing, targets }) => (
          <li key={name ?? ''} data-is={standing}>
            <b>{name ?? say('noObjective')}</b>
            <span className={styles.standing}>{say(`standing_${standing}`)}</span>
            <small>{say('targets', { count: targets })}</small>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const format = useFormat();
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line.kpi}>
          <Link to="/kpis/$id" params={{ id: line.kpi }}>
            {line.name}
          </Link>
          <b>{line.value === null ? '–' : format.value(line.value, line.unit)}</b>
          <p>
            {format.period(line.period, line.grain)} <Change line={line} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function Change({ line }: { readonly line: Line }) {
  const format = useFormat();
  if (line.change === null) return null;
  const change = format.change(line.change, line.relative, line.unit);
  return (
    <>
      · {change} <Verdict is={line.verdict ?? 'noise'} />
    </>
  );
}

function Risks({ risks }: Pick<Answer, 'risks'>) {
  const say = useWords(executiveWords);
  const format = useFormat();
  if (risks.length === 0) return <p className={styles.quiet}>{say('noRisks')}</p>;
  return (
    <ol className={styles.list}>
      {risks.map(({ kpi, name, says, line }) => (
        <li key={kpi}>
          <Link to="/kpis/$id" params={{ id: kpi }} hash={says === null ? 'explanation' : ''}>
            {name}
          </Link>
          <p>
            {says === null ? (
              <>
                {say('worse')}
                {line && line.change !== null && `: ${format.change(line.change, line.relative, line.unit)}`}
              </>
            ) : (
              format.sentence(
                (says.startsWith(`${name}: `) ? says.slice(name.length + 2) : says).replace(/^./, (letter) => letter.toUpperCase()),
              )
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Due({ decisions, reviews }: Pick<Answer, 'decisions' | 'reviews'>) {
  const say = useWords(executiveWords);
  const format = useFormat();
  if (decisions.length + reviews.length === 0) return <p className={styles.quiet}>{say('nothingDue')}</p>;
  const facts = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(' · ');
  return (
    <ul className={styles.list}>
      {decisions.map(({ id, kpi, name, what, by, due }) => (
        <li key={id}>
          {kpi === null ? (
            say('lookAgain', { what })
          ) : (
            <Link to="/kpis/$id" params={{ id: kpi }} hash="conversation">
              {say('lookAgain', { what })}
            </Link>
          )}
          <p>{facts([name, by, say('since', { day: format.day(due) })])}</p>
        </li>
      ))}
      {reviews.map(({ kpi, name, owner, due }) => (
        <li key={kpi}>
          <Link to="/kpis/$id" params={{ id: kpi }} hash="definition">
            {say('review', { kpi: name })}
          </Link>
          <p>{facts([owner, say('since', { day: format.day(due) })])}</p>
        </li>
      ))}
    </ul>
  );
}
