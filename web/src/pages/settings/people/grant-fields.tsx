import { Checkbox } from '@mantine/core';
import type { OperationOutput } from '../../../../../src/app/api/client-types.ts';
import { peopleWords } from '../../../../../src/i18n/people.ts';
import { useCompany } from '../../../api/use-company.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { useSession } from '../../../api/use-session.ts';
import { SelectField } from '../../../parts/select-field/select-field.tsx';
import { useLanguage, useWords } from '../../../words/language.ts';
import { membersWords } from '../../../words/members.ts';
import styles from '../settings-page.module.css';

type Member = OperationOutput<'people'>['members'][number];
/** What is given to someone: a role, and where it differs from what the role says. */
export type Grant = Pick<Member, 'role' | 'steward' | 'rows' | 'segment' | 'personal' | 'amounts' | 'crmUser'>;

export const plainGrant: Grant = {
  role: 'member',
  steward: false,
  rows: null,
  segment: null,
  personal: null,
  amounts: null,
  crmUser: null,
};

const roleNames = ['owner', 'administrator', 'analyst', 'manager', 'member', 'viewer'] as const;
const rowKinds = ['all', 'department', 'office', 'team', 'own', 'segment'] as const;
const oneOf = <T extends string>(list: readonly T[], value: string): T | null => list.find((one) => one === value) ?? null;

interface Props {
  readonly grant: Grant;
  /** Suggests the CRM's user of the same address. */
  readonly email: string;
  readonly onChange: (grant: Grant) => void;
}

/** Role, rows, personal data, amounts and who someone is in the CRM, as a form. */
export function GrantFields({ grant, email, onChange }: Props) {
  const say = useWords(membersWords);
  const { language } = useLanguage();
  const session = useSession();
  const { segments } = useCompany();
  const crm = useOperation('crm_users', {});
  const words = peopleWords(language);
  const put = (parts: Partial<Grant>): void => onChange({ ...grant, ...parts });
  const asRole = { value: '', label: say('asRole') };
  const users = crm.data?.users ?? [];
  const key = (user: { readonly source: string; readonly id: string }): string => `${user.source} ${user.id}`;
  const rowsOwn = grant.rows === null ? ['manager', 'member'].includes(grant.role) : !['all', 'segment'].includes(grant.rows);
  // An owner is named by owners only.
  const given = roleNames.filter((role) => role !== 'owner' || session.role === 'owner');
  return (
    <>
      <div className={styles.fields}>
        <div className={styles.field}>
          <SelectField
            label={say('role')}
            value={grant.role}
            options={given.map((role) => ({ value: role, label: words.roles[role] ?? role }))}
            onChange={(value) => put({ role: oneOf(roleNames, value) ?? grant.role })}
          />
        </div>
        <div className={styles.field}>
          <SelectField
            label={say('rows')}
            value={grant.rows ?? ''}
            options={[asRole, ...rowKinds.map((kind) => ({ value: kind, label: words.rows[kind] ?? kind }))]}
            onChange={(value) => {
              const rows = oneOf(rowKinds, value);
              put({ rows, segment: rows === 'segment' ? (grant.segment ?? segments[0] ?? null) : null });
            }}
          />
        </div>
        {grant.rows === 'segment' && (
          <div className={styles.field}>
            <SelectField
              label={say('segment')}
              value={grant.segment ?? ''}
              options={segments.map((name) => ({ value: name, label: name }))}
              onChange={(segment) => put({ segment })}
            />
          </div>
        )}
        <div className={styles.field}>
          <SelectField
            label={say('personal')}
            value={grant.personal ?? ''}
            options={[asRole, { value: 'shown', label: say('shown') }, { value: 'masked', label: say('masked') }]}
            onChange={(value) => put({ personal: oneOf(['shown', 'masked'] as const, value) })}
          />
        </div>
        <div className={styles.field}>
          <SelectField
            label={say('amounts')}
            value={grant.amounts ?? ''}
            options={[asRole, { value: 'shown', label: say('shown') }, { value: 'hidden', label: say('hidden') }]}
            onChange={(value) => put({ amounts: oneOf(['shown', 'hidden'] as const, value) })}
          />
        </div>
        <div className={styles.field}>
          <SelectField
            label={say('crmUser')}
            value={grant.crmUser ? key(grant.crmUser) : ''}
            options={[
              { value: '', label: say('crmNone') },
              ...users.map((user) => {
                const name = user.name ?? user.email ?? user.id;
                const isSame = user.email !== null && user.email.toLowerCase() === email.trim().toLowerCase();
                return { value: key(user), label: isSame ? say('crmSuggested', { name }) : name };
              }),
            ]}
            onChange={(value) => {
              const user = users.find((one) => key(one) === value);
              put({ crmUser: user ? { source: user.source, id: user.id } : null });
            }}
          />
          {rowsOwn && grant.crmUser === null && <small>{say('crmNeeded')}</small>}
        </div>
      </div>
      <Checkbox label={say('steward')} checked={grant.steward} onChange={(event) => put({ steward: event.currentTarget.checked })} />
    </>
  );
}
