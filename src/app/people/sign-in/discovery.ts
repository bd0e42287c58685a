import { z } from 'zod';

/** What we need of what a provider publishes of itself (OpenID Connect Discovery 1.0, 3). */
const document = z.object({
  issuer: z.url(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  id_token_signing_alg_values_supported: z.array(z.string()).min(1).default(['RS256']),
});

export type ProviderDocument = z.infer<typeof document>;

/** `unreachable`: no answer; `no_document`: something else answers there; `other_issuer`: it is not who the settings name. */
export type Discovered =
  | { readonly ok: true; readonly document: ProviderDocument }
  | { readonly ok: false; readonly why: 'unreachable' | 'no_document' | 'other_issuer'; readonly found: string };

const patienceMs = 5_000;

const withoutSlash = (issuer: string): string => issuer.replace(/\/+$/, '');

const causeOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause ? String(cause.code) : cause.name === 'TimeoutError' ? 'timeout' : cause.message;
};

/** Reads what the provider publishes. It must call itself what the settings call it (section 4.3). Never throws. */
export async function discover(issuer: string): Promise<Discovered> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${withoutSlash(issuer)}/.well-known/openid-configuration`, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(patienceMs),
    });
    text = await response.text();
  } catch (error) {
    return { ok: false, why: 'unreachable', found: causeOf(error) };
  }
  if (response.status >= 500) return { ok: false, why: 'unreachable', found: String(response.status) };
  if (response.status !== 200) return { ok: false, why: 'no_document', found: String(response.status) };
  let json: unknown = null;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, why: 'no_document', found: response.headers.get('content-type') ?? '' };
  }
  const read = document.safeParse(json);
  if (!read.success) return { ok: false, why: 'no_document', found: read.error.issues.map(({ path }) => path.join('.')).join(', ') };
  if (withoutSlash(read.data.issuer) !== withoutSlash(issuer)) return { ok: false, why: 'other_issuer', found: read.data.issuer };
  return { ok: true, document: read.data };
}

/** After a provider could not be asked: how soon it is asked again, by what comes along and by somebody who wants to sign in. */
const retryMs = { along: 30_000, now: 1_000 };

interface Kept {
  readonly issuer: string;
  readonly asked: Promise<Discovered>;
  found: Discovered | null;
  failedAt: number | null;
}

/** The provider of the settings as it is known: asked once, again where that failed, and only whoever signs in by it waits for the answer. */
export class KnownProvider {
  readonly #complain: (message: string) => void;
  #kept: Kept | null = null;

  constructor(complain: (message: string) => void) {
    this.#complain = complain;
  }

  ask(issuer: string, retry = retryMs.now): Promise<Discovered> {
    const last = this.#kept;
    if (last?.issuer === issuer && (last.failedAt === null || performance.now() - last.failedAt < retry)) return last.asked;
    const asked = discover(issuer).then((found) => {
      kept.found = found;
      if (!found.ok) {
        kept.failedAt = performance.now();
        this.#complain(`single sign-on: ${found.why} (${found.found})`);
      }
      return found;
    });
    const kept: Kept = { issuer, asked, found: null, failedAt: null };
    this.#kept = kept;
    return asked;
  }

  /** What is known already; null: it is being asked. */
  now(issuer: string): Discovered | null {
    void this.ask(issuer, retryMs.along);
    return this.#kept?.found ?? null;
  }
}
