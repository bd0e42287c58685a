import type { Campaign } from './campaigns.ts';
import { calendarMonths } from './months.ts';
import { offices } from './places.ts';
import { spendOf } from './reference.ts';
import { cents, type World } from './world.ts';

const functions = ['marketing', 'sales', 'service', 'retention'] as const;
/** Hours paid a month, with the employer's share. */
const paidHours = 168 * 1.31;

/** Everything the company spends on winning and keeping customers, month by month, so that costs can be fully loaded. */
export function putCosts(world: World): void {
  const { calendar, ids, people, sink, scale } = world;
  calendarMonths(calendar).forEach((month, i) => {
    const random = world.random.cost.at(i);
    const incurred = calendar.date(month.from);
    const put = (
      category: string,
      what: (typeof functions)[number],
      amount: number,
      channel: string | null = null,
      spread = true,
    ): void => {
      sink.put('cost', {
        id: ids.next('cost'),
        category,
        function: what,
        channel,
        incurred_on: incurred,
        period_start: spread ? month.start : null,
        period_end: spread ? month.end : null,
        amount: cents(amount * random.between(0.97, 1.03)),
        currency: 'EUR',
      });
    };
    for (const what of functions) {
      const staff = people.staff(what, month.story);
      put(
        'salaries',
        what,
        staff.reduce((sum, person) => sum + person.hourlyCost * paidHours, 0),
      );
      put('software', what, staff.length * 62);
      for (const office of offices) {
        const here = staff.filter((person) => person.office === office).length;
        if (here > 0) put('rent', what, here * (office === 'Madrid' ? 290 : 205));
      }
      if (i % 3 === 0) put('equipment', what, staff.length * 130, null, false);
    }
    put('software', 'marketing', 380 * scale, 'email');
    put('agency', 'marketing', 1900 * scale);
    put('telephony', 'sales', 420 * scale, 'call');
    put('telephony', 'service', 260 * scale, 'call');
    put('messages', 'marketing', 90 * scale, 'sms');
    put('promotion', 'retention', random.logNormal(450, 0.4) * scale, null, false);
    if (i % 6 === 1) put('loyalty', 'retention', 2600 * scale, null, false);
  });
  for (const campaign of world.campaigns.all) putAdvertising(world, campaign);
}

/** A campaign's spend, split by the months it ran in. */
function putAdvertising(world: World, campaign: Campaign): void {
  const { calendar, ids, sink } = world;
  const last = Math.min(campaign.to, calendar.days - 1);
  const total = spendOf(world, campaign);
  if (total === 0 || last < campaign.from) return;
  for (let from = campaign.from; from <= last; ) {
    const month = calendar.date(from).slice(0, 7);
    let to = from;
    while (to < last && calendar.date(to + 1).slice(0, 7) === month) to++;
    sink.put('cost', {
      id: ids.next('cost'),
      category: 'advertising',
      function: 'marketing',
      channel: campaign.channel,
      campaign_id: campaign.id,
      incurred_on: calendar.date(from),
      period_start: calendar.date(from),
      period_end: calendar.date(to),
      amount: cents((total * (to - from + 1)) / (last - campaign.from + 1)),
      currency: 'EUR',
    });
    from = to + 1;
  }
}
