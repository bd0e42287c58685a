import { useCompany } from '../../api/use-company.ts';
import { DayField } from '../../parts/day-field/day-field.tsx';
import pickerStyles from '../../parts/dimension-picker/dimension-picker.module.css';
import { DimensionPicker } from '../../parts/dimension-picker/dimension-picker.tsx';
import { SheetButton } from '../../parts/on-demand/sheet-button.tsx';
import { PeriodPicker } from '../../parts/period-picker/period-picker.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { useFormat } from '../../words/format.ts';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import { ChevronIcon } from '../shell/icons.tsx';
import { comparisons, grains, useView } from '../view.ts';
import styles from './filter-bar.module.css';

function AsOfPicker() {
  const say = useWords(frameWords);
  const format = useFormat();
  const { view, change } = useView();
  return (
    <SheetButton
      className={styles.asOf}
      button={
        <button type="button" className={pickerStyles.button} data-set={view.asOf !== undefined || undefined}>
          <span className={pickerStyles.label}>{say('asOf')}</span> <b>{view.asOf ? format.day(view.asOf) : say('today')}</b>{' '}
          <ChevronIcon />
        </button>
      }
      sheet={() => (
        <>
          <DayField label={say('asOf')} value={view.asOf ?? ''} onChange={(day) => change({ asOf: day === '' ? undefined : day })} />
          <p>{say('asOfHelp')}</p>
          {view.asOf && <PushButton onClick={() => change({ asOf: undefined })}>{say('backToToday')}</PushButton>}
        </>
      )}
    />
  );
}

/** All that the bar filters by, in a row or one below the other. */
export function Filters({ stacked = false }: { readonly stacked?: boolean }) {
  const say = useWords(frameWords);
  const company = useCompany();
  const { view, change } = useView();
  const owners = [
    { value: '', label: say('everyone') },
    ...company.teams.map((name) => ({ value: `team:${name}`, label: name, group: say('teams') })),
    ...company.offices.map((name) => ({ value: `office:${name}`, label: name, group: say('offices') })),
    ...company.owners.map((name) => ({ value: `person:${name}`, label: name, group: say('persons') })),
  ];
  const isSet = Object.keys(view).length > 0;
  return (
    <>
      <PeriodPicker view={view} onChange={change} />
      <DimensionPicker
        label={say('compare')}
        value={view.compare ?? 'previous'}
        set={view.compare !== undefined}
        options={comparisons.map((value) => ({ value, label: say(`compare_${value}`) }))}
        onChange={(value) => change({ compare: value === 'previous' ? undefined : comparisons.find((one) => one === value) })}
      />
      <DimensionPicker
        label={say('grain')}
        value={view.grain ?? 'auto'}
        set={view.grain !== undefined}
        options={(['auto', ...grains] as const).map((value) => ({ value, label: say(`grain_${value}`) }))}
        onChange={(value) => change({ grain: grains.find((one) => one === value) })}
      />
      <DimensionPicker
        label={say('segment')}
        value={view.segment ?? ''}
        set={view.segment !== undefined}
        options={[{ value: '', label: say('everyone') }, ...company.segments.map((name) => ({ value: name, label: name }))]}
        onChange={(value) => change({ segment: value === '' ? undefined : value })}
      />
      <DimensionPicker
        label={say('owner')}
        value={view.owner ?? ''}
        set={view.owner !== undefined}
        options={owners}
        onChange={(value) => change({ owner: value === '' ? undefined : value })}
      />
      {(company.currencies.length > 0 || view.currency !== undefined) && (
        <DimensionPicker
          label={say('currency')}
          hideLabel={!stacked}
          value={view.currency ?? company.currency}
          set={view.currency !== undefined}
          options={[company.currency, ...company.currencies.map(({ code }) => code)].map((code) => ({ value: code, label: code }))}
          onChange={(value) => change({ currency: value === company.currency ? undefined : value })}
        />
      )}
      <AsOfPicker />
      {isSet && (
        <PushButton
          look="quiet"
          className={styles.clear}
          onClick={() =>
            change({
              from: undefined,
              to: undefined,
              grain: undefined,
              compare: undefined,
              segment: undefined,
              owner: undefined,
              asOf: undefined,
              currency: undefined,
            })
          }
        >
          {say('clearFilters')}
        </PushButton>
      )}
    </>
  );
}
