import { type RiskSignal, riskSignals, scoreRisk } from '../../../src/estimators/risk_score.ts';
import { type Row, sourceOf, type Value } from '../company.ts';
import { inBase } from '../money.ts';
import { addDays, daysBetween } from '../time.ts';
import type { World } from '../world.ts';
import { asMoney } from './costs.ts';
import { reachOf } from './forecasts.ts';
import { byTime, known, salesOf } from './orders.ts';

interface Beside {
  readonly customers: readonly Row[];
  readonly recurring: readonly Row[];
  readonly receivables: readonly Row[];
  readonly forecasts: readonly Row[];
}

const begins = (text: string, words: readonly string[]): boolean => words.some((word) => ` ${text.toLowerCase()}`.includes(` ${word}`));
const isContract = (text: string): boolean =>
  begins(text, ['contract', 'contrato', 'obligation', 'obligac', 'commitment', 'compromiso', 'permanencia', 'clausula', 'cláusula']);
const isClosing = (text: string): boolean =>
  begins(text, ['baja', 'cancel', 'terminat', 'rescin', 'rescis']) ||
  (begins(text, ['close', 'closing', 'closure', 'cerrar', 'cierre']) && begins(text, ['account', 'cuenta']));
const words = (...texts: (Value | undefined)[]): string => texts.map((text) => String(text ?? '')).join(' ');

/** Customers with signs that they may leave: each account looked at on each day. */
export function accountRisk(world: World, beside: Beside): Row[] {
  const rows: Row[] = [];
  const accounts = new Map(beside.customers.map((span) => [JSON.stringify([sourceOf(span), span.account_id]), span]));
  for (const span of accounts.values()) rows.push(...new Watched(world, beside, sourceOf(span), span.account_id ?? null).spans());
  return rows;
}

/** One account, day by day. */
class Watched {
  readonly world: World;
  readonly source: string;
  readonly account: Value;
  readonly #own: (rows: readonly Row[]) => Row[];
  readonly #beside: Beside;
  readonly #calls: Row[];
  readonly #tickets: Row[];
  readonly #answers: Row[];
  readonly #sales: Row[];

  constructor(world: World, beside: Beside, source: string, account: Value) {
    this.world = world;
    this.source = source;
    this.account = account;
    this.#beside = beside;
    const ofContact = (row: Row): Value =>
      known(row.contact_id) ? (world.find('contact', source, String(row.contact_id))?.account_id ?? null) : null;
    this.#own = (list) =>
      list.filter((row) => sourceOf(row) === source && (known(row.account_id) ? row.account_id : ofContact(row)) === account);
    this.#calls = this.#own(world.live('activity')).filter(
      (row) => row.type === 'call' && row.purpose !== 'sales' && known(row.occurred_at),
    );
    this.#tickets = this.#own(world.live('ticket')).filter((row) => known(row.opened_at));
    this.#answers = this.#own(world.live('survey_response'))
      .filter((row) => ['nps', 'csat', 'ces'].includes(String(row.kind)) && known(row.score) && known(row.responded_at))
      .sort(byTime(world, 'responded_at'));
    this.#sales = this.#own(salesOf(world)).filter((row) => known(row.account_id));
  }

  #day(value: Value | undefined): string {
    return this.world.moment(value)?.day ?? '9999-12-31';
  }

  #within(value: Value | undefined, day: string, days: number): boolean {
    const from = this.#day(value);
    return from <= day && daysBetween(from, day) < days;
  }

  #covers(span: Row, day: string): boolean {
    return this.#day(span.valid_from) <= day && (!known(span.valid_to) || this.#day(span.valid_to) > day);
  }

  #isLow(answer: Row): boolean {
    const kind = String(answer.kind);
    const least = Number(answer.scale_min ?? (kind === 'nps' ? 0 : 1));
    const most = Number(answer.scale_max ?? (kind === 'nps' ? 10 : kind === 'csat' ? 5 : 7));
    if (most === least) return false;
    const share = (Number(answer.score) - least) / (most - least);
    const good = answer.polarity === 'low_is_good' ? 1 - share : share;
    return kind === 'nps' ? good < 0.6000001 : good < 0.4999999;
  }

  #holds(day: string): Record<RiskSignal, boolean> {
    const about = (is: (text: string) => boolean, days: number): boolean =>
      this.#calls.some((row) => this.#within(row.occurred_at, day, days) && is(words(row.topic, row.subject))) ||
      this.#tickets.some((row) => this.#within(row.opened_at, day, days) && is(words(row.topic, row.cause)));
    const lastOfKind = ['nps', 'csat', 'ces'].flatMap((kind): Row[] =>
      this.#answers.filter((row) => row.kind === kind && this.#day(row.responded_at) <= day).slice(-1),
    );
    return {
      complaint: this.#tickets.some((row) => row.type === 'complaint' && this.#within(row.opened_at, day, 90)),
      frequent_calls: this.#calls.filter((row) => row.direction === 'in' && this.#within(row.occurred_at, day, 30)).length >= 5,
      contract_calls: about(isContract, 90),
      closing_calls: about(isClosing, 180),
      overdue_order: this.#own(this.#beside.forecasts).some(
        (row) => row.level === 'account' && this.#covers(row, day) && day > String(row.upper_on) && day < String(row.lapsed_on),
      ),
      low_survey: lastOfKind.some((row) => this.#within(row.responded_at, day, 180) && this.#isLow(row)),
      unpaid_invoice: this.#own(this.#beside.receivables).some(
        (row) => this.#covers(row, day) && Number(row.balance) > 0 && known(row.due_on) && day > String(row.due_on),
      ),
    };
  }

  #stake(day: string): number {
    const worth = (row: Row, amount: Value | undefined, on: string): number => inBase(this.world, amount, row.currency, on) ?? 0;
    const recurring = this.#own(this.#beside.recurring)
      .filter((row) => this.#covers(row, day))
      .reduce((sum, row) => sum + 12 * worth(row, row.mrr, this.#day(row.valid_from)), 0);
    if (recurring > 0.00005) return recurring;
    return this.#sales
      .filter((row) => this.#within(row.ordered_at, day, 365))
      .reduce((sum, row) => sum + worth(row, row.amount, this.#day(row.ordered_at)), 0);
  }

  spans(): Row[] {
    const own = this.#own(this.#beside.customers);
    const dated = ['ticket', 'activity', 'survey_response', 'order', 'contract', 'invoice', 'payment'];
    const reach = reachOf(this.world, this.source, dated);
    const first = own.map((row) => this.#day(row.valid_from)).sort()[0];
    if (reach === null || first === undefined) return [];
    const states: { from: string; state: string; holds: Record<RiskSignal, boolean> | null }[] = [];
    for (let day = first; day <= reach; day = addDays(day, 1)) {
      const isCustomer = own.some((row) => this.#covers(row, day));
      const signals = this.#holds(day);
      const holds = isCustomer && riskSignals.some((signal) => signals[signal]) ? signals : null;
      const state = JSON.stringify(holds);
      if (states.at(-1)?.state !== state) states.push({ from: day, state, holds });
    }
    return states.flatMap(({ from, holds }, index): Row[] =>
      holds === null
        ? []
        : [
            {
              _source: this.source,
              account_id: this.account,
              valid_from: from,
              valid_to: states[index + 1]?.from ?? null,
              ...holds,
              signals: riskSignals.filter((signal) => holds[signal]).length,
              score: scoreRisk(holds).score,
              revenue: asMoney(this.#stake(from)),
              currency: this.world.settings.currency,
            },
          ],
    );
  }
}
