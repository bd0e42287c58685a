/**
 * Failed attempts by address, so that one account cannot be tried from many places. Known and unknown addresses count alike. In memory: a
 * restart forgives, and several servers count each their own.
 */
export class Attempts {
  readonly #failures = new Map<string, { count: number; until: number }>();
  readonly #most: number;
  readonly #spanMs: number;
  readonly #nowMs: () => number;

  constructor({ most, spanMs, nowMs }: { most: number; spanMs: number; nowMs: () => number }) {
    this.#most = most;
    this.#spanMs = spanMs;
    this.#nowMs = nowMs;
  }

  isBlocked(key: string): boolean {
    const found = this.#failures.get(key);
    return found !== undefined && found.until > this.#nowMs() && found.count >= this.#most;
  }

  fail(key: string): void {
    const now = this.#nowMs();
    const found = this.#failures.get(key);
    if (found && found.until > now) found.count++;
    else this.#failures.set(key, { count: 1, until: now + this.#spanMs });
    // Whoever invents addresses must not fill the memory.
    if (this.#failures.size > 50_000) for (const [old] of [...this.#failures].slice(0, 10_000)) this.#failures.delete(old);
  }

  succeed(key: string): void {
    this.#failures.delete(key);
  }
}
