import electron from 'electron'

/** The clipboard of runtimes before 45, which takes all forms of one thing as one object. */
interface OlderClipboard {
  readonly write: (forms: { readonly text: string; readonly html: string }) => void
}

const isOlder = (clipboard: unknown): clipboard is OlderClipboard => clipboard !== null && !('ClipboardItem' in electron)

/** Puts words on the system's clipboard, beside them the same as HTML where there is such a form; a failure is left to the system's own log. */
export const writeClipboard = (text: string, html: string | null): void => {
  const { clipboard } = electron
  if (html === null) void clipboard.writeText(text)
  else if (isOlder(clipboard)) clipboard.write({ text, html })
  else void clipboard.write([new electron.ClipboardItem({ 'text/plain': text, 'text/html': html })])
}
