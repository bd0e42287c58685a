import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OperationInput } from '../../../../src/app/api/client-types.ts';
import { useCompany } from '../../api/use-company.ts';
import { useOperation, useWrite } from '../../api/use-operation.ts';
import { DayField } from '../../parts/day-field/day-field.tsx';
import { FormEnd } from '../../parts/form-end/form-end.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { SelectField } from '../../parts/select-field/select-field.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { actionsWords } from '../../words/actions.ts';
import { areaWords } from '../../words/areas.ts';
import { useFormat } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { readAmount } from '../catalogue/targets/amount.ts';
import styles from './actions-page.module.css';
import { kindKey } from './kind-key.ts';
import type { beginnings } from './list.tsx';

type Input = OperationInput<'save_action'>;
type Kind = NonNullable<Input['kind']>;

const general = ['campaign', 'coaching', 'service', 'product', 'price', 'process', 'data', 'other'] as const;
const ofCustomer = ['call', 'promotion', 'gift', 'escalation', 'other'] as const;
const ofRecord = ['reengage', 'call', 'other'] as const;

/** `crm:A1`. */
const referenceOf = (text: string): { readonly source: string; readonly id: string } | null => {
  const cut = text.indexOf(':');
  return cut > 0 ? { source: text.slice(0, cut), id: text.slice(cut + 1) } : null;
};

/** `opportunity:crm:O1`. */
function recordOf(text: string): Input['record'] {
  const [entity = '', ...rest] = text.split(':');
  const reference = referenceOf(rest.join(':'));
  return reference && (entity === 'lead' || entity === 'opportunity') ? { ...reference, entity } : null;
}

interface Props {
  readonly begins: Readonly<Record<(typeof beginnings)[number], string>>;
  readonly onClose: () => void;
}

/** What is to be done, about what, by whom, until when, and what is hoped for. */
export function ActionForm({ begins, onClose }: Props) {
  const say = useWords(actionsWords);
  const sayArea = useWords(areaWords);
  const format = useFormat();
  const { language } = useLanguage();
  const company = useCompany();
  const save = useWrite('save_action');
  const kpis = useOperation('kpis', { language });
  const members = useOperation('colleagues', {});
  const customer = referenceOf(begins.customer);
  const record = recordOf(begins.record);
  const kinds: readonly Kind[] = customer ? ofCustomer : record ? ofRecord : general;
  const [title, setTitle] = useState(begins.title);
  const [why, setWhy] = useState('');
  const [kind, setKind] = useState<Kind>(kinds.find((one) => one === begins.kind) ?? kinds[0] ?? 'other');
  const [kpi, setKpi] = useState(begins.kpi);
  const [scope, setScope] = useState(begins.scope);
  const [owner, setOwner] = useState('');
  const [person, setPerson] = useState('');
  const [due, setDue] = useState('');
  const [expected, setExpected] = useState('');
  const [unit, setUnit] = useState<'share' | 'unit'>('share');
  const [cost, setCost] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const { locale } = format.writer;
  const chosen = kpis.data?.kpis.find(({ id }) => id === kpi);
  const read = (text: string): number | null | undefined => (text.trim() === '' ? null : (readAmount(text, locale) ?? undefined));
  const submit = (): void => {
    const [change, price] = [read(expected), read(cost)];
    if (change === undefined || price === undefined) {
      setWrong(say('badNumber', { example: format.number(1_200) }));
      return;
    }
    setWrong(null);
    const isRate = unit === 'share' || chosen?.unit === 'rate';
    const [who, id = ''] = owner === '' ? [null] : [owner.slice(0, 1), owner.slice(2)];
    save.mutate(
      {
        kind,
        title,
        hypothesis: why.trim() === '' ? null : why,
        kpi: customer || kpi === '' ? null : kpi,
        scope: scope === '' ? null : scope,
        customer,
        record,
        play: begins.play === '' ? null : begins.play,
        owner: who === 'm' ? id : null,
        user: who === 'u' ? id : null,
        person: kind === 'coaching' && person !== '' ? person : null,
        due_on: due === '' ? null : due,
        expected: change === null || kpi === '' ? null : { change: isRate ? change / 100 : change, relative: unit === 'share', by: null },
        cost: price,
      },
      { onSuccess: onClose },
    );
  };
  const people = company.owners.map((name) => ({ value: name, label: name }));
  return (
    <PageSection title={say('new')} note={customer ? `${say('field_customer')}: ${begins.customerName || customer.id}` : undefined}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextInput
          label={say('field_title')}
          value={title}
          maxLength={200}
          required
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <div className={styles.fields}>
          <SelectField
            label={say('kind')}
            value={kind}
            options={kinds.map((one) => ({ value: one, label: say(kindKey(one)) }))}
            onChange={(next) => setKind(kinds.find((one) => one === next) ?? 'other')}
          />
          {!customer && (
            <>
              <SelectField
                label={say('field_kpi')}
                value={kpi}
                options={[{ value: '', label: say('field_kpiNone') }]}
                groups={[...Map.groupBy(kpis.data?.kpis.filter(({ computable }) => computable) ?? [], ({ area }) => area)].map(
                  ([area, own]) => ({
                    label: sayArea(area),
                    options: own.map(({ id, name }) => ({ value: id, label: name })),
                  }),
                )}
                onChange={setKpi}
              />
              <SelectField
                label={say('field_scope')}
                value={scope}
                options={[
                  { value: '', label: say('company') },
                  ...(scope !== '' && !/^(owner\.(team|name)|segment)=/.test(scope)
                    ? [{ value: scope, label: scope.slice(scope.indexOf('=') + 1) }]
                    : []),
                ]}
                groups={[
                  { label: say('teams'), options: company.teams.map((name) => ({ value: `owner.team=${name}`, label: name })) },
                  { label: say('persons'), options: company.owners.map((name) => ({ value: `owner.name=${name}`, label: name })) },
                  { label: say('segments'), options: company.segments.map((name) => ({ value: `segment=${name}`, label: name })) },
                ].filter((group) => group.options.length > 0)}
                onChange={setScope}
              />
            </>
          )}
          {kind === 'coaching' && (
            <SelectField label={say('field_person')} value={person} options={[{ value: '', label: '–' }, ...people]} onChange={setPerson} />
          )}
          <SelectField
            label={say('field_owner')}
            value={owner}
            options={[{ value: '', label: say('field_ownerNone') }]}
            groups={[
              {
                label: say('field_accounts'),
                options: (members.data?.members ?? []).map(({ id, name }) => ({ value: `m:${id}`, label: name })),
              },
              { label: say('field_crm'), options: people.map(({ value, label }) => ({ value: `u:${value}`, label })) },
            ].filter((group) => group.options.length > 0)}
            onChange={setOwner}
          />
          <DayField label={say('field_due')} value={due} onChange={setDue} />
          {!customer && kpi !== '' && (
            <>
              <TextInput
                label={say('field_expected')}
                inputMode="decimal"
                value={expected}
                error={wrong !== null && read(expected) === undefined}
                onChange={(event) => setExpected(event.currentTarget.value)}
              />
              <SelectField
                label={say('field_expectedAs')}
                value={unit}
                options={(['share', 'unit'] as const).map((one) => ({ value: one, label: say(`expectedAs_${one}`) }))}
                onChange={(next) => setUnit(next === 'unit' ? 'unit' : 'share')}
              />
            </>
          )}
          <TextInput
            label={say('field_cost', { currency: company.currency })}
            inputMode="decimal"
            value={cost}
            error={wrong !== null && read(cost) === undefined}
            onChange={(event) => setCost(event.currentTarget.value)}
          />
        </div>
        <TextArea label={say('field_why')} value={why} maxLength={2000} onChange={setWhy} />
        <FormEnd
          label={say('save')}
          busy={save.isPending}
          disabled={title.trim() === ''}
          error={wrong ?? save.error}
          done={save.data ? say('saved') : null}
        >
          <PushButton look="quiet" onClick={onClose}>
            {say('cancel')}
          </PushButton>
        </FormEnd>
      </form>
    </PageSection>
  );
}
