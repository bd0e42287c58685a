/** The body of an error (RFC 9457); `code` is the same on the command line, over REST and in MCP. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly where: string | null;
  readonly expected: string | null;
  readonly found: string | null;
  readonly fix: string | null;
  readonly language: 'es' | 'en';
}

/** What a call throws: the server's own words, or `unreachable` when none answered. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  /** Null when the server did not answer, or something before it did. */
  readonly problem: Problem | null;

  constructor(status: number, code: string, problem: Problem | null, cause?: unknown) {
    super(problem?.detail ?? code, { cause });
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.problem = problem;
  }
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' && 'detail' in value;

/** @param body parsed JSON of an answer that is no success; null when there was none */
export const apiErrorOf = (status: number, body: unknown): ApiError =>
  isProblem(body) ? new ApiError(status, body.code, body) : new ApiError(status, `http_${status}`, null);
