/** All that a command does to the world outside the workspace. Tests pass their own. */
export interface Effects {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Temporal.Instant;
  /** Whether standard error is a terminal, on which progress may overwrite itself. */
  readonly interactive: boolean;
  /** Fires when the user wants to stop (Ctrl-C, SIGTERM). */
  readonly signal: AbortSignal;
}
