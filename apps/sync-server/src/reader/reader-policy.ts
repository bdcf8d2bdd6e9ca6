import type { Context } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import type { ReaderFiles } from './reader-files.ts'

/** What a page of a reader may load and do: its own style, its own script, pictures and typeface, and its own form. */
export function readerPolicy(files: ReaderFiles, embeddedBy: readonly string[], hasScript = true): string {
  return [
    "default-src 'none'",
    `script-src ${hasScript ? "'self'" : "'none'"}`,
    `style-src ${files.styleHash}`,
    "img-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${embeddedBy.length === 0 ? "'none'" : embeddedBy.join(' ')}`,
  ].join('; ')
}

/**
 * Sets what every answer below `/s/` carries.
 * @param embeddedBy origins of pages that may show it inside themselves
 */
export function setReaderHeaders(
  c: Context<AppEnv>,
  files: ReaderFiles,
  embeddedBy: readonly string[] = [],
  hasScript = true,
): void {
  c.header('Content-Security-Policy', readerPolicy(files, embeddedBy, hasScript))
  c.header('X-Robots-Tag', 'noindex, nofollow')
  if (embeddedBy.length > 0) {
    // The older header knows no origins, and would forbid what the policy allows.
    const { outgoing } = (c.env ?? {}) as { outgoing?: { removeHeader(name: string): void } }
    outgoing?.removeHeader('X-Frame-Options')
  }
}
