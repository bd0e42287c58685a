import { Checkbox } from '@mantine/core';
import type { OperationInput } from '../../../../../src/app/api/client-types.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { useSession } from '../../../api/use-session.ts';
import { DayField } from '../../../parts/day-field/day-field.tsx';
import { SelectField } from '../../../parts/select-field/select-field.tsx';
import { TextArea } from '../../../parts/text-area/text-area.tsx';
import { alertsWords } from '../../../words/alerts.ts';
import { useWords } from '../../../words/language.ts';
import { DepartmentField } from '../department-field.tsx';
import styles from './alert-body.module.css';

interface Props {
  readonly given: Partial<OperationInput<'handle_alert'>>;
  readonly onChange: (given: Props['given']) => void;
}

/** Who is to look after it. */
export function AssignFields({ given, onChange }: Props) {
  const say = useWords(alertsWords);
  const { id: own } = useSession();
  const colleagues = useOperation('colleagues', {});
  return (
    <SelectField
      label={say('assignTo')}
      value={given.member ?? ''}
      options={[
        { value: '', label: say('assignMe') },
        ...(colleagues.data?.members ?? []).filter(({ id }) => id !== own).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(member) => onChange({ ...given, member: member === '' ? null : member })}
    />
  );
}

/** Why nobody is to be told of it, and until when. */
export function MuteFields({ given, onChange }: Props) {
  const say = useWords(alertsWords);
  return (
    <>
      <TextArea
        label={say('muteReason')}
        hint={say('muteReasonHint')}
        rows={2}
        maxLength={1000}
        value={given.reason ?? ''}
        onChange={(reason) => onChange({ ...given, reason })}
      />
      <div className={styles.fields}>
        <DayField label={say('muteUntil')} value={given.until ?? ''} onChange={(until) => onChange({ ...given, until })} />
        <Checkbox
          className={styles.check}
          label={say('muteAll')}
          checked={given.all ?? false}
          onChange={(event) => onChange({ ...given, all: event.currentTarget.checked })}
        />
      </div>
    </>
  );
}

/** Whose matter it is, and what is asked of them. */
export function RouteFields({ given, onChange }: Props) {
  const say = useWords(alertsWords);
  return (
    <>
      <DepartmentField
        label={say('department')}
        none={say('departmentNone')}
        value={given.department ?? ''}
        onChange={(department) => onChange({ ...given, department })}
      />
      <TextArea
        label={say('routeNote')}
        rows={2}
        maxLength={1000}
        value={given.reason ?? ''}
        onChange={(reason) => onChange({ ...given, reason: reason === '' ? null : reason })}
      />
    </>
  );
}
