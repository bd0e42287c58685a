import { TextInput } from '@mantine/core';
import { DimensionPicker } from '../../../parts/dimension-picker/dimension-picker.tsx';
import { areaWords } from '../../../words/areas.ts';
import { catalogueWords } from '../../../words/catalogue.ts';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/language.ts';
import { tagWords } from '../../../words/tags.ts';
import styles from './all-kpis.module.css';
import type { Kpi, Sought } from './shown-kpis.ts';

interface Props {
  readonly kpis: readonly Kpi[];
  readonly sought: Sought;
  readonly group: string;
  readonly onChange: (parts: Partial<Sought & { readonly group: string }>) => void;
}

/** What narrows the catalogue, and what it is grouped by. */
export function Filters({ kpis, sought, group, onChange }: Props) {
  const say = useWords(catalogueWords);
  const area = useWords(areaWords);
  const tag = useWords(tagWords);
  const { collator } = useFormat();
  const areas = [...new Set(kpis.map((kpi) => kpi.area))];
  const tags = [...new Set(kpis.flatMap((kpi) => kpi.tags))].toSorted((left, right) => collator.compare(tag(left), tag(right)));
  return (
    <search className={styles.filters} aria-label={say('searchLabel')}>
      <TextInput
        type="search"
        className={styles.search}
        aria-label={say('searchLabel')}
        placeholder={say('searchHint')}
        value={sought.q}
        onChange={(event) => onChange({ q: event.currentTarget.value })}
      />
      <DimensionPicker
        label={say('group')}
        value={group === '' ? 'area' : group}
        set={group !== ''}
        options={(['area', 'band', 'tag'] as const).map((value) => ({ value, label: say(`group_${value}`) }))}
        onChange={(value) => onChange({ group: value === 'area' ? '' : value })}
      />
      <DimensionPicker
        label={say('area')}
        value={sought.area}
        set={sought.area !== ''}
        options={[{ value: '', label: say('area_any') }, ...areas.map((value) => ({ value, label: area(value) }))]}
        onChange={(value) => onChange({ area: value })}
      />
      <DimensionPicker
        label={say('tag')}
        value={sought.tag}
        set={sought.tag !== ''}
        options={[{ value: '', label: say('tag_any') }, ...tags.map((value) => ({ value, label: tag(value) }))]}
        onChange={(value) => onChange({ tag: value })}
      />
      <DimensionPicker
        label={say('data')}
        value={sought.data}
        set={sought.data !== ''}
        options={[
          { value: '', label: say('data_any') },
          ...(['yes', 'no'] as const).map((value) => ({ value, label: say(`data_${value}`) })),
        ]}
        onChange={(value) => onChange({ data: value })}
      />
      <DimensionPicker
        label={say('nature')}
        value={sought.nature}
        set={sought.nature !== ''}
        options={[
          { value: '', label: say('nature_any') },
          ...(['progress', 'activity', 'failure'] as const).map((value) => ({ value, label: say(`nature_${value}`) })),
        ]}
        onChange={(value) => onChange({ nature: value })}
      />
      <DimensionPicker
        label={say('timing')}
        value={sought.timing}
        set={sought.timing !== ''}
        options={[
          { value: '', label: say('timing_any') },
          ...(['leading', 'lagging'] as const).map((value) => ({ value, label: say(`timing_${value}`) })),
        ]}
        onChange={(value) => onChange({ timing: value })}
      />
    </search>
  );
}
