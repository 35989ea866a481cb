/** The scheme of every page the product shows. */
export const SCHEME = 'redwell'

/** Where the window's own bundled files live. */
export const APP_ORIGIN = 'redwell://app'

/** Where pages that wait to be printed live, each under a token that is used once. */
export const PRINT_ORIGIN = 'redwell://print'

/**
 * The content security policy, sent as a header with every answer of the scheme: nothing inline, nothing evaluated, nothing from
 * elsewhere. Style attributes set by script go through the object model and need no exception. The one Trusted Types policy is
 * the editor's own, which it creates anew for each pasted fragment and only hands to an inert parser.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lexical 'allow-duplicates'"
].join('; ')

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin'
}

/** The headers of an answer with a body of this media type. */
export const answerHeaders = (mediaType: string): Record<string, string> => ({ ...SECURITY_HEADERS, 'content-type': mediaType })

/**
 * Whether the product may load this address at all. `devOrigin` is the origin of the development server, or null in a build;
 * its web socket is then allowed too, and so are the developer tools' own pages.
 */
export const isAllowedAddress = (address: string, devOrigin: string | null): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  if (protocol === `${SCHEME}:` || protocol === 'data:' || protocol === 'blob:') return true
  if (devOrigin === null) return false
  if (protocol === 'devtools:') return true
  return (protocol === 'http:' || protocol === 'ws:') && host === new URL(devOrigin).host
}

/**
 * The origin of the development server named by the environment, or null: only an unpackaged start may use one, and only on
 * this machine.
 */
export const developmentOrigin = (address: string | undefined, isPackaged: boolean): string | null => {
  if (isPackaged || address === undefined || !URL.canParse(address)) return null
  const { protocol, hostname, origin } = new URL(address)
  const loopback = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
  return protocol === 'http:' && loopback ? origin : null
}
