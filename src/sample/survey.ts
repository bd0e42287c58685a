import { type Customer, mainContact, nextOf } from './customer.ts';
import type { World } from './world.ts';

export interface Invitation {
  readonly kind: 'nps' | 'csat' | 'ces' | 'wallet';
  readonly at: number;
  /** Of the score, on the survey's own scale. */
  readonly mean: number;
  readonly touchpoint: string;
  readonly theme?: string;
  readonly ownerId?: string | null;
  readonly ticketId?: string | null;
  readonly orderId?: string | null;
  readonly productId?: string | null;
}

interface Scale {
  readonly min: number;
  readonly max: number;
  readonly spread: number;
  readonly polarity: 'high_is_good' | 'low_is_good';
  readonly answers: number;
}

const scales: Readonly<Record<Invitation['kind'], Scale>> = {
  nps: { min: 0, max: 10, spread: 2, polarity: 'high_is_good', answers: 0.34 },
  csat: { min: 1, max: 5, spread: 0.85, polarity: 'high_is_good', answers: 0.42 },
  ces: { min: 1, max: 7, spread: 1.3, polarity: 'high_is_good', answers: 0.3 },
  wallet: { min: 0, max: 10, spread: 2, polarity: 'high_is_good', answers: 0.28 },
};
/** In the first year effort was asked on a scale of its own, where 1 is best. */
const oldEffort: Scale = { min: 1, max: 5, spread: 1, polarity: 'low_is_good', answers: 0.3 };
const oldEffortUntil = 12;

const comments = {
  positive: ['Todo perfecto.', 'Muy buen trato, rápidos y claros.', 'El equipo funciona mejor de lo esperado.', 'Repetiremos.'],
  neutral: ['Correcto, sin más.', 'Bien, aunque "mejorable" en el aviso previo.', 'Cumple.'],
  negative: ['Tardaron demasiado.', 'Nadie respondía, tuve que llamar tres veces.', 'Llegó tarde y sin avisar.', 'No repetiría.'],
} as const;
const themes = ['trato', 'producto', 'precio', 'instalación', 'tiempo de respuesta'];

/** A survey put to the customer's main contact, and the answer if there is one. */
export function inviteToSurvey(world: World, customer: Customer, facts: Invitation): void {
  const { calendar, ids, sink } = world;
  const random = world.random.survey.at(nextOf(customer, 'survey'));
  if (facts.at > calendar.end) return;
  const isOldEffort = facts.kind === 'ces' && calendar.storyMonth(facts.at) < oldEffortUntil;
  const scale = isOldEffort ? oldEffort : scales[facts.kind];
  const surveyId = isOldEffort ? 'esfuerzo-2' : `${facts.kind}-1`;
  const id = ids.next('survey_invitation');
  const shared = {
    survey_id: surveyId,
    kind: facts.kind,
    contact_id: mainContact(customer),
    account_id: customer.accountId,
    touchpoint: facts.touchpoint,
  };
  const isDelivered = random.chance(0.97);
  sink.put('survey_invitation', {
    ...{ id, ...shared, sent_at: calendar.iso(facts.at), delivered_at: isDelivered ? calendar.seen(facts.at + 40) : null },
  });
  const answeredAt = facts.at + Math.round(random.logNormal(9 * 3600, 1.2));
  if (!isDelivered || !random.chance(scale.answers) || answeredAt > calendar.end) return;
  // The old scale runs the other way: 7 of 7 is 1 of 5.
  const mean = isOldEffort ? 1 + ((7 - facts.mean) * 4) / 6 : facts.mean;
  const score = Math.max(scale.min, Math.min(scale.max, Math.round(mean + scale.spread * random.normal())));
  const height = (score - scale.min) / (scale.max - scale.min);
  const good = scale.polarity === 'high_is_good' ? height : 1 - height;
  const sentiment = good > 0.7 ? 'positive' : good > 0.45 ? 'neutral' : 'negative';
  const isWallet = facts.kind === 'wallet';
  const brands = 2 + random.below(3);
  sink.put('survey_response', {
    id: ids.next('survey_response'),
    ...shared,
    invitation_id: id,
    scale_min: scale.min,
    scale_max: scale.max,
    polarity: scale.polarity,
    score,
    comment: random.chance(0.3) ? random.pick(comments[sentiment]) : null,
    theme: good < 0.45 && facts.theme ? facts.theme : random.pick(themes),
    sentiment,
    rank: isWallet ? 1 + random.below(brands) : null,
    brand_count: isWallet ? brands : null,
    owner_id: facts.ownerId ?? null,
    ticket_id: facts.ticketId ?? null,
    order_id: facts.orderId ?? null,
    product_id: facts.productId ?? null,
    responded_at: calendar.iso(answeredAt),
  });
}
