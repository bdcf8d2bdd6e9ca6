import { type Config, isLoopback } from '../config.ts'

/** Says whether an `Origin` header names this installation. Exact: no sub-domain, other scheme or other port. */
export type AllowedOrigins = { has(origin: string | undefined | null): boolean; list: readonly string[] }

/** An origin as browsers write it, without the scheme's own port. */
function originOf(host: string, port: number): string {
  return new URL(`http://${host}:${port}`).origin
}

/**
 * Which pages may change anything here: those of `PUBLIC_URL`; without it those of this machine at `port`, which is
 * known only when the server listens.
 */
export function allowedOrigins(config: Pick<Config, 'publicUrl' | 'host'>, port: number): AllowedOrigins {
  const list =
    config.publicUrl !== undefined
      ? [config.publicUrl]
      : isLoopback(config.host)
        ? ['localhost', '127.0.0.1', '[::1]'].map((host) => originOf(host, port))
        : []
  return { list, has: (origin) => origin !== undefined && origin !== null && list.includes(origin) }
}

/** The address that people are given: `PUBLIC_URL`, else this machine's. */
export function publicAddress(config: Pick<Config, 'publicUrl'>, port: number): string {
  return config.publicUrl ?? originOf('localhost', port)
}

/**
 * Whether a form comes from a page of ours: by its origin, or, where the browser calls that `null` or says none because
 * the page tells its address to nobody, by what the browser itself says about the two.
 */
export function isOwnForm(origins: AllowedOrigins, origin: string | undefined, fetchSite: string | undefined): boolean {
  if (origins.has(origin)) return true
  return (origin === undefined || origin === 'null') && fetchSite === 'same-origin'
}
