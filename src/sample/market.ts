import { ratePerEuro } from './customer.ts';
import { calendarMonths } from './months.ts';
import { cents, type World } from './world.ts';

/** What comes from outside: the market's size, what people know of the brand, exchange rates; and what the company invested. */
export function putMarket(world: World): void {
  putEstimates(world);
  putBrandSurveys(world);
  putRates(world);
  putInvestments(world);
}

/** The market by quarter; the company's share grows from about one to about two per cent. */
function putEstimates(world: World): void {
  const { calendar, ids, sink, tally } = world;
  const months = calendarMonths(calendar);
  for (let i = 0; i + 2 < months.length; i++) {
    const [first, last] = [months[i], months[i + 2]];
    if (!first || !last || Number(first.name.slice(5)) % 3 !== 1 || last.end > calendar.until.toString()) continue;
    const random = world.random.market.at(i);
    const sales = months.slice(i, i + 3).reduce((sum, month) => sum + (tally.byMonth.get('sales')?.get(month.name) ?? 0), 0);
    const share = (0.009 + (0.012 * i) / months.length) * random.between(0.97, 1.03);
    const common = { created_at: calendar.iso(calendar.time(Math.min(calendar.days - 1, last.from + 25), 40_000)), currency: 'EUR' };
    const period = { period_start: first.start, period_end: last.end };
    const provenance = 'Estudio sectorial (ficticio)';
    const size = { measure: 'market_size', scope: null, value: Math.round(sales / share), confidence: 0.6 };
    sink.put('market_estimate', { id: ids.next('market_estimate'), ...common, ...period, ...size, provenance });
    const wallet = {
      measure: 'wallet',
      scope: 'account.segment=Instalador',
      value: cents(random.between(11_000, 14_000)),
      confidence: 0.4,
    };
    sink.put('market_estimate', { id: ids.next('market_estimate'), ...common, ...period, ...wallet, provenance });
  }
}

/** A panel of people of the trade asked each quarter about the brand, and what those who know it think of it. */
function putBrandSurveys(world: World): void {
  const { calendar, ids, sink } = world;
  const asked = Math.max(40, Math.round(300 * world.scale));
  for (let quarter = 0; quarter < 12; quarter++) {
    const random = world.random.market.at(1000 + quarter);
    const sent = calendar.afterWork(calendar.storyStart(quarter * 3 + 2), 5);
    for (let i = 0; i < asked; i++) {
      const invitation = ids.next('survey_invitation');
      const survey = { survey_id: 'marca-1', kind: 'brand', touchpoint: 'panel' };
      const at = sent + i;
      if (at > calendar.end) return;
      sink.put('survey_invitation', { id: invitation, ...survey, sent_at: calendar.iso(at), delivered_at: calendar.iso(at) });
      const answered = at + Math.round(random.logNormal(86_400, 0.7));
      if (!random.chance(0.45) || answered > calendar.end) continue;
      // Half are shown the brand and asked whether they know it, half are asked which brands they know.
      const aided = i % 2 === 0;
      const recalled = random.chance(aided ? 0.24 + 0.016 * quarter : 0.07 + 0.011 * quarter);
      const opinion = [
        ['positive', 52],
        ['neutral', 33],
        ['negative', 15],
      ] as const;
      const sentiment = recalled ? random.weighted(opinion) : null;
      const answer = { id: ids.next('survey_response'), ...survey, invitation_id: invitation, recalled, aided, sentiment };
      sink.put('survey_response', { ...answer, responded_at: calendar.iso(answered) });
    }
  }
}

/** One euro's worth on each working day, wandering around the rate that the deals were priced at. */
function putRates(world: World): void {
  const { calendar, ids, sink } = world;
  ['USD', 'GBP'].forEach((currency, i) => {
    const random = world.random.market.at(2000 + i);
    const usual = 1 / (ratePerEuro[currency] ?? 1);
    let drift = 0;
    for (let day = 0; day < calendar.days; day++) {
      drift = drift * 0.995 + 0.003 * random.normal();
      if (day > 0 && calendar.dayOfWeek(day) > 5) continue;
      const rate = Math.round(usual * (1 + drift) * 1e6) / 1e6;
      sink.put('exchange_rate', {
        id: ids.next('exchange_rate'),
        from_currency: currency,
        to_currency: 'EUR',
        on: calendar.date(day),
        rate,
      });
    }
  });
}

/** Name, month of the story, cost, gain over the horizon (null: not known yet), months. */
const investments = [
  ['Implantación del CRM', 0, 38_000, 61_000, 24],
  ['Tienda en línea', 5, 26_000, 44_500, 18],
  ['Vehículo de demostraciones', 9, 31_000, 36_000, 36],
  ['Centralita en la nube', 13, 9500, 14_200, 12],
  ['Base de conocimiento para clientes', 18, 12_000, 15_800, 18],
  ['Feria internacional', 21, 22_000, 13_500, 12],
  ['Certificación de calidad', 25, 14_000, null, 24],
  ['Sorteo en redes', 27, 9000, 2100, 6],
] as const;

function putInvestments(world: World): void {
  const { calendar, ids, sink, scale } = world;
  for (const [name, month, cost, gain, horizon] of investments) {
    const at = calendar.iso(calendar.afterWork(calendar.storyStart(month), 4));
    sink.put('investment', {
      id: ids.next('investment'),
      created_at: at,
      name,
      cost: cents(cost * scale),
      currency: 'EUR',
      started_at: at,
      horizon_months: horizon,
      gain: gain === null ? null : cents(gain * scale),
    });
  }
}
