import { useOperation } from '../../../api/use-operation.ts';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../../parts/state-notice/state-notice.tsx';
import { catalogueWords } from '../../../words/catalogue.ts';
import { goalsWords } from '../../../words/goals.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { Head } from '../head.tsx';
import { AdviceLists } from './advice-lists.tsx';
import { Ask } from './ask.tsx';
import styles from './goals.module.css';
import { Questions } from './questions.tsx';
import { useWish } from './wish.ts';

/** From what one wants to achieve to the few KPIs to follow. */
export function Goals() {
  const say = useWords(catalogueWords);
  const words = useWords(goalsWords);
  const { language } = useLanguage();
  const { wish, change } = useWish();
  const choices = useOperation('choices', { language });
  const isAsked = wish.goals.length > 0 || wish.industry !== '' || wish.role !== '' || Object.keys(wish.answers).length > 0;
  const advice = useOperation(
    'advise',
    {
      goals: [...wish.goals],
      answers: wish.answers,
      ...(wish.industry === '' ? {} : { industry: wish.industry }),
      ...(wish.role === '' ? {} : { role: wish.role }),
      language,
    },
    { enabled: isAsked },
  );
  return (
    <>
      <Head title={say('goalsTitle')}>{say('goalsLead')}</Head>
      {choices.error && <TroubleNotice error={choices.error} onRetry={() => void choices.refetch()} />}
      {choices.data ? (
        <PageSection title={words('ask')} note={words('askNote')} className={styles.ask}>
          <Ask choices={choices.data} wish={wish} onChange={change} />
          <Questions themes={choices.data.themes} answers={wish.answers} onChange={(answers) => change({ answers, moved: {} })} />
        </PageSection>
      ) : (
        <Skeleton height={240} />
      )}
      {!isAsked && <EmptyNotice is="notConfigured">{words('start')}</EmptyNotice>}
      {isAsked && advice.error && <TroubleNotice error={advice.error} onRetry={() => void advice.refetch()} />}
      {isAsked && !advice.data && !advice.error && <Skeleton height={420} />}
      {isAsked && advice.data && (
        <Updating active={advice.isPlaceholderData}>
          <AdviceLists
            advice={advice.data}
            moved={wish.moved}
            hasAnswers={Object.keys(wish.answers).length > 0}
            onMove={(moved) => change({ moved })}
          />
        </Updating>
      )}
    </>
  );
}
