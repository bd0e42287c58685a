import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useOperation, useWrite } from '../../api/use-operation.ts';
import { takeFocus } from '../../look/take-focus.ts';
import { kindKey, playKinds } from '../../parts/act/kind-key.ts';
import { FormEnd } from '../../parts/form-end/form-end.tsx';
import { announce } from '../../parts/live-region/live-region.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { SelectField } from '../../parts/select-field/select-field.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { actionsWords } from '../../words/actions.ts';
import { areaWords } from '../../words/areas.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { playsWords } from '../../words/plays.ts';
import { lackOf, most, type Play, playDraftOf, playInputOf, stepsOf } from './play-draft.ts';
import styles from './play-form.module.css';
import { SuitsFields } from './suits-fields.tsx';

/** A play of the company's own, new or changed. */
export function PlayForm({ play, kpi, onClose }: { readonly play: Play | null; readonly kpi: string; readonly onClose: () => void }) {
  const say = useWords(playsWords);
  const sayKind = useWords(actionsWords);
  const sayArea = useWords(areaWords);
  const format = useFormat();
  const { language } = useLanguage();
  const kpis = useOperation('kpis', { language });
  const save = useWrite('save_play', ['plays']);
  const [draft, setDraft] = useState(() => playDraftOf(play, kpi));
  const [wrong, setWrong] = useState<string | null>(null);
  const change = (parts: Partial<typeof draft>): void => {
    setDraft({ ...draft, ...parts });
    setWrong(null);
  };
  const wrongOf = (): string | null => {
    const lacking = lackOf(draft);
    const steps = stepsOf(draft);
    if (lacking.length > 0) return say('lacking', { list: format.list(lacking.map((one) => say(`lack_${one}`))) });
    if (steps.length > most.steps) return say('tooMany', { count: steps.length });
    return steps.some((step) => step.length > most.step) ? say('tooLong') : null;
  };
  const submit = (): void => {
    const found = wrongOf();
    setWrong(found);
    if (found !== null) return;
    save.mutate(playInputOf(draft, play), {
      onSuccess: () => {
        announce(say('saved'));
        onClose();
      },
    });
  };
  const byArea = [...Map.groupBy(kpis.data?.kpis ?? [], ({ area }) => area)].map(([area, own]) => ({
    label: sayArea(area),
    options: own.map(({ id, name: label }) => ({ value: id, label })),
  }));
  return (
    <PageSection title={play ? say('editOf', { name: play.name }) : say('addTitle')}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className={styles.note}>{say('note')}</p>
        <div className={styles.fields}>
          <TextInput
            ref={takeFocus}
            label={say('name')}
            value={draft.name}
            maxLength={120}
            required
            withAsterisk={false}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <SelectField
            label={say('kind')}
            value={draft.kind}
            options={playKinds.map((one) => ({ value: one, label: sayKind(kindKey(one)) }))}
            onChange={(next) => change({ kind: playKinds.find((one) => one === next) ?? 'other' })}
          />
          <SelectField
            label={say('kpi')}
            value={draft.kpi}
            options={draft.kpi === '' ? [{ value: '', label: say('kpiChoose') }] : []}
            groups={byArea}
            onChange={(next) => change({ kpi: next })}
          />
          <SelectField
            label={say('also')}
            value={draft.also}
            options={[{ value: '', label: say('alsoNone') }]}
            groups={byArea}
            onChange={(next) => change({ also: next })}
          />
        </div>
        <TextArea label={say('idea')} value={draft.idea} rows={2} maxLength={1000} onChange={(idea) => change({ idea })} />
        <TextArea
          label={say('steps')}
          hint={say('stepsHint')}
          value={draft.steps}
          rows={4}
          maxLength={most.steps * (most.step + 1)}
          onChange={(steps) => change({ steps })}
        />
        <TextArea label={say('measure')} value={draft.measure} rows={1} maxLength={500} onChange={(measure) => change({ measure })} />
        <SuitsFields suits={draft} onChange={change} />
        <FormEnd label={say('save')} busy={save.isPending} error={wrong ?? save.error}>
          <PushButton look="quiet" onClick={onClose}>
            {say('cancel')}
          </PushButton>
        </FormEnd>
      </form>
    </PageSection>
  );
}
