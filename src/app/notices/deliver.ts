import { randomUUID } from 'node:crypto';
import { CuadroError } from '../../model/error.ts';
import { storedInstant } from '../../store/instant.ts';
import type { StoreDatabase } from '../../store/open.ts';
import { backOffMs } from '../jobs/back-off.ts';
import type { JobContext } from '../jobs/kind.ts';
import { publicLink } from '../people/link.ts';
import { canMail, sendMail } from '../people/mail/send.ts';
import { findMember } from '../people/member.ts';
import { addressNotices, type CrmPerson } from './address.ts';
import { allChannels, type Channel } from './channel.ts';
import { sendDigest } from './digest/send.ts';
import type { ShownNotice } from './inbox.ts';
import { type Delivery, dueDeliveries, endDelivery, nextDue, putOff, takeDelivery } from './outbox.ts';
import { channelActor, languageOfMember, memberActor, workspaceReader } from './reader.ts';
import { unlessRefused } from './refused.ts';
import { sealOf } from './sealed.ts';
import { noticeMail } from './send/notice-mail.ts';
import { NotTaken, postToChannel } from './send/to-channel.ts';
import { enqueueDelivery } from './tell.ts';

/** What is not taken for so long is given up, and said where channels and mail are looked after. */
const givenUpAfter = { hours: 72 } as const;
/** Sent side by side; of one channel, one after another. */
const lanes = 4;
const mostAtOnce = 200;

/** What came of one try. */
type Outcome = 'sent' | 'withheld' | Trouble;

interface Trouble {
  readonly error: string;
  readonly retryAfter: number | null;
  /** `place`: nothing else for the same place would go out either; `never`: this one never will. */
  readonly what: 'place' | 'this' | 'never';
}

/** A notice as its reader may see it now; null: it is not there for them. */
async function asSeenBy(
  { callAs }: Pick<JobContext, 'callAs'>,
  actor: Parameters<JobContext['callAs']>[0],
  notice: string,
  language: 'es' | 'en',
): Promise<ShownNotice | null> {
  // The operation's own output, by way of a call that knows it by name only.
  const answered = await unlessRefused(callAs(actor, 'notices', { ids: [notice], language }));
  return (answered as { readonly notices: readonly ShownNotice[] } | null)?.notices[0] ?? null;
}

const codeOf = (error: unknown): string => {
  const cause = error instanceof NotTaken ? error.cause : error;
  if (cause instanceof CuadroError) return cause.found === null || cause.found === undefined ? cause.code : `${cause.code}: ${cause.found}`;
  return cause instanceof Error && 'code' in cause ? `mail_failed: ${String(cause.code)}` : 'internal_error';
};

/** Whether an error is of the place – nothing else for it would go out either –, or of this message or its reader alone (nodemailer's codes). */
function isOfPlace(cause: unknown, isMail: boolean): boolean {
  if (cause instanceof CuadroError) return !isMail && cause.code.startsWith('channel_');
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return isMail && code !== 'EENVELOPE' && code !== 'EMESSAGE';
}

function troubleOf(error: unknown, isMail: boolean): Trouble {
  const retryAfter = error instanceof NotTaken ? error.retryAfter : null;
  const cause = error instanceof NotTaken ? error.cause : error;
  if (isOfPlace(cause, isMail)) return { error: codeOf(error), retryAfter, what: 'place' };
  // What a mail server refuses with 5xx it will always refuse (RFC 5321, 4.2.1).
  const reply = cause instanceof Error && 'responseCode' in cause ? Number(cause.responseCode) : 0;
  return { error: codeOf(error), retryAfter, what: reply >= 500 ? 'never' : 'this' };
}

/** Wants the job done again when the next delivery is due, unless it will be anyway. */
async function comeBack(db: StoreDatabase, due: Temporal.Instant, now: Temporal.Instant): Promise<void> {
  const at = Temporal.Instant.compare(due, now) < 0 ? now : due;
  const jobs = db.selectFrom('job').select('id').where('kind', '=', 'deliver').where('state', '=', 'waiting');
  if (await jobs.where('due_at', '<=', storedInstant(at)).limit(1).executeTakeFirst()) return;
  await enqueueDelivery(db, randomUUID(), at, now);
}

/** What one run of the job does. */
class Deliverer {
  private readonly context: JobContext;
  readonly counts = { addressed: 0, sent: 0, withheld: 0, failed: 0, later: 0 };
  /** Places that have just failed, and until when: what else is for them waits without trying. */
  private readonly down = new Map<string, { readonly error: string; readonly until: Temporal.Instant }>();

  constructor(context: JobContext) {
    this.context = context;
  }

  /** To whom a notice comes, first; then what is due of all that goes outside. */
  async run(): Promise<void> {
    const { store, now, signal } = this.context;
    await this.address();
    for (;;) {
      signal.throwIfAborted();
      const due = await dueDeliveries(store.db, now(), mostAtOnce);
      if (due.length === 0) break;
      const before = this.settled();
      await this.sendAll(due);
      // Another runner has what is left.
      if (this.settled() === before) break;
    }
    const next = await nextDue(store.db);
    if (next !== null) await comeBack(store.db, next, now());
  }

  private settled(): number {
    const { sent, withheld, failed, later } = this.counts;
    return sent + withheld + failed + later;
  }

  private async address(): Promise<void> {
    const { store, workspace, call, live, now, signal } = this.context;
    for (;;) {
      signal.throwIfAborted();
      const people = async (): Promise<readonly CrmPerson[]> =>
        ((await call('crm_users', {})) as { readonly users: readonly CrmPerson[] }).users;
      const changed = await addressNotices(store.db, workspace.config, { people, now });
      if (changed.size === 0) break;
      this.counts.addressed += changed.size;
      for (const reader of changed)
        live(
          { kind: 'notices' },
          reader === workspaceReader ? { permission: 'kpi.read', actorId: null } : { permission: null, actorId: reader },
        );
    }
  }

  private async sendAll(due: readonly Delivery[]): Promise<void> {
    const places = [...Map.groupBy(due, ({ channel_id }) => channel_id ?? 'mail').values()];
    const work = async (): Promise<void> => {
      for (let place = places.shift(); place; place = places.shift()) {
        for (const delivery of place) {
          this.context.signal.throwIfAborted();
          await this.send(delivery);
        }
      }
    };
    await Promise.all(Array.from({ length: lanes }, work));
  }

  private async send(found: Delivery): Promise<void> {
    const { store, now, random } = this.context;
    const place = found.channel_id ?? 'mail';
    const down = this.down.get(place);
    if (down) {
      await putOff(store.db, found, down.error, down.until);
      this.counts.later += 1;
      return;
    }
    const delivery = await takeDelivery(store.db, found, now());
    if (delivery === null) return;
    const outcome = await this.attempt(delivery);
    if (typeof outcome === 'string') {
      await endDelivery(store.db, delivery, outcome, null, now());
      this.counts[outcome] += 1;
      return;
    }
    const { error, retryAfter, what } = outcome;
    const pause = Math.max(backOffMs(delivery.attempts, random()), (retryAfter ?? 0) * 1_000);
    const until = now().add({ milliseconds: pause });
    if (what === 'place') this.down.set(place, { error, until });
    const isOld = Temporal.Instant.compare(Temporal.Instant.from(delivery.created_at).add(givenUpAfter), now()) < 0;
    if (isOld || what === 'never') {
      await endDelivery(store.db, delivery, 'failed', error, now());
      this.counts.failed += 1;
      return;
    }
    await putOff(store.db, delivery, error, until);
    this.counts.later += 1;
  }

  private async attempt(delivery: Delivery): Promise<Outcome> {
    try {
      return delivery.channel_id === null ? await this.mail(delivery) : await this.post(delivery, delivery.channel_id);
    } catch (error) {
      // Stopped: nobody's fault, tried again when its time comes.
      this.context.signal.throwIfAborted();
      return troubleOf(error, delivery.channel_id === null);
    }
  }

  private async mail({ id, member_id, notice_id, what }: Delivery): Promise<Outcome> {
    const { store, workspace } = this.context;
    if (member_id === null || !canMail(workspace.config.mail)) return 'withheld';
    const member = await findMember(store.db, member_id);
    if (!member?.active) return 'withheld';
    const language = languageOfMember(member, workspace.settings.locale);
    if (what === 'digest') return sendDigest(this.context, { member, language, id });
    if (notice_id === null) return 'withheld';
    const notice = await asSeenBy(this.context, memberActor(member), notice_id, language);
    if (notice === null) return 'withheld';
    await sendMail(workspace.config.mail, await noticeMail(workspace, { member, notice, language, id }));
    return 'sent';
  }

  private async post({ id, notice_id }: Delivery, channelId: string): Promise<Outcome> {
    const { store, workspace, now } = this.context;
    const channel = (await allChannels(store.db)).find((one) => one.id === channelId);
    if (!channel?.active || notice_id === null) return 'withheld';
    const { language } = channel;
    const notice = await asSeenBy(this.context, channelActor(channel), notice_id, language);
    if (notice === null) return 'withheld';
    const link = notice.path === null ? null : publicLink(workspace, notice.path);
    const { title, lines, figures } = notice;
    const others = notice.others.map(({ kpi, scope, path }) => ({ kpi, scope, link: path === null ? null : publicLink(workspace, path) }));
    const posted = { notice, others, title, lines, figures, link, language, company: workspace.settings.name };
    try {
      await postToChannel(channel, { posted, id, seal: await sealOf(workspace) }, this.context);
    } catch (error) {
      await this.note(channel, { last_error: codeOf(error), last_error_at: storedInstant(now()) });
      throw error;
    }
    await this.note(channel, { last_sent_at: storedInstant(now()), last_error: null, last_error_at: null });
    return 'sent';
  }

  private async note(
    { id }: Channel,
    said: { last_error: string | null; last_error_at: string | null; last_sent_at?: string },
  ): Promise<void> {
    await this.context.store.db.updateTable('channel').set(said).where('id', '=', id).execute();
  }
}

/** Brings every notice that was told to the inboxes of its readers, once, and what is due to the outside, at least once. */
export async function deliver(context: JobContext): Promise<Deliverer['counts']> {
  const deliverer = new Deliverer(context);
  await deliverer.run();
  return deliverer.counts;
}
