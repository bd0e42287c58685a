import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { ReviewForm } from '../../../parts/review/review-form.tsx';
import { Skeleton, TroubleNotice, Updating } from '../../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { reviewsWords } from '../../../words/reviews.ts';
import { Head } from '../head.tsx';
import styles from './reviews.module.css';

type Answer = OperationOutput<'reviews'>;
type Review = Answer['reviews'][number];

const groups = ['due', 'unused', 'coming', 'retired'] as const;

/** Which KPIs are due for review, which may go, which are up to date and which have gone. */
export function Reviews() {
  const say = useWords(reviewsWords);
  const { language } = useLanguage();
  const { data, error, isPlaceholderData, refetch } = useOperation('reviews', { language });
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} />;
  return (
    <Updating active={isPlaceholderData}>
      <Head title={data.due > 0 ? say('titleDue', { count: data.due }) : say('titleNone')}>
        {say('lead', { months: data.every_months })}
      </Head>
      <div className={styles.groups}>
        {groups.map((group) => {
          const own = data.reviews.filter(({ state }) => state === group);
          return own.length === 0 ? null : (
            <PageSection
              key={group}
              title={say(group)}
              note={group === 'unused' ? say('unusedNote', { days: data.unused_days }) : String(own.length)}
            >
              <ul className={styles.list}>
                {own.map((review) => (
                  <Row key={review.kpi} review={review} months={data.every_months} counted={data.counted_since !== null} />
                ))}
              </ul>
            </PageSection>
          );
        })}
      </div>
      <p className={styles.privacy}>
        {data.members.all > 0 && <>{say('usage', data.members)} </>}
        {say('privacy')}
      </p>
    </Updating>
  );
}

function Row({ review, months, counted }: { readonly review: Review; readonly months: number; readonly counted: boolean }) {
  const say = useWords(reviewsWords);
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { kpi, name, state, owner, next_on, retired_on, replaced_by, followed, looks, decisions, mine } = review;
  const [last] = decisions;
  const day =
    retired_on !== null
      ? say(replaced_by ? 'retiredFor' : 'retiredOn', { day: format.day(retired_on), name: replaced_by?.name ?? '' })
      : say(state === 'due' ? 'reviewDue' : 'reviewOn', { day: format.day(next_on) });
  const facts = [
    owner ? say('ownedBy', { name: owner.name }) : say('nobody'),
    ...followed.filter((one) => one !== 'owner').map((one) => say(`followed_${one}`)),
    // Before anyone signed in there was nobody to count.
    counted ? (looks.people === 0 ? say('looks_zero') : say('looks', { count: looks.people })) : null,
  ];
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <h3>
          <Link to="/kpis/$id" params={{ id: kpi }}>
            {name}
          </Link>
        </h3>
        <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
        {last && (
          <p className={styles.last}>
            {say(last.by === null ? 'last' : 'lastBy', {
              decision: say(last.decision),
              day: format.day(last.on),
              by: last.by ?? '',
              reason: last.reason,
            })}
          </p>
        )}
      </div>
      <span className={styles.day} data-due={state === 'due' || undefined}>
        {day}
      </span>
      {mine && !open && (
        <PushButton aria-label={say('decideOf', { kpi: name })} onClick={() => setOpen(true)}>
          {say('decide')}
        </PushButton>
      )}
      {open && (
        <div className={styles.form}>
          <ReviewForm kpi={kpi} name={name} retired={retired_on !== null} months={months} onClose={() => setOpen(false)} />
        </div>
      )}
    </li>
  );
}
