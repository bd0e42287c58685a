import { TextInput } from '@mantine/core';
import { useCompany } from '../../api/use-company.ts';
import { SelectField } from '../../parts/select-field/select-field.tsx';

interface Props {
  readonly label: string;
  /** Where none is chosen. */
  readonly none: string;
  readonly value: string;
  readonly onChange: (department: string) => void;
}

/** One of the departments that the data know of; to be written where they know of none. */
export function DepartmentField({ label, none, value, onChange }: Props) {
  const { departments } = useCompany();
  if (departments.length === 0)
    return <TextInput label={label} maxLength={200} value={value} onChange={(event) => onChange(event.currentTarget.value)} />;
  // One that a rule names and the data do not stays to be chosen.
  const all = value === '' || departments.includes(value) ? departments : [value, ...departments];
  return (
    <SelectField
      label={label}
      value={value}
      options={[{ value: '', label: none }, ...all.map((name) => ({ value: name, label: name }))]}
      onChange={onChange}
    />
  );
}
