import { Radio } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OperationOutput } from '../../../../src/app/api/client-types.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useMay } from '../../api/use-session.ts';
import { Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useLanguage, useWords } from '../../words/language.ts';
import { settingsWords } from '../../words/settings.ts';
import { SettingsSection } from './company/section.tsx';
import { type SettingsNow, useSettings } from './company/use-settings-form.ts';
import styles from './glossary.module.css';
import common from './settings-page.module.css';

type Entry = OperationOutput<'glossary'>['terms'][number];

/** Contested words: what each may mean, what it means here, and which KPIs change with it. */
export function Glossary() {
  const say = useWords(settingsWords);
  const { language } = useLanguage();
  const may = useMay('settings.write');
  const glossary = useOperation('glossary', { language });
  const { settings, version, anew, ...asked } = useSettings();
  const kpis = useOperation('kpis', { language });
  const error = glossary.error ?? asked.error;
  if (!glossary.data || !settings) {
    const again = (): void => {
      asked.refetch();
      void glossary.refetch();
    };
    return error ? <TroubleNotice error={error} onRetry={again} /> : <Skeleton height={720} />;
  }
  const names = new Map(kpis.data?.kpis.map(({ id, name }) => [id, name]));
  return (
    <div className={common.parts} key={version}>
      <p className={common.help}>
        {say('glossaryNote')} {!may && say('readOnly')}
      </p>
      {glossary.data.terms.map((entry) => (
        <Term key={entry.term} entry={entry} settings={settings} names={names} disabled={!may} onAnew={anew} />
      ))}
    </div>
  );
}

interface TermProps {
  readonly entry: Entry;
  readonly settings: SettingsNow;
  readonly names: ReadonlyMap<string, string>;
  readonly disabled: boolean;
  readonly onAnew: () => void;
}

function Term({ entry, settings, names, disabled, onAnew }: TermProps) {
  const say = useWords(settingsWords);
  const inForce = String(entry.value);
  const [value, setValue] = useState(inForce);
  const isDays = entry.term === 'active';
  const meanings = [
    { value: inForce, means: entry.means },
    ...entry.others.map((other) => ({ ...other, value: String(other.value) })),
  ].toSorted((a, b) => a.value.localeCompare(b.value));
  return (
    <SettingsSection
      title={entry.name}
      {...(entry.kpis.length === 0 ? { note: say('changesNone') } : {})}
      settings={settings}
      change={{ glossary: { [entry.term]: value } }}
      disabled={disabled || isDays}
      onAnew={onAnew}
    >
      {isDays ? (
        <p>
          {entry.means}{' '}
          <Link to="/settings" search={{ tab: 'company' }}>
            {say('activeElsewhere')}
          </Link>
        </p>
      ) : (
        <Radio.Group value={value} onChange={setValue} aria-label={entry.name}>
          <div className={styles.meanings}>
            {meanings.map((one) => (
              <Radio
                key={one.value}
                value={one.value}
                label={
                  <>
                    {one.means} {one.value === inForce && <small className={styles.tag}>{say('inForce')}</small>}
                  </>
                }
              />
            ))}
          </div>
        </Radio.Group>
      )}
      <p className={common.help}>
        <b>{say('conflict')}.</b> {entry.conflict}
      </p>
      {entry.kpis.length > 0 && (
        <details className={styles.kpis}>
          <summary>{say('changes', { count: entry.kpis.length })}</summary>
          <p>
            {entry.kpis.map((id) => (
              <Link key={id} to="/kpis/$id" params={{ id }}>
                {names.get(id) ?? id}
              </Link>
            ))}
          </p>
        </details>
      )}
    </SettingsSection>
  );
}
