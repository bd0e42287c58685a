import type { Row, Run } from '../run.ts';
import type { Session } from './database.ts';

/** Connections for reading, so that statements that do not depend on one another overlap. */
export class Readers {
  /** How many statements may run at once. */
  readonly count: number;
  readonly #connect: () => Promise<Session>;
  readonly #open: Session[] = [];
  #asked = 0;
  readonly #free: Session[] = [];
  readonly #waiting: ((session: Session) => void)[] = [];

  constructor(count: number, connect: () => Promise<Session>) {
    this.count = count;
    this.#connect = connect;
  }

  /** Runs one statement that reads, as soon as a connection is free. */
  readonly run: Run = async (sql): Promise<readonly Row[]> => {
    const session = await this.#take();
    try {
      return await session.run(sql);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(session);
      else this.#free.push(session);
    }
  };

  #take(): Promise<Session> {
    const free = this.#free.pop();
    if (free) return Promise.resolve(free);
    if (this.#asked >= this.count) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#asked += 1;
    return this.#connect().then((session) => {
      this.#open.push(session);
      return session;
    });
  }

  close(): void {
    for (const session of this.#open) session.close();
  }
}
