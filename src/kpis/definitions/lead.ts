import { count } from '../../metrics/build.ts';
import { all, any, type Expression, is, isKnown, isOneOf } from '../../metrics/expression.ts';
import type { SimpleMetric } from '../../metrics/metric.ts';
import type { Settings } from '../../model/settings.ts';

type Meant = Pick<Settings, 'glossary'>;
interface Filtered {
  readonly where?: Expression;
}

/** Rows of leads, without those that the workspace does not call leads. `path` leads from the rows to the lead, its dot included. */
export const leadsOnly = <R extends object>({ glossary }: Meant, rows: R & Filtered, path = ''): R & Filtered => {
  if (glossary.lead === 'every_record') return rows;
  const isLead = any(isKnown(`${path}email`), isKnown(`${path}phone`));
  return { ...rows, where: rows.where ? all(rows.where, isLead) : isLead };
};

/** New leads, by the day they were created. */
export const newLeads = (settings: Meant, rows: Omit<Parameters<typeof count>[1], 'at'> = {}): SimpleMetric =>
  count('lead', leadsOnly(settings, { at: 'created_at', ...rows }));

/** The time at which a lead came to be what the workspace calls qualified. */
export const qualifiedAt = ({ glossary }: Meant): Settings['glossary']['qualified'] => glossary.qualified;

/** Qualified now or at some time: by its date or, where the source dates nothing, by its status. */
export const wasQualified = ({ glossary }: Meant): Expression =>
  glossary.qualified === 'qualified_at'
    ? any(isKnown('qualified_at'), isOneOf('status', ['qualified', 'converted']))
    : any(isKnown(glossary.qualified), is('status', 'converted'));

/** What the workspace calls a prospect: a lead that qualified, or any. */
export const isProspect = (settings: Meant): Expression =>
  settings.glossary.prospect === 'qualified' ? wasQualified(settings) : isKnown('created_at');

/** Prospects by the day they came to be such. */
export const newProspects = (settings: Meant): SimpleMetric =>
  settings.glossary.prospect === 'qualified' ? count('lead', leadsOnly(settings, { at: qualifiedAt(settings) })) : newLeads(settings);

/** Converted by what the source says, dated or not. */
export const wasConvertedInSource = any(isKnown('converted_at'), is('status', 'converted'));

/** Where it is told when a lead converted: the dataset and the field that names the lead in it, and the time; `path` is for `leadsOnly`. */
const conversionOf = ({ glossary }: Meant) =>
  glossary.converted === 'source'
    ? { dataset: 'lead', entity: 'id', at: 'converted_at', path: '' }
    : { dataset: 'lead_payment', entity: 'lead_id', at: 'paid_at', path: 'lead.' };

/** Leads, with what tells whether they converted: rows of them (`rows`), the time at which they did, and whether they did at all. */
export const convertible = (settings: Meant) => {
  const { dataset, entity, at, path } = conversionOf(settings);
  return {
    dataset,
    entity,
    convertedAt: at,
    wasConverted: settings.glossary.converted === 'source' ? wasConvertedInSource : isKnown(at),
    rows: <R extends object>(rows: R & Filtered): R & Filtered => leadsOnly(settings, rows, path),
  };
};
