import { useEffect, useId, useState } from 'react';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { partsWords } from '../../words/parts.ts';
import styles from './day-field.module.css';
import { orderOf, parseDay, writeDay } from './parse-day.ts';

interface Props {
  readonly label: string;
  /** YYYY-MM-DD; empty: none. */
  readonly value: string;
  /** With a day, or empty when it was cleared; not called for what is no day. */
  readonly onChange: (day: string) => void;
}

/** A day, typed as the workspace's country writes it: the browser's own field speaks the browser's language, not the page's. */
export function DayField({ label, value, onChange }: Props) {
  const say = useWords(partsWords);
  const { writer } = useFormat();
  const id = useId();
  const [text, setText] = useState(writeDay(value, writer.locale));
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setText(writeDay(value, writer.locale));
    setWrong(false);
  }, [value, writer.locale]);
  const settle = (): void => {
    const day = text.trim() === '' ? '' : parseDay(text, writer.locale);
    setWrong(day === null);
    if (day !== null && day !== value) onChange(day);
  };
  const pattern = orderOf(writer.locale)
    .map((part) => say(`letters_${part}`))
    .join('/');
  return (
    <span className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        placeholder={pattern}
        value={text}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}wrong` : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={settle}
        onKeyDown={({ key }) => {
          if (key === 'Enter') settle();
        }}
      />
      {wrong && (
        <small id={`${id}wrong`} role="alert">
          {say('notADay', { pattern })}
        </small>
      )}
    </span>
  );
}
