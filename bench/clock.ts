/** The least of several times: what the job takes when nothing else wants the machine. */
export interface Taken {
  readonly seconds: number;
  /** Of the processor, over all threads: says more than the clock on a machine that others use too. */
  readonly cpuSeconds: number;
}

export const least = (all: readonly Taken[]): Taken => ({
  seconds: Math.min(...all.map(({ seconds }) => seconds)),
  cpuSeconds: Math.min(...all.map(({ cpuSeconds }) => cpuSeconds)),
});

export async function take<T>(job: () => Promise<T>): Promise<Taken & { readonly result: T }> {
  const began = performance.now();
  const before = process.cpuUsage();
  const result = await job();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (performance.now() - began) / 1000, cpuSeconds: (user + system) / 1e6 };
}

export const inSeconds = ({ seconds, cpuSeconds }: Taken): string =>
  `${seconds.toPrecision(3)} s (${cpuSeconds.toPrecision(3)} s of processor)`;

/** `2.41 (2.10 by processor)`. */
export const ratioOf = (one: Taken, other: Taken): string =>
  `${(one.seconds / other.seconds).toFixed(2)} (${(one.cpuSeconds / other.cpuSeconds).toFixed(2)} by processor)`;
