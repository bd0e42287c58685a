/** What is known of whether somebody wants to be written to. */
export interface Consent {
  readonly consent: string | null;
  /** YYYY-MM-DD. */
  readonly subscribedOn: string | null;
  readonly unsubscribedOn: string | null;
}

const refusal =
  /^(0|no|n|false|none|ningun[oa]|denied|declined|refused|revoked|withdrawn|opt.?out|rechazad[oa]|denegad[oa]|revocad[oa]|retirad[oa]|baja|sin consentimiento)$/;

/**
 * Why somebody is left out of an audience; null: they may be written to. Who unsubscribed and has not subscribed again since, and whose consent says no. Of whom nothing
 * is known stays in: what a company may write to them without asking, it must know itself.
 */
export function leftOut({ consent, subscribedOn, unsubscribedOn }: Consent): 'unsubscribed' | 'no_consent' | null {
  if (unsubscribedOn !== null && !(subscribedOn !== null && subscribedOn > unsubscribedOn)) return 'unsubscribed';
  const said = (consent ?? '').normalize('NFD').replaceAll(/\p{M}/gu, '').trim().toLowerCase();
  return refusal.test(said) ? 'no_consent' : null;
}
