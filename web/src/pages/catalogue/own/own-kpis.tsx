import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useOperation, useWrite } from '../../../api/use-operation.ts';
import { useMay } from '../../../api/use-session.ts';
import { announce } from '../../../parts/live-region/live-region.tsx';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { Skeleton, TroubleNotice } from '../../../parts/state-notice/state-notice.tsx';
import { catalogueWords } from '../../../words/catalogue.ts';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { ownKpiWords } from '../../../words/own-kpi.ts';
import { Head } from '../head.tsx';
import { Ask } from './ask.tsx';
import { Editor } from './editor.tsx';
import styles from './own-kpis.module.css';

/** What is in the editor: the text to begin from; `key` makes another beginning another editor. */
interface Draft {
  readonly key: string;
  readonly text: string;
  /** Set for a version of before, which is only read. */
  readonly version: number | null;
}

const nothing: Draft = { key: 'new', text: '', version: null };

/** KPIs of the company's own: those there are, their former versions, and the editor that tries one while it is written. */
export function OwnKpis() {
  const say = useWords(catalogueWords);
  const words = useWords(ownKpiWords);
  const format = useFormat();
  const { language } = useLanguage();
  const mayWrite = useMay('catalogue.write');
  const { data, error, refetch } = useOperation('own_kpis', { language });
  const define = useWrite('define');
  const [draft, setDraft] = useState<Draft>(nothing);
  const [removing, setRemoving] = useState<string | null>(null);
  const remove = async (id: string, name: string): Promise<void> => {
    await define.mutateAsync({ remove: id });
    setRemoving(null);
    setDraft(nothing);
    announce(words('removed', { name }));
  };
  return (
    <>
      <Head title={say('ownTitle')}>{say('ownLead')}</Head>
      <PageSection
        title={words('list')}
        className={styles.list}
        actions={
          draft.key !== 'new' && <PushButton onClick={() => setDraft({ ...nothing, key: `new ${Date.now()}` })}>{words('new')}</PushButton>
        }
      >
        {error && !data && <TroubleNotice error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton height={48} />}
        {data?.kpis.length === 0 && <p className={styles.none}>{words('none')}</p>}
        <ul>
          {data?.kpis.map(({ id, name, version, since, status, text, history }) => (
            <li key={id} className={styles.own}>
              <PushButton
                look="quiet"
                className={styles.name}
                aria-pressed={draft.key.startsWith(`${id} `)}
                onClick={() => setDraft({ key: `${id} ${version}`, text, version: null })}
              >
                {name}
              </PushButton>
              <small>
                {words('version', { version })} {words('since', { day: format.day(since) })}
              </small>
              {status === 'draft' && <small className={styles.draft}>{words('draft')}</small>}
              <Link to="/kpis/$id" params={{ id }}>
                {words('see')}
              </Link>
              {history.map((former) => (
                <PushButton
                  key={former.version}
                  look="quiet"
                  className={styles.former}
                  onClick={() => setDraft({ key: `${id} v${former.version}`, text: former.text, version: former.version })}
                >
                  {words('historyOpen', { version: former.version })}
                </PushButton>
              ))}
              {mayWrite && removing !== id && (
                <PushButton look="quiet" className={styles.former} onClick={() => setRemoving(id)}>
                  {words('remove')}
                </PushButton>
              )}
              {removing === id && (
                <Ask
                  question={words('removeAsk', { name })}
                  yes={words('yes')}
                  onYes={() => void remove(id, name)}
                  onNo={() => setRemoving(null)}
                />
              )}
            </li>
          ))}
        </ul>
        {define.error && <TroubleNotice error={define.error} />}
      </PageSection>
      <Editor key={draft.key} text={draft.text} version={draft.version} mayWrite={mayWrite} />
    </>
  );
}
