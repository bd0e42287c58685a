import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OperationInput, OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { useCompany } from '../../../api/use-company.ts';
import { useOperation, useWrite } from '../../../api/use-operation.ts';
import { FormEnd } from '../../../parts/form-end/form-end.tsx';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { PushButton } from '../../../parts/push-button/push-button.tsx';
import { SelectField } from '../../../parts/select-field/select-field.tsx';
import { Skeleton } from '../../../parts/state-notice/state-notice.tsx';
import { readAmount, writeAmount } from '../../../words/amount.ts';
import { areaWords } from '../../../words/areas.ts';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { targetsWords } from '../../../words/targets.ts';
import { periodsAround, type TargetPeriod } from './periods.ts';
import styles from './targets.module.css';

type Kpi = OperationOutput<'kpis'>['kpis'][number];
type Input = OperationInput<'set_targets'>;

const spreads = ['whole', 'working_days', 'seasonal', 'even'] as const;

/** A form for one target; it knows what can have one. */
export function SetTarget({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(targetsWords);
  const { language } = useLanguage();
  const kpis = useOperation('kpis', { language });
  const choices = useOperation('choices', { language });
  const settings = useOperation('settings', {});
  return (
    <PageSection title={say('add')}>
      {kpis.data && choices.data && settings.data ? (
        <Form
          // What lacks nothing but a target can have its first one.
          kpis={kpis.data.kpis.filter(
            ({ missing, direction }) => direction !== 'none' && missing.every((field) => field.startsWith('target.')),
          )}
          goals={choices.data.goals}
          fiscalStart={settings.data.fiscal_year_starts_in}
          onClose={onClose}
        />
      ) : (
        <Skeleton height={220} />
      )}
    </PageSection>
  );
}

interface FormProps {
  readonly kpis: readonly Kpi[];
  readonly goals: OperationOutput<'choices'>['goals'];
  readonly fiscalStart: number;
  readonly onClose: () => void;
}

const keyOf = ({ start, end }: TargetPeriod): string => `${start}..${end}`;

function Form({ kpis, goals, fiscalStart, onClose }: FormProps) {
  const say = useWords(targetsWords);
  const sayArea = useWords(areaWords);
  const format = useFormat();
  const { language } = useLanguage();
  const company = useCompany();
  const save = useWrite('set_targets');
  const { locale } = format.writer;
  const periods = periodsAround(company.last_day ?? new Date().toISOString().slice(0, 10), fiscalStart);
  const [kpi, setKpi] = useState(kpis.find(({ id }) => id === 'total_sales')?.id ?? kpis[0]?.id ?? '');
  const [scope, setScope] = useState('');
  const [period, setPeriod] = useState(keyOf(periods.months[1] ?? { start: '', end: '' }));
  const [amount, setAmount] = useState({ value: '', low: '', high: '' });
  const [spread, setSpread] = useState<(typeof spreads)[number]>('whole');
  const [objective, setObjective] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);

  const chosen = kpis.find(({ id }) => id === kpi);
  // Of a share of its target the target itself is an amount.
  const unit = kpi === 'revenue_target_attainment' ? 'money' : (chosen?.unit ?? 'count');
  const isBand = chosen?.direction === 'band';
  const [start = '', end = ''] = period.split('..');
  const grain = periods.years.some((one) => keyOf(one) === period)
    ? 'year'
    : periods.quarters.some((one) => keyOf(one) === period)
      ? 'quarter'
      : 'month';
  const suggestion = useOperation(
    'suggest_target',
    { kpi, scope: scope === '' ? null : scope, grain, language },
    { enabled: asked, keep: false },
  );
  const found = asked ? suggestion.data : undefined;
  const [taken, setTaken] = useState<string | null>(null);
  const mark = found ? `${kpi} ${scope} ${grain} ${found.period.start}` : null;
  if (found?.suggestion && mark !== null && taken !== mark) {
    setTaken(mark);
    const text = (number: number | null): string => (number === null ? '' : writeAmount(number, unit, locale));
    setAmount({ value: text(found.suggestion.value), low: text(found.suggestion.low), high: text(found.suggestion.high) });
    const own = keyOf(found.period);
    if ([...periods.months, ...periods.quarters, ...periods.years].some((one) => keyOf(one) === own)) setPeriod(own);
  }

  const example = format.number(unit === 'rate' ? 36.5 : 120_000);
  const read = (text: string): number | null | undefined => {
    if (text.trim() === '') return null;
    const number = readAmount(text, locale);
    return number === null ? undefined : unit === 'rate' ? number / 100 : number;
  };
  const change = (next: () => void): void => {
    next();
    setAsked(false);
    setTaken(null);
    save.reset();
  };
  const submit = (): void => {
    const [value, low, high] = [read(amount.value), read(amount.low), read(amount.high)];
    if (value === undefined || low === undefined || high === undefined || (value === null && low === null && high === null)) {
      setWrong(say('valueBad', { example }));
      return;
    }
    setWrong(null);
    const input: Input = {
      kpi,
      scope: scope === '' ? null : scope,
      from: start,
      to: end,
      value: isBand ? null : value,
      low: isBand ? low : null,
      high: isBand ? high : null,
      objective: objective === '' ? null : objective,
      ...(spread === 'whole' || grain === 'month' ? {} : { each: 'month', spread }),
    };
    save.mutate(input);
  };
  const options = (list: readonly TargetPeriod[], by: string) => list.map((one) => ({ value: keyOf(one), label: format.period(one, by) }));
  const inUnit = unit === 'rate' ? ` (${say('valueRate')})` : unit === 'money' ? ` (${company.currency})` : '';
  const field = (name: keyof typeof amount, label: string) => (
    <TextInput
      label={`${label}${inUnit}`}
      inputMode="decimal"
      value={amount[name]}
      error={wrong !== null && (amount[name] === '' || read(amount[name]) === undefined)}
      onChange={(event) => {
        save.reset();
        setAmount({ ...amount, [name]: event.currentTarget.value });
      }}
    />
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={styles.fields}>
        <SelectField
          label={say('kpi')}
          value={kpi}
          options={[]}
          groups={[...Map.groupBy(kpis, ({ area }) => area)].map(([area, own]) => ({
            label: sayArea(area),
            options: own.map(({ id, name }) => ({ value: id, label: name })),
          }))}
          onChange={(next) =>
            change(() => {
              setKpi(next);
              setAmount({ value: '', low: '', high: '' });
            })
          }
        />
        <SelectField
          label={say('whose')}
          value={scope}
          options={[{ value: '', label: say('company') }]}
          groups={[
            { label: say('teams'), options: company.teams.map((name) => ({ value: `owner.team=${name}`, label: name })) },
            { label: say('persons'), options: company.owners.map((name) => ({ value: `owner.name=${name}`, label: name })) },
            { label: say('segments'), options: company.segments.map((name) => ({ value: `segment=${name}`, label: name })) },
          ].filter((group) => group.options.length > 0)}
          onChange={(next) => change(() => setScope(next))}
        />
        <SelectField
          label={say('period')}
          value={period}
          options={[]}
          groups={[
            { label: say('months'), options: options(periods.months, 'month') },
            { label: say('quarters'), options: options(periods.quarters, 'quarter') },
            { label: say('years'), options: options(periods.years, 'year') },
          ]}
          onChange={(next) => change(() => setPeriod(next))}
        />
        {isBand ? (
          <>
            {field('low', say('low'))}
            {field('high', say('high'))}
          </>
        ) : (
          field('value', say(chosen?.direction === 'down' ? 'valueMost' : 'value'))
        )}
        {grain !== 'month' && (
          <SelectField
            label={say('spread')}
            value={spread}
            options={spreads.map((one) => ({ value: one, label: say(`spread_${one}`) }))}
            onChange={(next) => setSpread(spreads.find((one) => one === next) ?? 'whole')}
          />
        )}
        <SelectField
          label={say('objective')}
          value={objective}
          options={[{ value: '', label: say('objectiveAuto') }, ...goals.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={setObjective}
        />
      </div>
      {found && (
        <div className={styles.reasons} role="status">
          {found.suggestion === null ? (
            <p>{say('suggestNone')}</p>
          ) : (
            <>
              <b>{say('suggested')}</b>
              <ul>
                {found.reasons.map(({ code, says }) => (
                  <li key={code}>{format.sentence(says)}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      <FormEnd
        label={say('save')}
        busy={save.isPending}
        error={wrong ?? save.error ?? (asked ? suggestion.error : null)}
        done={save.data ? say('saved') : null}
      >
        <PushButton disabled={asked && suggestion.isPending} onClick={() => setAsked(true)}>
          {say('suggest')}
        </PushButton>
        <PushButton look="quiet" onClick={onClose}>
          {say('close')}
        </PushButton>
      </FormEnd>
    </form>
  );
}
