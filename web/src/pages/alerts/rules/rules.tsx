import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useOperation } from '../../../api/use-operation.ts';
import { useMay } from '../../../api/use-session.ts';
import { useAddress } from '../../../frame/address.ts';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { EmptyNotice, Skeleton, TroubleNotice, Updating } from '../../../parts/state-notice/state-notice.tsx';
import { alertsWords } from '../../../words/alerts.ts';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { Builder } from './builder.tsx';
import { RuleRow } from './rule-row.tsx';
import styles from './rules.module.css';

const groups = ['mine', 'shared', 'standard'] as const;

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Every rule as a sentence: one's own, the company's, those that come with Cuadro; and a sentence to make another. */
export function Rules() {
  const say = useWords(alertsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const maySelf = useMay('self');
  const { address, go, shut } = useAddress(['rule', 'kpi', 'scope']);
  const [asked, setAsked] = useState('');
  const { data, error, isPlaceholderData, refetch } = useOperation('alert_rules', { language });
  const found = useMemo(() => {
    const wanted = plain(asked.trim());
    return (data?.rules ?? [])
      .filter(({ says, name }) => wanted === '' || plain(`${says} ${name ?? ''}`).includes(wanted))
      .toSorted(
        (one, other) => Number(one.unwatched !== null) - Number(other.unwatched !== null) || format.collator.compare(one.says, other.says),
      );
  }, [data, asked, format]);
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} />;
  const building = address.rule === 'new' || address.kpi !== '';
  const edited = data.rules.find(({ id }) => id === address.rule);
  const close = (): void => shut({ rule: '', kpi: '', scope: '' });
  const count = data.rules.filter(({ active, unwatched }) => active && unwatched === null).length;
  return (
    <Updating active={isPlaceholderData}>
      <header className={styles.head}>
        <h1>{say('rulesTitle', { count })}</h1>
        <div className={styles.tools}>
          <TextInput
            className={styles.find}
            placeholder={say('find')}
            aria-label={say('find')}
            type="search"
            value={asked}
            onChange={(event) => setAsked(event.currentTarget.value)}
          />
          {!building && (
            <PushButton look="strong" onClick={() => go({ rule: 'new' })}>
              {say('newRule')}
            </PushButton>
          )}
        </div>
      </header>
      <div className={styles.parts}>
        {building && (
          <Builder key={`${address.kpi} ${address.scope}`} kpi={address.kpi} scope={address.scope} edited={null} onClose={close} />
        )}
        {edited && !building && <Builder key={edited.id} kpi={edited.rule.kpi} scope="" edited={edited} onClose={close} />}
        {found.length === 0 && <EmptyNotice is="noMatch">{say('rulesNone')}</EmptyNotice>}
        {groups.map((group) => {
          const own = found.filter(({ shared, standard }) => (standard ? 'standard' : shared ? 'shared' : 'mine') === group);
          return (
            own.length > 0 && (
              <PageSection key={group} title={say(`group_${group}`)} note={say(`group_${group}Note`)}>
                <ul className={styles.list}>
                  {own.map((rule) => (
                    <RuleRow key={rule.id} rule={rule} mayChange={rule.editable && maySelf} onChange={() => go({ rule: rule.id })} />
                  ))}
                </ul>
              </PageSection>
            )
          );
        })}
      </div>
    </Updating>
  );
}
