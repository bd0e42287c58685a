import { auditWords } from '../../../../../src/i18n/audit.ts';
import { peopleWords } from '../../../../../src/i18n/people.ts';
import { useOperation } from '../../../api/use-operation.ts';
import { Item, ItemList } from '../../../parts/item-list/item-list.tsx';
import { PageSection } from '../../../parts/page-section/page-section.tsx';
import { EmptyNotice, TroubleNotice } from '../../../parts/state-notice/state-notice.tsx';
import { useFormat } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.ts';
import { membersWords } from '../../../words/members.ts';
import styles from './review.module.css';

/** Rights that nobody uses, accounts that nobody opens, keys about to expire: who has what, and when it was last used. */
export function Review() {
  const say = useWords(membersWords);
  const format = useFormat();
  const { language } = useLanguage();
  const { data, error, refetch } = useOperation('access_review', {});
  if (!data) return error ? <TroubleNotice error={error} onRetry={() => void refetch()} /> : null;
  const { findings } = auditWords(language);
  const { roles } = peopleWords(language);
  const noted = data.members.filter((member) => member.findings.length > 0);
  return (
    <PageSection title={say('review')} note={say('reviewNote', { days: data.days })}>
      {noted.length === 0 && <EmptyNotice is="goodNews">{say('reviewGood')}</EmptyNotice>}
      <ItemList label={say('review')}>
        {data.members.map((member) => (
          <Item
            key={member.member}
            title={member.name}
            tags={member.findings.map((one) => findings[one] ?? one)}
            facts={[member.email, roles[member.role] ?? member.role]}
          >
            <details className={styles.rights}>
              <summary>{say('reviewRights')}</summary>
              <dl>
                {member.rights.map(({ permission, last_used_at: at }) => (
                  <div key={permission}>
                    <dt>{say(`p_${permission}`)}</dt>
                    <dd>{at === null ? say('never') : format.moment(at)}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </Item>
        ))}
      </ItemList>
    </PageSection>
  );
}
