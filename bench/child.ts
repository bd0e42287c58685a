import { spawn } from 'node:child_process';

/** What a child process tells of its one job. */
export interface ChildReport {
  readonly seconds: number;
  /** Of the processor, over all threads. */
  readonly cpuSeconds: number;
  /** The most memory it had at any time. */
  readonly peakMb: number;
}

/** Runs `job` in this process and prints its report; for the files in `bench/jobs`. */
export async function report(job: () => Promise<void>): Promise<void> {
  const began = performance.now();
  const before = process.cpuUsage();
  await job();
  const { user, system } = process.cpuUsage(before);
  const answer: ChildReport = {
    seconds: (performance.now() - began) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
  console.log(JSON.stringify(answer));
}

/** Runs a file of `bench/jobs` in a process of its own. @throws Error when it fails */
export function runJob(name: string, ...args: readonly string[]): Promise<ChildReport> {
  const file = new URL(`./jobs/${name}.ts`, import.meta.url).pathname;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const last = output.trim().split('\n').at(-1) ?? '';
      if (code === 0) resolve(JSON.parse(last));
      else reject(new Error(`${name} ended with ${code}: ${output.slice(-500)}`));
    });
  });
}
