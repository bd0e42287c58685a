import { Combobox, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { ChevronIcon } from '../../frame/shell/icons.tsx';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import styles from './dimension-picker.module.css';

export interface PickOption {
  readonly value: string;
  readonly label: string;
  /** Options of one group stand together below its name. */
  readonly group?: string;
}

interface Props {
  /** What is chosen: `Equipo`. */
  readonly label: string;
  readonly value: string;
  readonly options: readonly PickOption[];
  /** Whether what is chosen is not the usual: the button then says so. */
  readonly set?: boolean;
  readonly onChange: (value: string) => void;
}

/** So many can be found by looking; more need typing. */
const searchFrom = 9;
/** Accents do not matter when searching. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** One choice of many, as a button that says what is chosen: `Equipo: todos`. Arrow keys, Enter, Esc; typing finds. */
export function DimensionPicker({ label, value, options, set = false, onChange }: Props) {
  const say = useWords(frameWords);
  const [sought, setSought] = useState('');
  const searchable = options.length >= searchFrom;
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSought('');
    },
    onDropdownOpen: (source) => {
      if (searchable) combobox.focusSearchInput();
      else if (source === 'keyboard') combobox.selectActiveOption();
    },
  });
  const chosen = options.find((option) => option.value === value);
  const found = options.filter((option) => plain(option.label).includes(plain(sought)));
  const groups = [...Map.groupBy(found, ({ group }) => group ?? '')];
  return (
    <Combobox
      store={combobox}
      width={260}
      position="bottom-start"
      onOptionSubmit={(submitted) => {
        onChange(submitted);
        combobox.closeDropdown();
        combobox.focusTarget();
      }}
    >
      <Combobox.Target targetType="button">
        <button type="button" className={styles.button} data-set={set || undefined} onClick={() => combobox.toggleDropdown()}>
          <span className={styles.label}>{label}</span> <b>{chosen?.label ?? value}</b> <ChevronIcon />
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        {searchable && (
          <Combobox.Search
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
            placeholder={say('search')}
            aria-label={`${label}: ${say('search')}`}
          />
        )}
        <Combobox.Options mah={320} className={styles.options} aria-label={label}>
          {found.length === 0 && <Combobox.Empty>{say('nothingFound')}</Combobox.Empty>}
          {groups.map(([group, items]) => {
            const rows = items.map((option) => (
              <Combobox.Option key={option.value} value={option.value} active={option.value === value} className={styles.option}>
                {option.label}
              </Combobox.Option>
            ));
            return group === '' ? (
              rows
            ) : (
              <Combobox.Group key={group} label={group}>
                {rows}
              </Combobox.Group>
            );
          })}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
