/** Every way in which a request or a command can fail: the code, its HTTP status and its title. */
export const ERRORS = {
  'invalid-request': { status: 400, title: 'The request is not well formed' },
  'invalid-json': { status: 400, title: 'The body is not valid JSON' },
  'invalid-cursor': { status: 400, title: 'The page token was not given out by this API' },
  'key-in-address': { status: 400, title: 'A key does not belong in an address' },
  'key-missing': { status: 401, title: 'A key is needed' },
  'key-refused': { status: 401, title: 'The key opens nothing' },
  'scope-missing': { status: 403, title: 'The key does not open this' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'method-not-allowed': { status: 405, title: 'The address does not answer to this method' },
  'not-acceptable': { status: 406, title: 'The format is not offered' },
  'request-timeout': { status: 408, title: 'The body did not arrive in time' },
  gone: { status: 410, title: 'It is no longer kept' },
  'under-way': { status: 409, title: 'The same request is under way' },
  'too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body has a type that is not read' },
  'idempotency-key-used': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'invalid-body': { status: 422, title: 'The body has mistakes' },
  'invalid-document': { status: 422, title: 'The document cannot be read' },
  'outside-refused': { status: 422, title: 'The address may not be fetched' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'unknown-format': { status: 501, title: 'The format is not made here' },
  'outside-failed': { status: 502, title: 'The address could not be fetched' },
  'not-ready': { status: 503, title: 'The service is not ready' },
  busy: { status: 503, title: 'There is no room for more' },
  internal: { status: 500, title: 'Something went wrong here' },
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** One thing that is wrong, and where: `path` names the field in the input. */
export interface FieldError {
  path: string;
  message: string;
}

/** A failure that a user can understand. Thrown at the edges only; pure rooms return values. */
export class CrosscheckError extends Error {
  override name = 'CrosscheckError';
  readonly code: ErrorCode;
  readonly errors: readonly FieldError[];

  constructor(
    code: ErrorCode,
    detail: string,
    options: { errors?: readonly FieldError[]; cause?: unknown } = {},
  ) {
    super(detail, { cause: options.cause });
    this.code = code;
    this.errors = options.errors ?? [];
  }
}
