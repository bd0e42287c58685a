import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { useWrite } from '../../../api/use-operation.ts';
import { useMay } from '../../../api/use-session.ts';
import { FormEnd } from '../../../parts/form-end/form-end.tsx';
import { announce } from '../../../parts/live-region/live-region.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { SelectField } from '../../../parts/select-field/select-field.tsx';
import { alertsWords } from '../../../words/alerts.ts';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { DepartmentField } from '../department-field.tsx';
import { type Draft, draftFor, draftOf, givenOf, type Rule, ruleFrom } from './draft.ts';
import styles from './rules.module.css';
import { Sentence } from './sentence.tsx';
import { Simulation } from './simulation.tsx';

export type Kpi = OperationOutput<'kpis'>['kpis'][number];

interface Props {
  readonly kpis: readonly Kpi[];
  readonly first: Kpi;
  readonly scope: string | null;
  readonly edited: OperationOutput<'alert_rules'>['rules'][number] | null;
  readonly onClose: () => void;
}

/** The sentence, whom it tells, a trial on history, and then its keeping. */
export function BuilderForm({ kpis, first, scope, edited, onClose }: Props) {
  const say = useWords(alertsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const maySelf = useMay('self');
  const mayShare = useMay('catalogue.write');
  const { locale } = format.writer;
  const [draft, setDraft] = useState<Draft>(() => (edited ? draftOf(edited.rule, first.unit, locale) : draftFor(first, scope)));
  const [shared, setShared] = useState(edited?.shared ?? false);
  const [name, setName] = useState(edited?.name ?? '');
  const [tried, setTried] = useState<Rule | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const save = useWrite('save_alert_rule', ['alert_rules', 'alerts']);
  const kpi = kpis.find(({ id }) => id === draft.kpi) ?? first;
  const read = ruleFrom(draft, { unit: kpi.unit, locale, before: edited ? givenOf(edited.rule) : null });
  const rule = 'wrong' in read ? null : read;
  // Whom it tells does not change what it would have found.
  const bare = (one: Rule | null): string => (one === null ? '' : JSON.stringify({ ...one, route: null, escalate_after: null }));
  const isTried = tried !== null && bare(tried) === bare(rule);
  const change = (next: Partial<Draft>): void => {
    setWrong(null);
    save.reset();
    setDraft({ ...draft, ...next });
  };
  const submit = (): void => {
    if (rule === null) {
      setWrong(say('badNumber', { example: format.number('wrong' in read && read.wrong === 'amount' ? 2.5 : 3) }));
      return;
    }
    setWrong(null);
    if (!isTried) {
      setTried(rule);
      return;
    }
    save.mutate(
      { id: edited?.id ?? null, name: name.trim() === '' ? null : name.trim(), shared, active: true, rule, language },
      {
        onSuccess: () => {
          announce(say('saved'));
          onClose();
        },
      },
    );
  };
  return (
    <form
      className={styles.builder}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Sentence
        draft={draft}
        kpi={kpi}
        kpis={kpis}
        isNew={edited === null}
        wrong={wrong !== null && 'wrong' in read ? read.wrong : null}
        onChange={change}
      />
      {maySelf && (
        <div className={styles.fields}>
          {mayShare && !edited?.standard && (
            <SelectField
              label={say('toWhom')}
              value={shared ? 'company' : 'me'}
              options={[
                { value: 'me', label: say('toMe') },
                { value: 'company', label: say('toCompany') },
              ]}
              onChange={(next) => setShared(next === 'company')}
            />
          )}
          <DepartmentField
            label={say('alsoDepartment')}
            none={say('none')}
            value={draft.department}
            onChange={(department) => change({ department })}
          />
          <TextInput
            label={say('escalate')}
            placeholder={say('escalateNever')}
            inputMode="numeric"
            value={draft.escalate}
            onChange={(event) => change({ escalate: event.currentTarget.value })}
          />
          <TextInput label={say('name')} maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        </div>
      )}
      {isTried && tried && (
        <section aria-label={say('simTitle')} className={styles.tried}>
          <Simulation rule={tried} />
        </section>
      )}
      <FormEnd
        label={say(isTried && maySelf ? 'save' : 'simulate')}
        busy={save.isPending}
        disabled={isTried && !maySelf}
        error={wrong ?? save.error}
      >
        <PushButton look="quiet" onClick={onClose}>
          {say('cancel')}
        </PushButton>
        <span className={styles.facts}>{!maySelf ? say('saveAccount') : isTried ? '' : say('saveFirst')}</span>
      </FormEnd>
    </form>
  );
}
