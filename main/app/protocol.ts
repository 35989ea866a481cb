import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { findBundledFile, listBundledFiles, type BundledFiles } from './bundled-files'
import { streamPage } from './page-stream'
import { answerHeaders, APP_ORIGIN, PRINT_ORIGIN, SCHEME } from './content-policy'

/** Pages that wait to be printed, by address. */
export interface PrintPages {
  /** Serves `html` until `remove` is called with the address that comes back; `onTaken` is told how many code units of it the engine took. */
  readonly add: (token: string, html: string, onTaken: (taken: number) => void) => string
  readonly remove: (address: string) => void
}

/** A picture of a filing, its media type told from its bytes. */
export interface ServedPicture {
  readonly mediaType: 'image/jpeg' | 'image/gif' | 'image/png'
  readonly bytes: Uint8Array
}

/** Finds a picture of a filing; null where there is none that may be shown. */
export type FindPicture = (filingId: string, sequence: number) => Promise<ServedPicture | null>

/** Makes the scheme a secure one with an origin of its own. Must run before the app is ready. */
export const registerScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }
  ])
}

const notFound = (): Response => new Response('Not found', { status: 404, headers: answerHeaders('text/plain; charset=utf-8') })

/** The address of a picture: the id of its filing, and the sequence of its document there. */
const PICTURE = new RegExp(`^${APP_ORIGIN}/picture/([\\w-]{1,80})/(\\d{1,9})$`, 'u')

const answerPicture = async (find: FindPicture, filingId: string, sequence: number): Promise<Response> => {
  const picture = await find(filingId, sequence)
  if (!picture) return notFound()
  return new Response(new Uint8Array(picture.bytes), { headers: answerHeaders(picture.mediaType) })
}

interface PrintedPage {
  readonly html: string
  readonly onTaken: (taken: number) => void
}

interface Served {
  readonly files: BundledFiles
  readonly pages: ReadonlyMap<string, PrintedPage>
  readonly findPicture: FindPicture
}

const answer = async ({ files, pages, findPicture }: Served, request: Request): Promise<Response> => {
  if (request.method !== 'GET') return notFound()
  const [, filingId, sequence] = PICTURE.exec(request.url) ?? []
  if (filingId !== undefined) return answerPicture(findPicture, filingId, Number(sequence))
  const page = pages.get(request.url)
  if (page !== undefined) return new Response(streamPage(page.html, page.onTaken), { headers: answerHeaders('text/html; charset=utf-8') })
  const file = findBundledFile(files, request.url)
  if (file === null) return notFound()
  return new Response(new Uint8Array(await readFile(file.path)), { headers: answerHeaders(file.mediaType) })
}

/**
 * Serves the window's files from `rendererFolder`, the print style sheets from `printFolder`, pages to print from memory, and the
 * pictures of filings that `findPicture` finds. Anything else is "not found".
 */
export const serveScheme = (session: Session, rendererFolder: string, printFolder: string,
  findPicture: FindPicture = () => Promise.resolve(null)): PrintPages => {
  const files: BundledFiles = new Map([
    ...listBundledFiles(rendererFolder, APP_ORIGIN),
    ...listBundledFiles(printFolder, PRINT_ORIGIN)
  ])
  const pages = new Map<string, PrintedPage>()
  session.protocol.handle(SCHEME, (request) => answer({ files, pages, findPicture }, request).catch(notFound))
  return {
    add: (token, html, onTaken) => {
      const address = `${PRINT_ORIGIN}/${token}`
      pages.set(address, { html, onTaken })
      return address
    },
    remove: (address) => pages.delete(address)
  }
}
