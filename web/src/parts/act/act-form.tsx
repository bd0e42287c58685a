import { TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useCompany } from '../../api/use-company.ts';
import { useOperation, useWrite } from '../../api/use-operation.ts';
import { scopeName } from '../../frame/scope-of.ts';
import { takeFocus } from '../../look/take-focus.ts';
import { actionsWords } from '../../words/actions.ts';
import { readAmount } from '../../words/amount.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { DayField } from '../day-field/day-field.tsx';
import { FormEnd } from '../form-end/form-end.tsx';
import { announce } from '../live-region/live-region.tsx';
import { PushButton } from '../push-button/push-button.tsx';
import { SelectField } from '../select-field/select-field.tsx';
import { TextArea } from '../text-area/text-area.tsx';
import { AboutFields } from './about-fields.tsx';
import type { ActAbout } from './act-about.ts';
import styles from './act-form.module.css';
import { draftOf, inputOf, kindsFor, measureOf, measuresOf } from './draft.ts';
import { amongOf } from './groups.ts';
import { kindKey } from './kind-key.ts';
import { Suggested } from './suggested.tsx';

/** What is to be done, about what, by whom, until when, and what is hoped for. */
export function ActForm({ about, onClose }: { readonly about: ActAbout; readonly onClose: () => void }) {
  const say = useWords(actionsWords);
  const format = useFormat();
  const { language } = useLanguage();
  const company = useCompany();
  const save = useWrite('save_action', ['actions', 'reengagement', 'notices']);
  const kpis = useOperation('kpis', { language });
  const members = useOperation('colleagues', {});
  const [draft, setDraft] = useState(() => draftOf(about));
  const [wrong, setWrong] = useState<string | null>(null);
  const change = (parts: Partial<typeof draft>): void => setDraft({ ...draft, ...parts });
  const { customer, record } = about;
  const { kpi, whose, kind } = draft;
  const kinds = kindsFor(about);
  const { locale } = format.writer;
  const found = kpis.data?.kpis.find(({ id }) => id === kpi);
  const kpiUnit = found?.unit ?? 'count';
  const read = (text: string): number | null | undefined => (text.trim() === '' ? null : (readAmount(text, locale) ?? undefined));
  const submit = (): void => {
    const [moved, cost] = [read(draft.expected), read(draft.cost)];
    if (moved === undefined || cost === undefined) {
      setWrong(say('badNumber', { example: format.number(1_200) }));
      return;
    }
    setWrong(null);
    save.mutate(inputOf(draft, about, { change: moved, cost, kpiUnit }), {
      onSuccess: () => announce(say('saved')),
    });
  };
  if (save.data) return <Saved id={save.data.id} onClose={onClose} />;
  const people = company.owners.map((name) => ({ value: name, label: name }));
  const among = amongOf(whose);
  const segment = whose.startsWith('segment=') ? scopeName(whose) : undefined;
  const text = (key: 'title' | 'expected' | 'cost', label: string, more: Partial<Parameters<typeof TextInput>[0]> = {}): ReactNode => (
    <TextInput label={label} value={draft[key]} onChange={(event) => change({ [key]: event.currentTarget.value })} {...more} />
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <AboutFields about={about} name={found?.name ?? kpi} kpi={kpi} whose={whose} onChange={change} />
      {!record && (
        <Suggested
          asked={{
            ...(kpi !== '' && !customer ? { kpi } : {}),
            ...(segment === undefined ? {} : { segment }),
            ...(among && !customer ? { among } : {}),
            ...(customer ? { customer: { source: customer.source, id: customer.id } } : {}),
          }}
          chosen={draft.play}
          onChoose={(play) =>
            change(
              play
                ? {
                    play: play.id,
                    title: play.name,
                    kind: kinds.find((one) => one === play.kind) ?? kind,
                    ...(kpi === '' && !customer ? { kpi: play.kpis[0]?.id ?? '' } : {}),
                  }
                : { play: '' },
            )
          }
        />
      )}
      {text('title', say('field_title'), { maxLength: 200, required: true, withAsterisk: false, 'data-autofocus': true } as object)}
      <div className={styles.fields}>
        <SelectField
          label={say('kind')}
          value={kind}
          options={kinds.map((one) => ({ value: one, label: say(kindKey(one)) }))}
          onChange={(next) => change({ kind: kinds.find((one) => one === next) ?? 'other' })}
        />
        {kind === 'coaching' && (
          <SelectField
            label={say('field_person')}
            value={draft.person}
            options={[{ value: '', label: '–' }, ...people]}
            onChange={(person) => change({ person })}
          />
        )}
        <SelectField
          label={say('field_owner')}
          value={draft.owner}
          options={[{ value: '', label: say('field_ownerNone') }]}
          groups={[
            {
              label: say('field_accounts'),
              options: (members.data?.members ?? []).map(({ id, name }) => ({ value: `m:${id}`, label: name })),
            },
            { label: say('field_crm'), options: people.map(({ value, label }) => ({ value: `u:${value}`, label })) },
          ].filter((group) => group.options.length > 0)}
          onChange={(owner) => change({ owner })}
        />
        <DayField label={say('field_due')} value={draft.due} onChange={(due) => change({ due })} />
        {!customer && kpi !== '' && (
          <>
            {text('expected', say('field_expected'), { inputMode: 'decimal', error: wrong !== null && read(draft.expected) === undefined })}
            <SelectField
              label={say('field_expectedAs')}
              value={measureOf(draft.unit, kpiUnit)}
              options={measuresOf(kpiUnit).map((one) => ({
                value: one,
                label: say(
                  one === 'share'
                    ? 'expectedAs_share'
                    : kpiUnit === 'rate' || kpiUnit === 'score'
                      ? `expectedAs_${kpiUnit}`
                      : 'expectedAs_unit',
                ),
              }))}
              onChange={(next) => change({ unit: next === 'unit' ? 'unit' : 'share' })}
            />
          </>
        )}
        {text('cost', say('field_cost', { currency: company.currency }), {
          inputMode: 'decimal',
          error: wrong !== null && read(draft.cost) === undefined,
        })}
      </div>
      <TextArea label={say('field_why')} value={draft.why} maxLength={2000} rows={2} onChange={(why) => change({ why })} />
      <FormEnd label={say('save')} busy={save.isPending} disabled={draft.title.trim() === ''} error={wrong ?? save.error}>
        <PushButton look="quiet" onClick={onClose}>
          {say('cancel')}
        </PushButton>
      </FormEnd>
    </form>
  );
}

/** That it is kept, and the way to it. */
function Saved({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const say = useWords(actionsWords);
  return (
    <div className={styles.saved}>
      <p>{say('saved')}</p>
      <Link to="/actions" search={() => ({ action: id }) as never}>
        {say('seeIt')}
      </Link>
      <PushButton ref={takeFocus} onClick={onClose}>
        {say('close')}
      </PushButton>
    </div>
  );
}
