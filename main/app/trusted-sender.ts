import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { APP_ORIGIN } from './content-policy'

/**
 * Whether a call came from the main frame of the main window while it shows our own page. `devOrigin` is the development
 * server's, or null. A frame that is gone, or has no address yet, is refused.
 */
export const isTrustedSender = (event: IpcMainInvokeEvent, main: WebContents | null, devOrigin: string | null): boolean => {
  const frame = event.senderFrame
  if (main === null || frame === null || event.sender !== main || frame !== main.mainFrame || !URL.canParse(frame.url)) return false
  const { protocol, host } = new URL(frame.url)
  return `${protocol}//${host}` === (devOrigin ?? APP_ORIGIN)
}
