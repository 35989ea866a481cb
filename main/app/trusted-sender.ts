import { APP_ORIGIN } from './content-policy'

/** A frame as far as the check looks at it. */
export interface SenderFrame {
  readonly url: string
}

/** A page as far as the check looks at it. */
export interface SenderPage {
  readonly mainFrame: SenderFrame
}

/**
 * Whether a call came from the main frame of the main window while it shows our own page. `devOrigin` is the development
 * server's, or null. A frame that is gone, or has no address yet, is refused.
 */
export const isTrustedSender = (
  event: { readonly sender: SenderPage; readonly senderFrame: SenderFrame | null },
  main: SenderPage | null,
  devOrigin: string | null
): boolean => {
  const frame = event.senderFrame
  if (main === null || frame === null || event.sender !== main || frame !== main.mainFrame || !URL.canParse(frame.url)) return false
  const { protocol, host } = new URL(frame.url)
  return `${protocol}//${host}` === (devOrigin ?? APP_ORIGIN)
}
