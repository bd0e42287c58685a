import { useState } from 'react';
import type { OperationInput } from '../../../../../src/app/api/client-types.ts';
import { useWrite } from '../../../api/use-operation.ts';
import { useMay } from '../../../api/use-session.ts';
import { FormEnd } from '../../../parts/form-end/form-end.tsx';
import { announce } from '../../../parts/live-region/live-region.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { TroubleText } from '../../../parts/trouble-text/trouble-text.tsx';
import { alertsWords } from '../../../words/alerts.ts';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { type Alert, lastDay } from '../figure.ts';
import styles from './alert-body.module.css';
import { AssignFields, MuteFields, RouteFields } from './handling-fields.tsx';

type Doing = OperationInput<'handle_alert'>;
type Form = 'assign' | 'mute' | 'route';

/** How an alert stands with people, and what can be done: take it on, hand it over, mute it, send it to a department. */
export function Handling({ alert }: { readonly alert: Alert }) {
  const say = useWords(alertsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const may = useMay('self');
  const handle = useWrite('handle_alert', ['alerts', 'alert']);
  const [open, setOpen] = useState<Form | null>(null);
  const [given, setGiven] = useState<Partial<Doing>>({});
  const [wrong, setWrong] = useState<string | null>(null);
  const { owner, acknowledged, muted, routed, escalated_at: escalated } = alert;
  const standing = [
    ...(owner ? [say('ownerIs', { name: owner.name })] : acknowledged ? [] : [say('ownerNone')]),
    ...(acknowledged ? [acknowledged.by === null ? say('taken') : say('takenBy', { name: acknowledged.by })] : []),
    ...(muted ? [`${say('mutedUntil', { day: lastDay(muted.until, format) })}: ${muted.reason}`] : []),
    ...(routed.length > 0 ? [say('routedTo', { list: format.list(routed) })] : []),
    ...(escalated === null ? [] : [say('escalated')]),
  ];
  const send = (doing: Omit<Doing, 'alert' | 'language'>): void =>
    handle.mutate(
      { ...doing, alert: alert.id, language },
      {
        onSuccess: () => {
          setOpen(null);
          setGiven({});
          announce(say('done'));
        },
      },
    );
  const show = (form: Form): void => {
    handle.reset();
    setWrong(null);
    setGiven({});
    setOpen(open === form ? null : form);
  };
  const give = (next: Partial<Doing>): void => {
    setWrong(null);
    setGiven(next);
  };
  const submit = (): void => {
    const lacks =
      open === 'mute' && (!given.reason?.trim() || !given.until)
        ? say('muteNeeds')
        : open === 'route' && !given.department?.trim()
          ? say('routeNeeds')
          : null;
    setWrong(lacks);
    if (lacks === null && open !== null) send({ ...given, do: open });
  };
  const labels = { assign: say('assign'), mute: say('mute'), route: say('send') };
  return (
    <section aria-label={say('handling')}>
      <ul className={styles.standing}>
        {standing.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {may ? (
        <div className={styles.buttons}>
          {acknowledged === null && (
            <PushButton look="strong" disabled={handle.isPending} onClick={() => send({ do: 'acknowledge' })}>
              {say('acknowledge')}
            </PushButton>
          )}
          <PushButton aria-expanded={open === 'assign'} onClick={() => show('assign')}>
            {say('assign')}
          </PushButton>
          {muted ? (
            <PushButton disabled={handle.isPending} onClick={() => send({ do: 'unmute' })}>
              {say('unmute')}
            </PushButton>
          ) : (
            <PushButton aria-expanded={open === 'mute'} onClick={() => show('mute')}>
              {say('mute')}
            </PushButton>
          )}
          <PushButton aria-expanded={open === 'route'} onClick={() => show('route')}>
            {say('route')}
          </PushButton>
        </div>
      ) : (
        <p className={styles.quiet}>{say('account')}</p>
      )}
      {open === null && handle.error && (
        <p role="alert" className={styles.quiet}>
          <TroubleText error={handle.error} />
        </p>
      )}
      {open !== null && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          {open === 'assign' && <AssignFields given={given} onChange={give} />}
          {open === 'mute' && <MuteFields given={given} onChange={give} />}
          {open === 'route' && <RouteFields given={given} onChange={give} />}
          <FormEnd label={labels[open]} busy={handle.isPending} error={wrong ?? handle.error}>
            <PushButton look="quiet" onClick={() => setOpen(null)}>
              {say('cancel')}
            </PushButton>
          </FormEnd>
        </form>
      )}
    </section>
  );
}
