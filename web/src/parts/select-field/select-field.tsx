import { useId } from 'react';
import styles from './select-field.module.css';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly label: string;
  /** True: the label is there for whoever cannot see the column that it stands in. */
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly options: readonly SelectOption[];
  /** Options of one name stand together below it, after the others. */
  readonly groups?: readonly { readonly label: string; readonly options: readonly SelectOption[] }[];
  /** Still to be decided: shown as such. */
  readonly open?: boolean;
  readonly disabled?: boolean;
  readonly onChange: (value: string) => void;
}

/** One of a list, in a form: the browser's own, which keyboards, telephones and readers know. */
export function SelectField({ label, hideLabel = false, value, options, groups = [], open = false, disabled = false, onChange }: Props) {
  const id = useId();
  return (
    <span className={styles.field} data-open={open || undefined}>
      {!hideLabel && <label htmlFor={id}>{label}</label>}
      <select
        id={id}
        value={value}
        disabled={disabled}
        aria-label={hideLabel ? label : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </span>
  );
}
