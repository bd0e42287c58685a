import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { scopeName, searchOfScope } from '../../frame/scope-of.ts';
import { actionsWords } from '../../words/actions.ts';
import { useAmongName } from '../../words/among.ts';
import { useWords } from '../../words/language.ts';
import type { Among } from './act-about.ts';

interface Props {
  readonly kpi: string | null;
  readonly name: string | null;
  readonly scope: string | null;
  readonly among: Among | null;
  readonly customer: { readonly source: string; readonly id: string; readonly name: string | null } | null;
  readonly alert: string | null;
}

/** Where the customers of a group stand. */
function wayTo(among: Among): { readonly search: Readonly<Record<string, string>>; readonly hash: string } {
  const [by = '', is = ''] = among.split('=');
  return by === 'stage' ? { search: {}, hash: 'life' } : { search: { [by]: is }, hash: 'attend' };
}

/** What an action is about, each a way back to it. */
export function AboutLine({ kpi, name, scope, among, customer, alert }: Props) {
  const say = useWords(actionsWords);
  const amongName = useAmongName();
  const links: ReactNode[] = [];
  if (customer)
    links.push(
      <Link key="customer" to="/customers/$id" params={{ id: customer.id }} search={() => ({ source: customer.source }) as never}>
        {customer.name ?? customer.id}
      </Link>,
    );
  if (kpi !== null)
    links.push(
      <Link key="kpi" to="/kpis/$id" params={{ id: kpi }} search={() => searchOfScope(scope) as never}>
        {scope === null ? name : `${name} (${scopeName(scope)})`}
      </Link>,
    );
  if (kpi === null && scope !== null) links.push(<span key="scope">{scopeName(scope)}</span>);
  if (among !== null) {
    const { search, hash } = wayTo(among);
    links.push(
      <Link key="among" to="/customers" search={() => search as never} hash={hash}>
        {say('ofCustomers', { name: amongName(among) })}
      </Link>,
    );
  }
  if (alert !== null)
    links.push(
      <Link key="alert" to="/alerts" search={() => ({ alert }) as never}>
        {say('ofAlert')}
      </Link>,
    );
  if (links.length === 0) return say('company');
  return links.map((link, at) => (at === 0 ? link : [' · ', link]));
}
