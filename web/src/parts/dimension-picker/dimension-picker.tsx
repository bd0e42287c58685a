import { ChevronIcon } from '../../frame/shell/icons.tsx';
import { OnDemand } from '../on-demand/on-demand.tsx';
import { Unseen } from '../unseen/unseen.tsx';
import styles from './dimension-picker.module.css';

export interface PickOption {
  readonly value: string;
  readonly label: string;
  /** Options of one group stand together below its name. */
  readonly group?: string;
}

export interface PickProps {
  /** What is chosen: `Equipo`. */
  readonly label: string;
  readonly value: string;
  readonly options: readonly PickOption[];
  readonly onChange: (value: string) => void;
}

interface Props extends PickProps {
  /** Whether what is chosen is not the usual: the button then says so. */
  readonly set?: boolean;
  /** What is chosen says by itself what it is: `EUR`. */
  readonly hideLabel?: boolean;
}

const load = () => import('./opened-picker.tsx').then(({ OpenedPicker }) => OpenedPicker);

/** One choice of many, as a button that says what is chosen: `Equipo: todos`. Arrow keys, Enter, Esc; typing finds. */
export function DimensionPicker({ set = false, hideLabel = false, ...rest }: Props) {
  const { label, value, options } = rest;
  return (
    <OnDemand
      has="listbox"
      load={load}
      rest={rest}
      button={
        <button type="button" className={styles.button} data-set={set || undefined}>
          {hideLabel ? <Unseen>{label}</Unseen> : <span className={styles.label}>{label}</span>}{' '}
          <b>{options.find((option) => option.value === value)?.label ?? value}</b> <ChevronIcon />
        </button>
      }
    />
  );
}
