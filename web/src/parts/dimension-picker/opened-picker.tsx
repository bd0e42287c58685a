import { Combobox, useCombobox } from '@mantine/core';
import { cloneElement, useCallback, useId, useRef, useState } from 'react';
import { takeFocus } from '../../look/take-focus.ts';
import { frameWords } from '../../words/frame.ts';
import { useWords } from '../../words/language.ts';
import type { Opened } from '../on-demand/on-demand.tsx';
import { useOpened } from '../on-demand/use-opened.ts';
import styles from './dimension-picker.module.css';
import type { PickProps } from './dimension-picker.tsx';

/** So many can be found by looking; more need typing. */
const searchFrom = 9;
/** Accents do not matter when searching. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The list behind the button of a `DimensionPicker`. */
export function OpenedPicker({ button, byKeyboard, label, value, options, onChange }: PickProps & Opened) {
  const say = useWords(frameWords);
  const [sought, setSought] = useState('');
  const searchable = options.length >= searchFrom;
  const isByKeyboard = useRef(false);
  const listId = useId();
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSought('');
    },
    onDropdownOpen: (source) => {
      isByKeyboard.current = source === 'keyboard';
    },
  });
  const { setListId, selectActiveOption } = combobox;
  /**
   * The arrow keys go on from what is chosen. Once for each opening, as soon as the list is there: a quick hand's next key may come at any
   * moment, and what it chose must stay when the page is drawn anew.
   */
  const begin = useCallback(
    (list: HTMLElement | null): void => {
      if (list === null || searchable || !isByKeyboard.current) return;
      // Mantine would tell its list from others by an effect only, which runs later.
      setListId(listId);
      selectActiveOption();
    },
    [searchable, listId, setListId, selectActiveOption],
  );
  const ref = useOpened(() => combobox.openDropdown(byKeyboard ? 'keyboard' : 'mouse'));
  const found = options.filter((option) => plain(option.label).includes(plain(sought)));
  const groups = [...Map.groupBy(found, ({ group }) => group ?? '')];
  return (
    <Combobox
      store={combobox}
      width={260}
      position="bottom-start"
      keepMounted={false}
      onOptionSubmit={(submitted) => {
        onChange(submitted);
        combobox.closeDropdown();
        combobox.focusTarget();
      }}
    >
      <Combobox.Target targetType="button">{cloneElement(button, { ref, onClick: () => combobox.toggleDropdown() })}</Combobox.Target>
      <Combobox.Dropdown>
        {searchable && (
          <Combobox.Search
            ref={takeFocus}
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
            placeholder={say('search')}
            aria-label={`${label}: ${say('search')}`}
          />
        )}
        <Combobox.Options ref={begin} id={listId} mah={320} className={styles.options} aria-label={label}>
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
