/** The minute of the day that somebody typed: `8.30`, `8:30`, `0830`, `kl. 8`. Null for what is no time. */
export function typedMinute(typed: string): number | null {
  const match = /^(?:kl\.?)?\s*(\d{1,2})(?:\s*[.:,]?\s*(\d{2}))?$/iu.exec(typed.trim())
  if (match === null) return null
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)]
  return hour < 24 && minute < 60 ? hour * 60 + minute : null
}

/** How many minutes somebody typed; null for what is no whole number. */
export function typedMinutes(typed: string): number | null {
  const match = /^(\d{1,4})\s*(?:m|min|min\.)?$/iu.exec(typed.trim())
  return match === null ? null : Number(match[1])
}
