import { Checkbox, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { useOperation, useWrite } from '../../api/use-operation.ts';
import { useSession } from '../../api/use-session.ts';
import { FormEnd } from '../../parts/form-end/form-end.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useLanguage, useWords } from '../../words/language.ts';
import { startWords } from '../../words/start.ts';
import styles from './start-page.module.css';

type Advised = OperationOutput<'advise'>['use'][number];

/** The KPIs that suit the goals and the data, with what can be computed today; kept as a board. */
export function Proposal({ goals }: { readonly goals: readonly string[] }) {
  const say = useWords(startWords);
  const { language } = useLanguage();
  const { data, error, refetch } = useOperation('advise', { goals: [...goals], language });
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} />;
  return (
    <>
      <PageSection title={say('step_kpis')} note={data.goals.map(({ name }) => name).join(' · ')}>
        <p className={styles.why}>{say(goals.length === 0 ? 'kpisNoGoals' : 'kpisHelp')}</p>
        {data.use.length === 0 ? (
          <EmptyNotice is="noData" action={<Link to="/data">{say('importGo')}</Link>}>
            {say('none')}
          </EmptyNotice>
        ) : (
          <Choose key={goals.join()} use={data.use} goals={goals} />
        )}
      </PageSection>
      {data.aspire.length > 0 && (
        <PageSection title={say('aspire')} look="bare">
          <ul className={styles.kpis}>
            {data.aspire.map(({ kpi, name, add }) => (
              <li key={kpi}>
                <span className={styles.later}>{say('notYet')}</span>
                <span>
                  <Link to="/kpis/$id" params={{ id: kpi }}>
                    {name}
                  </Link>
                  <small>{add}</small>
                </span>
              </li>
            ))}
          </ul>
        </PageSection>
      )}
    </>
  );
}

function Choose({ use, goals }: { readonly use: readonly Advised[]; readonly goals: readonly string[] }) {
  const say = useWords(startWords);
  const session = useSession();
  const save = useWrite('save_board');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState(say('boardDefault'));
  const [shared, setShared] = useState(false);
  const cards = use.filter(({ kpi }) => !left.has(kpi)).map(({ kpi, variant }) => ({ kpi, variant }));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ id: save.data?.id ?? null, name, shared, layout: { cards, goals: [...goals] } });
      }}
    >
      <ul className={styles.kpis}>
        {use.map(({ kpi, name: title, reason, part, computable }) => (
          <li key={kpi}>
            <Checkbox
              aria-label={title}
              checked={!left.has(kpi)}
              onChange={(event) => {
                const next = new Set(left);
                if (event.currentTarget.checked) next.delete(kpi);
                else next.add(kpi);
                setLeft(next);
              }}
            />
            <span>
              <span className={styles.name}>
                <Link to="/kpis/$id" params={{ id: kpi }}>
                  {title}
                </Link>
                <em data-on={computable || undefined}>{computable ? `✓ ${say('computable')}` : say('notYet')}</em>
              </span>
              <small>{part === 'guard' ? `${reason} (${say('guard')})` : reason}</small>
            </span>
          </li>
        ))}
      </ul>
      {session.permissions.includes('self') ? (
        <>
          <div className={styles.saving}>
            <TextInput
              label={say('boardName')}
              required
              withAsterisk={false}
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            {session.permissions.includes('catalogue.write') && (
              <Checkbox label={say('shared')} checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
            )}
          </div>
          <FormEnd
            label={say('save')}
            busy={save.isPending}
            disabled={cards.length === 0}
            error={save.error}
            done={save.data ? say('saved', { name: save.data.name }) : null}
          >
            {save.data && (
              <Link to="/" search={{ board: save.data.id }}>
                {say('toBoard')}
              </Link>
            )}
          </FormEnd>
        </>
      ) : (
        <p className={styles.why}>
          {say('needsAccount')} <Link to="/sign-in">{say('signIn')}</Link>
        </p>
      )}
    </form>
  );
}
