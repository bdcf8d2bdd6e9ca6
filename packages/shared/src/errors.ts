/**
 * The closed list of failures that a client may be told about. The code decides the HTTP status and the words in the
 * interface (`errors.<code>` in every locale); the message is for developers and logs.
 */
export const ERROR_STATUS = {
  bad_request: 400,
  unauthenticated: 401,
  wrong_credentials: 401,
  forbidden: 403,
  foreign_origin: 403,
  passcode_needed: 403,
  not_found: 404,
  conflict: 409,
  board_full: 409,
  email_taken: 409,
  already_set_up: 409,
  gone: 410,
  link_expired: 410,
  too_large: 413,
  unsupported_media_type: 415,
  not_a_picture: 415,
  picture_too_big: 422,
  weak_password: 422,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof ERROR_STATUS

/** A failure that was expected and that the caller may be told about. Everything else is a bug. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  /** Seconds after which trying again makes sense; sent as `Retry-After`. */
  readonly retryAfter: number | undefined

  constructor(code: ErrorCode, message: string = code, options: { retryAfter?: number; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.retryAfter = options.retryAfter
  }

  get status(): (typeof ERROR_STATUS)[ErrorCode] {
    return ERROR_STATUS[this.code]
  }
}

/** True when the value is one of the known codes; anything else a server says is treated as `internal`. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERROR_STATUS, value)
}
