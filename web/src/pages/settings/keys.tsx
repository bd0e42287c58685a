import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OperationInput, OperationOutput } from '../../../../src/app/api/client-types.ts';
import { useOperation, useWrite } from '../../api/use-operation.ts';
import { useSession } from '../../api/use-session.ts';
import { ConfirmButton } from '../../parts/confirm-button/confirm-button.tsx';
import { CopyField } from '../../parts/copy-field/copy-field.tsx';
import { FormEnd } from '../../parts/form-end/form-end.tsx';
import { Item, ItemList } from '../../parts/item-list/item-list.tsx';
import { PageSection } from '../../parts/page-section/page-section.tsx';
import { PushButton } from '../../parts/push-button/push-button.tsx';
import { SelectField } from '../../parts/select-field/select-field.tsx';
import { EmptyNotice, Skeleton, TroubleNotice } from '../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/language.ts';
import { membersWords } from '../../words/members.ts';
import { settingsWords } from '../../words/settings.ts';
import styles from './settings-page.module.css';

type Permission = OperationInput<'make_key'>['permissions'][number];
type Key = OperationOutput<'keys'>['keys'][number];

/** Keys by which programs ask on one's behalf. */
export function Keys() {
  const say = useWords(settingsWords);
  const { data, error, refetch } = useOperation('keys', {});
  const [making, setMaking] = useState(false);
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={320} />;
  return (
    <PageSection title={say('tab_keys')} actions={!making && <PushButton onClick={() => setMaking(true)}>{say('keyNew')}</PushButton>}>
      <p className={styles.help}>{say('keysNote')}</p>
      {making && <NewKey onClose={() => setMaking(false)} />}
      {data.keys.length === 0 && !making ? (
        <EmptyNotice is="notConfigured">{say('keysNone')}</EmptyNotice>
      ) : (
        <ItemList label={say('tab_keys')}>
          {data.keys.map((key) => (
            <OneKey key={key.id} of={key} />
          ))}
        </ItemList>
      )}
    </PageSection>
  );
}

function OneKey({ of: key }: { readonly of: Key }) {
  const say = useWords(settingsWords);
  const sayRight = useWords(membersWords);
  const format = useFormat();
  const end = useWrite('end_key');
  const expiry = key.expiresAt === null ? say('keyForever') : say('keyExpires', { day: format.moment(key.expiresAt) });
  return (
    <Item
      title={key.name}
      tags={key.expired ? [say('keyExpired')] : []}
      facts={[
        `${key.start}…`,
        key.permissions.map((permission) => sayRight(`p_${permission}`)).join(', '),
        key.expired ? null : expiry,
        key.lastUsedAt === null ? say('keyUnused') : say('keyUsed', { when: format.moment(key.lastUsedAt) }),
      ]}
      actions={
        <ConfirmButton
          sure={say('keyEndSure')}
          question={say('confirm')}
          keep={say('keep')}
          disabled={end.isPending}
          onConfirm={() => end.mutate({ key: key.id })}
        >
          {say('keyEnd')}
        </ConfirmButton>
      }
    />
  );
}

const expiries = ['30', '90', '365', 'never'] as const;

function NewKey({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(settingsWords);
  const sayRight = useWords(membersWords);
  const { permissions } = useSession();
  const make = useWrite('make_key');
  const [name, setName] = useState('');
  const [days, setDays] = useState<(typeof expiries)[number]>('90');
  const [scopes, setScopes] = useState<readonly Permission[]>(['kpi.read']);
  if (make.data) {
    return (
      <div className={styles.box}>
        <CopyField label={say('keySecret')} value={make.data.secret} copy={say('copy')} copied={say('copied')} />
        <p className={styles.small}>{say('keySecretHelp')}</p>
        <div>
          <PushButton onClick={onClose}>{say('keyDone')}</PushButton>
        </div>
      </div>
    );
  }
  const mine = permissions.filter((permission): permission is Permission => permission !== 'self');
  return (
    <form
      className={`${styles.form} ${styles.box}`}
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate({ name, permissions: [...scopes], days: days === 'never' ? null : Number(days) });
      }}
    >
      <div className={styles.fields}>
        <TextInput
          label={say('keyName')}
          placeholder={say('keyNameHint')}
          required
          withAsterisk={false}
          maxLength={100}
          autoFocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className={styles.field}>
          <SelectField
            label={say('keyExpiry')}
            value={days}
            options={expiries.map((value) => ({ value, label: say(`days_${value}`) }))}
            onChange={(value) => setDays(expiries.find((one) => one === value) ?? days)}
          />
        </div>
      </div>
      <fieldset className={styles.bare}>
        <legend className={styles.legend}>{say('keyScopes')}</legend>
        <div className={styles.scopes}>
          {mine.map((permission) => (
            <Checkbox
              key={permission}
              label={sayRight(`p_${permission}`)}
              checked={scopes.includes(permission)}
              onChange={(event) =>
                setScopes(event.currentTarget.checked ? [...scopes, permission] : scopes.filter((one) => one !== permission))
              }
            />
          ))}
        </div>
      </fieldset>
      <FormEnd label={say('keyMake')} busy={make.isPending} disabled={scopes.length === 0} error={make.error}>
        <PushButton onClick={onClose}>{say('cancel')}</PushButton>
      </FormEnd>
    </form>
  );
}
