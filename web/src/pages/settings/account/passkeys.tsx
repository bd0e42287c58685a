import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addPasskey, namedPlace, passkeys, type Refusal, removePasskey } from '../../../api/account.ts';
import { ConfirmButton } from '../../../parts/confirm-button/confirm-button.tsx';
import { FormEnd } from '../../../parts/form-end/form-end.tsx';
import { Item, ItemList } from '../../../parts/item-list/item-list.tsx';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { accountWords } from '../../../words/account.ts';
import { useFormat } from '../../../words/format.ts';
import { useWords } from '../../../words/language.ts';
import styles from '../settings-page.module.css';

/** Keys that a device holds: registered, named, removed. */
export function Passkeys() {
  const say = useWords(accountWords);
  const format = useFormat();
  const { data = [], refetch } = useQuery({ queryKey: ['passkeys'], queryFn: passkeys });
  const [name, setName] = useState('');
  const [state, setState] = useState<'open' | 'busy' | Refusal>('open');
  const place = namedPlace();
  const isSupported = 'PublicKeyCredential' in window;
  const after = async (outcome: Awaited<ReturnType<typeof addPasskey>>): Promise<void> => {
    setState(outcome.ok ? 'open' : outcome.why);
    if (outcome.ok) setName('');
    await refetch();
  };
  return (
    <PageSection title={say('passkeys')}>
      <div className={styles.form}>
        <p>{say('passkeysHelp')}</p>
        {data.length === 0 ? (
          <p className={styles.small}>{say('passkeysNone')}</p>
        ) : (
          <ItemList label={say('passkeys')}>
            {data.map((one) => (
              <Item
                key={one.id}
                title={one.name ?? say('passkeyUnnamed')}
                facts={[one.createdAt === null ? null : say('passkeyMade', { day: format.moment(one.createdAt) })]}
                actions={
                  <ConfirmButton
                    sure={say('passkeyRemoveSure')}
                    question={say('confirm')}
                    keep={say('keep')}
                    onConfirm={() => void removePasskey(one.id).then(after)}
                  >
                    {say('passkeyRemove')}
                  </ConfirmButton>
                }
              />
            ))}
          </ItemList>
        )}
        {place !== null ? (
          <p>
            {say('passkeyHost', { host: window.location.hostname })} <a href={place}>{say('passkeyGo')}</a>
          </p>
        ) : isSupported ? (
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              setState('busy');
              void addPasskey(name.trim() === '' ? say('passkeyHint') : name.trim()).then(after);
            }}
          >
            <div className={styles.fields}>
              <TextInput
                label={say('passkeyName')}
                placeholder={say('passkeyHint')}
                autoComplete="off"
                maxLength={100}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
            </div>
            <FormEnd
              label={say('passkeyAdd')}
              busy={state === 'busy'}
              error={state === 'open' || state === 'busy' ? null : say(`wrong_${state}`)}
            />
          </form>
        ) : (
          <p>{say('passkeyUnsupported')}</p>
        )}
      </div>
    </PageSection>
  );
}
