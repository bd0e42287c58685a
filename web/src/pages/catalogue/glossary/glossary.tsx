import { Link } from '@tanstack/react-router';
import { useOperation } from '../../../api/use-operation.ts';
import { useMay } from '../../../api/use-session.ts';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { Skeleton, TroubleNotice } from '../../../parts/state-notice/state-notice.tsx';
import { catalogueWords } from '../../../words/catalogue.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { Head } from '../head.tsx';
import styles from './glossary.module.css';

/** The contested words: what each means here, what else it may mean, and which KPIs rest on it. */
export function Glossary() {
  const say = useWords(catalogueWords);
  const { language } = useLanguage();
  const mayChange = useMay('settings.write');
  const { data, error, refetch } = useOperation('glossary', { language });
  const { data: all } = useOperation('kpis', { language });
  const names = new Map(all?.kpis.map(({ id, name }) => [id, name]));
  return (
    <>
      <Head title={say('glossaryTitle')}>{say('glossaryLead')}</Head>
      {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={480} />}
      <div className={styles.terms}>
        {data?.terms.map(({ term, name, means, setting, value, others, conflict, kpis }) => (
          <PageSection
            key={term}
            id={term}
            title={name}
            actions={mayChange && <Link to="/settings">{say('change')}</Link>}
            className={styles.term}
          >
            <div className={styles.force}>
              <span className={styles.tag}>{say('inForce')}</span>
              <p className={styles.means}>{means}</p>
              <small className={styles.setting}>{say('setting', { setting, value })}</small>
            </div>
            {others.length > 0 && (
              <>
                <h3>{say('others')}</h3>
                <ul className={styles.others}>
                  {others.map((other) => (
                    <li key={other.value}>{other.means}</li>
                  ))}
                </ul>
              </>
            )}
            <h3>{say('whyContested')}</h3>
            <p className={styles.why}>{conflict}</p>
            <details className={styles.kpis}>
              <summary>{say('usedBy', { count: kpis.length })}</summary>
              <ul>
                {kpis.map((id) => (
                  <li key={id}>
                    <Link to="/kpis/$id" params={{ id }}>
                      {names.get(id) ?? id}
                    </Link>
                  </li>
                ))}
              </ul>
            </details>
          </PageSection>
        ))}
      </div>
    </>
  );
}
