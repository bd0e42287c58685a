import type { Calendar } from './calendar.ts';
import { story } from './story.ts';

export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly channel: string;
  readonly type: string;
  /** Days of the sample; the end may lie beyond it. */
  readonly from: number;
  readonly to: number;
  /** How many of the leads come by it while it runs, relative to the others. */
  readonly pull: number;
  readonly costPerLead: number;
  readonly goal: string;
}

export interface Campaigns {
  readonly all: readonly Campaign[];
  /** Those that send messages, in order of time. */
  readonly mailings: readonly Campaign[];
  readonly giveaway: Campaign;
  /** Those that bring leads on a day, with their pull. */
  readonly running: (day: number) => readonly (readonly [Campaign, number])[];
  /** The standing e-mail series for leads of a day's year. */
  readonly nurturing: (day: number) => Campaign;
}

/** Name, channel, type, calendar month it starts in, days, pull, cost per lead, goal. */
const yearly = [
  ['Novedades de enero', 'email', 'boletín', 1, 30, 0.8, 21, 'lead'],
  ['Feria Ventilaria', 'event', 'feria', 2, 16, 1.5, 68, 'lead'],
  ['Puesta a punto de primavera', 'email', 'oferta', 3, 30, 1, 22, 'opportunity'],
  ['Plan Renove de climatización', 'ads', 'buscadores', 4, 75, 3, 46, 'lead'],
  ['Escaparates frescos', 'social', 'redes', 5, 60, 1.4, 34, 'lead'],
  ['Recordatorio de filtros', 'sms', 'oferta', 5, 20, 0.4, 19, 'customer'],
  ['Verano sin averías', 'email', 'oferta', 6, 30, 1, 22, 'opportunity'],
  ['Aire limpio para volver al cole', 'email', 'oferta', 9, 30, 1, 22, 'lead'],
  ['Llamadas a instaladores', 'call', 'prospección', 10, 40, 0.8, 57, 'opportunity'],
  ['Hostelería respira', 'ads', 'buscadores', 10, 70, 2.4, 49, 'lead'],
  ['Balance energético', 'email', 'boletín', 11, 30, 0.9, 21, 'lead'],
] as const;

/** About ten campaigns a year, a standing e-mail series each year, and the giveaway. */
export function makeCampaigns(calendar: Calendar): Campaigns {
  const all: Campaign[] = [];
  const dayOf = (date: Temporal.PlainDate): number => calendar.first.until(date, { largestUnit: 'days' }).days;
  const add = (facts: Omit<Campaign, 'id'>): Campaign => {
    const campaign = { id: `M${all.length + 1}`, ...facts };
    all.push(campaign);
    return campaign;
  };
  const series: Campaign[] = [];
  for (let year = 0; year < 3; year++) {
    const [from, to] = [calendar.storyDay(year * 12), calendar.storyDay(year * 12 + 12) - 1];
    const name = `Serie de bienvenida ${calendar.date(from).slice(0, 4)}`;
    series.push(add({ name, channel: 'email', type: 'nutrición', from, to, pull: 0, costPerLead: 0, goal: 'opportunity' }));
  }
  for (let year = calendar.first.year; year <= calendar.until.year + 1; year++) {
    for (const [name, channel, type, month, days, pull, costPerLead, goal] of yearly) {
      const from = dayOf(Temporal.PlainDate.from({ year, month, day: 4 }));
      if (from < 0 || from >= calendar.days + 45) continue;
      add({ name: `${name} ${year}`, channel, type, from, to: from + days, pull, costPerLead, goal });
    }
  }
  const { giveaway: plan } = story;
  const giveaway = add({
    name: plan.campaign,
    channel: 'social',
    type: 'sorteo',
    from: calendar.storyDay(plan.from),
    to: calendar.storyDay(plan.to) - 1,
    pull: 0,
    costPerLead: plan.costPerLead,
    goal: 'lead',
  });
  return {
    all,
    mailings: all.filter((one) => (one.channel === 'email' || one.channel === 'sms') && !series.includes(one) && one.from < calendar.days),
    giveaway,
    running: byDay(all, calendar.days),
    nurturing: (day) => series.find((one) => day <= one.to) ?? giveaway,
  };
}

function byDay(all: readonly Campaign[], days: number): Campaigns['running'] {
  const running = Array.from({ length: days }, (_, day) =>
    all.filter((one) => one.pull > 0 && one.from <= day && one.to >= day).map((one) => [one, one.pull] as const),
  );
  return (day) => running[day] ?? [];
}
