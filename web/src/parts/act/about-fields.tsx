import { useCompany } from '../../api/use-company.ts';
import { useOperation } from '../../api/use-operation.ts';
import { scopeName } from '../../frame/scope-of.ts';
import { actionsWords } from '../../words/actions.ts';
import { useAmongName } from '../../words/among.ts';
import { areaWords } from '../../words/areas.ts';
import { useLanguage, useWords } from '../../words/language.ts';
import { SelectField } from '../select-field/select-field.tsx';
import type { ActAbout } from './act-about.ts';
import styles from './act-form.module.css';
import { amongGroups } from './groups.ts';

interface Props {
  readonly about: ActAbout;
  readonly kpi: string;
  /** Of the KPI. */
  readonly name: string;
  readonly whose: string;
  readonly onChange: (parts: { readonly kpi?: string; readonly whose?: string }) => void;
}

/** What the action is about: told where the page has said it, to be chosen where it has not. */
export function AboutFields({ about, kpi, name, whose, onChange }: Props) {
  const say = useWords(actionsWords);
  const sayArea = useWords(areaWords);
  const amongName = useAmongName();
  const { language } = useLanguage();
  const company = useCompany();
  const kpis = useOperation('kpis', { language });
  const isOfOne = about.customer !== undefined || about.record !== undefined;
  const isFixed = about.kpi !== undefined && about.scope !== undefined;
  const told = [
    ...(about.customer ? [about.customer.name ?? about.customer.id] : []),
    ...(isFixed ? [about.scope ? `${name} (${scopeName(about.scope)})` : name] : []),
    ...(about.alert ? [say('ofAlert')] : []),
  ];
  const known = /^(owner\.(team|name)|segment|need|rfm|stage)=/;
  return (
    <>
      {told.length > 0 && <p className={styles.about}>{say('aboutIs', { what: told.join(' · ') })}</p>}
      {!isOfOne && !isFixed && (
        <div className={styles.fields}>
          <SelectField
            label={say('field_scope')}
            value={whose}
            options={[
              { value: '', label: say('company') },
              ...(whose !== '' && !known.test(whose) ? [{ value: whose, label: scopeName(whose) }] : []),
            ]}
            groups={[
              { label: say('teams'), options: company.teams.map((one) => ({ value: `owner.team=${one}`, label: one })) },
              { label: say('persons'), options: company.owners.map((one) => ({ value: `owner.name=${one}`, label: one })) },
              { label: say('segments'), options: company.segments.map((one) => ({ value: `segment=${one}`, label: one })) },
              ...(['need', 'rfm', 'stage'] as const).map((by) => ({
                label: say(`among_${by}`),
                options: amongGroups[by].map((one) => ({ value: one, label: amongName(one) })),
              })),
            ].filter((group) => group.options.length > 0)}
            onChange={(next) => onChange({ whose: next })}
          />
          <SelectField
            label={say('field_kpi')}
            value={kpi}
            options={[{ value: '', label: say('field_kpiNone') }]}
            groups={[...Map.groupBy(kpis.data?.kpis.filter(({ computable }) => computable) ?? [], ({ area }) => area)].map(
              ([area, own]) => ({ label: sayArea(area), options: own.map(({ id, name: label }) => ({ value: id, label })) }),
            )}
            onChange={(next) => onChange({ kpi: next })}
          />
        </div>
      )}
    </>
  );
}
