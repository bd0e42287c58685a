/** FNV-1a of a name: gives each stream of numbers its own start. */
function hash(name: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** The finaliser of splitmix32: neighbouring numbers come out unrelated. */
function mix(x: number): number {
  let z = (x + 0x9e3779b9) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

/**
 * Numbers that look random and are always the same: xoshiro128** (Blackman and Vigna 2018), seeded by splitmix32.
 * `at(index)` goes to the start of one case's own numbers, so that a change in one part of the sample reshuffles no other.
 */
export class Random {
  private readonly base: number;
  private a = 0;
  private b = 0;
  private c = 0;
  private d = 0;

  constructor(seed: number, stream: string) {
    this.base = mix(hash(stream) ^ mix(seed));
    this.at(0);
  }

  at(index: number): this {
    const low = mix(this.base ^ mix(index >>> 0));
    const high = mix(low ^ mix(Math.floor(index / 0x1_0000_0000)));
    this.a = low;
    this.b = high;
    this.c = mix(low + 1);
    this.d = mix(high + 2) | 1;
    return this;
  }

  /** @returns a number from 0 to 1, 1 left out. */
  next(): number {
    const five = Math.imul(this.b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result / 0x1_0000_0000;
  }

  /** @returns a whole number from 0 to `count` − 1. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** @throws RangeError for an empty list. */
  pick<T>(list: readonly T[]): T {
    const item = list[this.below(list.length)];
    if (item === undefined) throw new RangeError('pick from an empty list');
    return item;
  }

  /** @returns one of `items`, each as likely as its weight says. */
  weighted<const T>(items: readonly (readonly [T, number])[]): T {
    let total = 0;
    for (const item of items) total += item[1];
    let left = this.next() * total;
    for (const item of items) {
      left -= item[1];
      if (left < 0) return item[0];
    }
    const last = items[items.length - 1];
    if (last === undefined) throw new RangeError('pick from an empty list');
    return last[0];
  }

  /** Standard normal, by Box and Muller. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }

  /** By Knuth's product of uniforms: meant for means below 20. */
  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = -1;
    let product = 1;
    do {
      count++;
      product *= this.next();
    } while (product > limit);
    return count;
  }
}
