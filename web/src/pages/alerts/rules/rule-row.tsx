import { useState } from 'react';
import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { useWrite } from '../../../api/use-operation.ts';
import { ConfirmButton } from '../../../parts/confirm-button/confirm-button.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { TroubleText } from '../../../parts/trouble-text/trouble-text.tsx';
import { alertsWords } from '../../../words/alerts.ts';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { givenOf } from './draft.ts';
import styles from './rules.module.css';
import { Simulation } from './simulation.tsx';

interface Props {
  readonly rule: OperationOutput<'alert_rules'>['rules'][number];
  readonly mayChange: boolean;
  readonly onChange: () => void;
}

/** A rule as its sentence, whether it holds, and what can be done with it. */
export function RuleRow({ rule, mayChange, onChange }: Props) {
  const say = useWords(alertsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const save = useWrite('save_alert_rule', ['alert_rules', 'alerts']);
  const remove = useWrite('remove_alert_rule', ['alert_rules', 'alerts']);
  const [tried, setTried] = useState(false);
  const { says, name, active, standard, shared, unwatched } = rule;
  const { route, escalate_after: escalate } = rule.rule;
  const facts = [
    ...(active ? [] : [say('off')]),
    ...(unwatched === null ? [] : [say('unwatched', { why: unwatched })]),
    ...(route.departments.length > 0 ? [say('alsoTells', { list: format.list(route.departments.slice(0, standard ? 1 : 9)) })] : []),
    ...(!standard && escalate !== null ? [say('escalates', { count: escalate })] : []),
  ];
  const error = save.error ?? remove.error;
  return (
    <li className={styles.row} data-off={!active || unwatched !== null || undefined}>
      <div className={styles.says}>
        {name !== null && <b className={styles.name}>{name}</b>}
        <p>{says}</p>
        {facts.length > 0 && <p className={styles.facts}>{facts.join(' · ')}</p>}
        {error && (
          <p role="alert" className={styles.facts}>
            <TroubleText error={error} />
          </p>
        )}
      </div>
      <div className={styles.doing}>
        {unwatched === null && (
          <PushButton look="quiet" aria-expanded={tried} aria-label={say('tryRuleOf', { rule: says })} onClick={() => setTried(!tried)}>
            {say(tried ? 'hideTry' : 'tryRule')}
          </PushButton>
        )}
        {mayChange && (
          <>
            <PushButton look="quiet" aria-label={say('changeOf', { rule: says })} onClick={onChange}>
              {say('change')}
            </PushButton>
            <PushButton
              look="quiet"
              disabled={save.isPending}
              onClick={() => save.mutate({ id: rule.id, name, shared, active: !active, rule: givenOf(rule.rule), language })}
            >
              {say(active ? 'switchOff' : 'switchOn')}
            </PushButton>
            {!standard && (
              <ConfirmButton
                sure={say('removeSure')}
                question={say('sureQuestion')}
                keep={say('keep')}
                disabled={remove.isPending}
                onConfirm={() => remove.mutate({ rule: rule.id })}
              >
                {say('remove')}
              </ConfirmButton>
            )}
          </>
        )}
      </div>
      {tried && (
        <div className={styles.trial}>
          <Simulation rule={givenOf(rule.rule)} />
        </div>
      )}
    </li>
  );
}
