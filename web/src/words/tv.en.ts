import type { tvEs } from './tv.es.ts';

export const tvEn: { readonly [K in keyof typeof tvEs]: string } = {
  pause: 'Pause',
  resume: 'Go on',
  leave: 'Leave',
  group: '{{number}} of {{count}}',
  turn: 'Board {{number}} of {{count}}',
  rotate: 'All in turns',
  goals: 'Targets of the company',
  teamStands: '{{team}}: {{standing}}.',
  goalsOf: 'Targets of {{team}}',
  of: 'of {{aim}}',
  until: 'Data up to {{day}}',
  checked: 'Checked: {{moment}}',
  offline: 'No connection to Cuadro. These are the values of {{moment}}.',
  ended: 'The session has ended: somebody has to sign in to Cuadro again. These are the values of {{moment}}.',
  left_one: '{{count}} KPI is not shown on a screen: it is about people, is split by groups or has no value.',
  left_other: '{{count}} KPIs are not shown on a screen: they are about people, are split by groups or have no value.',
  nothing: 'Nothing on this board can be shown on a screen.',
  filtered: 'Filter: {{list}}',
  onePerson: 'one person',
};
