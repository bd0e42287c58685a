import { useCompany } from '../../api/use-company.ts';
import { useOperation } from '../../api/use-operation.ts';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../parts/state-notice/state-notice.tsx';
import { ToneTag } from '../../parts/tone-tag/tone-tag.tsx';
import { useLanguage, useWords } from '../../words/language.ts';
import { settingsWords } from '../../words/settings.ts';
import styles from './installation.module.css';
import common from './settings-page.module.css';

const tones = { error: 'bad', warning: 'warning', ok: 'good' } as const;

/** What is wrong with the installation, why it matters and how to mend it; then what is in order. */
export function Installation() {
  const say = useWords(settingsWords);
  const { language } = useLanguage();
  const { version } = useCompany();
  const { data, error, isFetching, refetch } = useOperation('examine', { language });
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={420} />;
  const count = (severity: string): number => data.findings.filter((one) => one.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const said = [
    ...(errors > 0 ? [say('installationErrors', { count: errors })] : []),
    ...(warnings > 0 ? [say('installationWarnings', { count: warnings })] : []),
  ];
  const toMend = data.findings.filter(({ severity }) => severity !== 'ok').toSorted((a, b) => a.severity.localeCompare(b.severity));
  return (
    <Updating active={isFetching}>
      <div className={common.parts}>
        <PageSection
          title={say('tab_installation')}
          note={say('version', { version })}
          actions={
            <PushButton disabled={isFetching} onClick={() => void refetch()}>
              {say('again')}
            </PushButton>
          }
        >
          <p className={common.help}>{say('installationNote')}</p>
          {said.length === 0 ? (
            <EmptyNotice is="goodNews">{say('installationFine')}</EmptyNotice>
          ) : (
            <p role="status">
              <b>{said.join(' · ')}</b>
            </p>
          )}
          <ul className={styles.findings}>
            {toMend.map(({ code, severity, what, why, fix }) => (
              <li key={`${code} ${what}`}>
                <ToneTag is={tones[severity]} />
                <div>
                  <p className={styles.what}>{what}</p>
                  <p>{why}</p>
                  <p>→ {fix}</p>
                </div>
              </li>
            ))}
          </ul>
        </PageSection>
        <PageSection title={say('inOrder')}>
          <ul className={styles.fine}>
            {data.findings
              .filter(({ severity }) => severity === 'ok')
              .map(({ code, what }) => (
                <li key={`${code} ${what}`}>
                  <span aria-hidden="true">✓</span> {what}
                </li>
              ))}
          </ul>
        </PageSection>
      </div>
    </Updating>
  );
}
