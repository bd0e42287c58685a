import type { ReactNode } from 'react';
import { useCompany } from '../../../api/use-company.ts';
import { SelectField } from '../../../parts/select-field/select-field.tsx';
import { alertsWords } from '../../../words/alerts.ts';
import { areaWords } from '../../../words/areas.ts';
import { useDimensionName } from '../../../words/dimensions.ts';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/language.ts';
import type { Kpi } from './builder-form.tsx';
import { type Draft, draftFor, grains, hasAmount, measuresFor, sides, typedIn, whens } from './draft.ts';
import styles from './rules.module.css';

interface Props {
  readonly draft: Draft;
  readonly kpi: Kpi;
  readonly kpis: readonly Kpi[];
  readonly isNew: boolean;
  /** The field that cannot be read. */
  readonly wrong: string | null;
  readonly onChange: (next: Partial<Draft>) => void;
}

/** «Avísame cuando [KPI] de [quién] [baje más de] [2] [p. p.] respecto a [el mes anterior], con n ≥ [100]». */
export function Sentence({ draft, kpi, kpis, isNew, wrong, onChange }: Props) {
  const say = useWords(alertsWords);
  const sayArea = useWords(areaWords);
  const format = useFormat();
  const nameOf = useDimensionName();
  const company = useCompany();
  const { when } = draft;
  const typed = typedIn(draft, kpi.unit);
  const grain = draft.grain === '' ? grains.find((one) => one === kpi.grain) : draft.grain;
  const dimensions = kpi.dimensions.map((dimension) => ({ value: dimension, label: nameOf(dimension) }));
  const scopes = [
    { label: say('teams'), options: company.teams.map((name) => ({ value: `=owner.team=${name}`, label: name })) },
    { label: say('persons'), options: company.owners.map((name) => ({ value: `=owner.name=${name}`, label: name })) },
    { label: say('segments'), options: company.segments.map((name) => ({ value: `=segment=${name}`, label: name })) },
    {
      label: say('each'),
      options: dimensions.map(({ value, label }) => ({ value: `*${value}`, label: say('eachOf', { dimension: label }) })),
    },
  ];
  const isKnown = draft.whose === '' || scopes.some(({ options }) => options.some(({ value }) => value === draft.whose));
  const select = (label: string, value: string, options: readonly { value: string; label: string }[], change: (next: string) => void) => (
    <SelectField label={label} hideLabel value={value} options={options} onChange={change} />
  );
  const figure = (field: 'amount' | 'sample', label: string, placeholder?: string) => (
    <input
      className={styles.figure}
      aria-label={label}
      aria-invalid={wrong === field}
      inputMode="decimal"
      autoComplete="off"
      placeholder={placeholder}
      value={draft[field]}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
  const own =
    kpi.unit === 'money' ? say('in_money', { currency: company.currency }) : say(`in_${kpi.unit === 'rate' ? 'points' : kpi.unit}`);
  const share = say(when === 'target' && !format.hasShares(kpi.unit) ? 'in_shareOfTarget' : 'in_share');
  const unitName = { points: say('in_points'), share, days: say('in_days'), unit: own }[typed];
  const word = (text: ReactNode) => <span className={styles.word}>{text}</span>;
  return (
    <div className={styles.sentence}>
      {word(say('tellMe'))}
      <SelectField
        label={say('kpi')}
        hideLabel
        value={draft.kpi}
        disabled={!isNew}
        options={[]}
        groups={[...Map.groupBy(kpis, ({ area }) => area)].map(([area, list]) => ({
          label: sayArea(area),
          options: list.map(({ id, name }) => ({ value: id, label: name })),
        }))}
        onChange={(id) => {
          const next = kpis.find((one) => one.id === id);
          if (next) onChange({ ...draftFor(next, null), sample: draft.sample, breaches: draft.breaches, department: draft.department });
        }}
      />
      {word(say('whose'))}
      <SelectField
        label={say('whoseLabel')}
        hideLabel
        value={draft.whose}
        options={[{ value: '', label: say('company') }, ...(isKnown ? [] : [{ value: draft.whose, label: draft.whose.slice(1) }])]}
        groups={scopes.filter(({ options }) => options.length > 0)}
        onChange={(whose) => onChange({ whose })}
      />
      {select(
        say('condition'),
        when,
        [...whens, ...(when === 'reading' ? (['reading'] as const) : [])].map((one) => ({ value: one, label: say(`when_${one}`) })),
        (next) => {
          const chosen = whens.find((one) => one === next) ?? 'fall';
          onChange({
            when: chosen,
            ...(chosen === 'mix' ? { amount: '15', by: draft.by || (dimensions[0]?.value ?? '') } : {}),
            ...(chosen === 'stale' ? { amount: '7' } : {}),
            ...(chosen === 'target' ? { amount: '5' } : {}),
          });
        },
      )}
      {when === 'anomaly' &&
        select(
          say('side'),
          draft.side,
          sides.map((one) => ({ value: one, label: say(`side_${one}`) })),
          (next) => onChange({ side: sides.find((one) => one === next) ?? 'worse' }),
        )}
      {when === 'mix' && (
        <>
          {select(say('mixBy'), draft.by, dimensions, (by) => onChange({ by }))}
          {word(say('mixShare'))}
        </>
      )}
      {hasAmount(when) && (
        <>
          {figure('amount', when === 'mix' ? say('mixShareLabel') : say('amount'))}
          {when === 'fall' || when === 'rise'
            ? select(
                say('measure'),
                draft.measure,
                measuresFor(kpi.unit, draft.measure).map((one) => ({
                  value: one,
                  label: one === 'unit' ? own : say(format.hasShares(kpi.unit) ? 'in_share' : 'in_shareOf'),
                })),
                (next) => onChange({ measure: next === 'share' ? next : 'unit' }),
              )
            : word(unitName)}
        </>
      )}
      {(when === 'fall' || when === 'rise') && (
        <>
          {word(say('against'))}
          {select(
            say('againstLabel'),
            draft.against,
            [
              { value: 'previous', label: grain ? say(`previous_${grain}`) : say('against_previous') },
              { value: 'year', label: say('against_year') },
            ],
            (next) => onChange({ against: next === 'year' ? next : 'previous' }),
          )}
        </>
      )}
      {when !== 'stale' && (
        <>
          {word(say('grain'))}
          {select(
            say('grainLabel'),
            draft.grain,
            [
              {
                value: '',
                label: kpi.grain === 'year' ? say('grain_own') : say(`grain_${grains.find((one) => one === kpi.grain) ?? 'own'}`),
              },
              ...grains.filter((one) => one !== kpi.grain).map((one) => ({ value: one, label: say(`grain_${one}`) })),
            ],
            (next) => onChange({ grain: grains.find((one) => one === next) ?? '' }),
          )}
          {word(say('sample'))}
          {figure('sample', say('sampleLabel'), say('sampleOwn'))}
          {select(
            say('breachesLabel'),
            String(draft.breaches),
            [...new Set([1, 2, 3, 4, 6, draft.breaches])]
              .toSorted((one, other) => one - other)
              .map((count) => ({ value: String(count), label: say('breaches', { count }) })),
            (next) => onChange({ breaches: Number(next) }),
          )}
        </>
      )}
    </div>
  );
}
