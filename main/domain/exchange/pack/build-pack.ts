import { strToU8 } from 'fflate'
import { htmlWriter } from '../pages/write-html'
import { jsonOf } from '../json/write-json'
import type { PackedFile } from '../package/zip-files'
import { streamPath, writeW3c } from '../w3c/write-w3c'
import type { WorkDocument } from '../work-document'
import { manifestText } from './manifest'
import type { ManifestLine } from './manifest'
import { factsText, withoutContentId } from './pack-facts'
import type { PackedFiling, PackedLink, PackFacts } from './pack-facts'
import { filingName, PACK_FORMAT, PACK_SCHEMA, PATHS, plainName, SIGNED_BY, sourcePath, VIEWS, workPath } from './pack-layout'
import type { OnPacked, PackTools } from './pack-tools'
import { reportHtml } from './report-html'
import { onlyUsed } from './only-used'
import { verifyText } from './verify-text'

/** The sealed history in scope, as text: its seals, its entries, and the head as `n-hash`; null for an empty chain. */
export interface PackLog {
  readonly seals: string
  readonly changes: string
  readonly head: string | null
}

/** What a pack is made of. */
export interface PackInput {
  readonly work: WorkDocument
  /** What was packed, in the reader's words: a title, a folder. */
  readonly name: string
  readonly links: readonly PackedLink[]
  /** The kept bytes of each filing. */
  readonly sourceOf: (sha256: string) => Uint8Array
  readonly log: PackLog | null
  /** Printed documents; their names are below the folder of views. */
  readonly printed: readonly PackedFile[]
}

const lengthOf = (content: string | Uint8Array): number => typeof content === 'string' ? strToU8(content).length : content.length

const filingsOf = ({ filings }: WorkDocument): PackedFiling[] =>
  filings.map((filing, at) => {
    const { sha256, textSha256, bytes, encoding, fileName, title, company, form, texts } = filing
    return { sha256, textSha256, bytes, encoding, fileName, title, company, form, source: sourcePath(sha256),
      work: workPath(at + 1, sha256), texts: texts.map(({ sequence }) => ({ sequence, file: `data/${streamPath(filing, sequence)}` })) }
  })

/** The work on each filing alone, in the form that is read back; the texts lie beside it. */
const workFiles = (work: WorkDocument): PackedFile[] =>
  work.filings.map((filing, at) => ({ path: workPath(at + 1, filing.sha256),
    content: `${JSON.stringify(jsonOf({ ...work, filings: [filing] }, () => '', () => undefined))}\n` })
  )

const logFiles = (log: PackLog | null): PackedFile[] =>
  log ? [{ path: PATHS.seals, content: log.seals }, { path: PATHS.changes, content: log.changes }] : []

const lineCount = (text: string): number => text === '' ? 0 : text.split('\n').length - 1

const payloadOf = async (input: PackInput, work: WorkDocument, { digest }: PackTools): Promise<PackedFile[]> => {
  const nothing = (): void => undefined
  const annotations = await writeW3c(work, { wholeText: true }, nothing)
  const pages = await htmlWriter(digest)(work, { wholeText: true }, nothing)
  return [
    ...work.filings.map(({ sha256 }) => ({ path: sourcePath(sha256), content: input.sourceOf(sha256) })),
    ...annotations.map(({ path, content }) => ({ path: path === 'collection.jsonld' ? `data/annotations/${path}` : `data/${path}`,
      content })
    ),
    ...workFiles(work),
    ...logFiles(input.log),
    ...work.filings.map(({ sha256 }, at) => ({ path: `${VIEWS}${filingName(at + 1, sha256)}.html`, content: pages[at]?.content ?? '' })),
    ...input.printed.map(({ path, content }) => ({ path: `${VIEWS}${path}`, content })),
    { path: PATHS.report, content: reportHtml(work, input.name, digest) }
  ]
}

const factsOf = ({ name, links, log }: PackInput, work: WorkDocument): PackFacts => {
  const { libraryId, appVersion, asOf, filter, counts, leftOut, people, tags, risks } = work
  return { format: PACK_FORMAT, schema: PACK_SCHEMA, contentId: '', libraryId, appVersion, name, asOf, filter, counts, leftOut, people,
    tags, risks, filings: filingsOf(work), links,
    log: log && { head: log.head, seals: lineCount(log.seals), changes: lineCount(log.changes) } }
}

const infoText = ({ libraryId, asOf, name }: PackFacts, contentId: string, head: string | null, signedBy: string | null,
  payload: readonly PackedFile[]): string => {
  const bytes = payload.reduce((sum, { content }) => sum + lengthOf(content), 0)
  return [
    `Payload-Oxum: ${String(bytes)}.${String(payload.length)}`,
    `Bagging-Date: ${asOf.slice(0, 10)}`,
    `External-Description: ${name.replace(/\s{1,200}/g, ' ').trim()}`,
    `External-Identifier: urn:sha256:${contentId}`,
    `Redwell-Library: ${libraryId}`,
    `Redwell-As-Of: ${asOf}`,
    `Redwell-History-Head: ${head ?? 'none'}`,
    `${SIGNED_BY}${signedBy ?? 'nobody'}`,
    ''
  ].join('\n')
}

/** The content id of a pack: of the manifest of all that lies in its payload but the views, `pack.json` counted without it. */
export const contentIdOf = (manifest: readonly ManifestLine[], facts: string, sha256: PackTools['sha256']): string =>
  sha256(
    manifestText(manifest.filter(({ path }) => !path.startsWith(VIEWS)).map((line) =>
      line.path === PATHS.facts ? { path: line.path, hash: sha256(withoutContentId(facts)) } : line
    ))
  )

/**
 * Builds the files of a pack, in one folder named after what was packed. The same work makes the same bytes: there is no clock in it. People,
 * tags and risks that nothing in scope uses stay at home.
 */
export const buildPack = async (input: PackInput, tools: PackTools, onPacked: OnPacked): Promise<readonly PackedFile[]> => {
  const { sha256, signer } = tools
  const work = onlyUsed(input.work)
  const payload = await payloadOf(input, work, tools)
  const lines = payload.map(({ path, content }, at): ManifestLine => {
    onPacked(at + 1, payload.length)
    return { path, hash: sha256(content) }
  })
  const facts = factsOf(input, work)
  const draft = factsText(facts)
  const contentId = contentIdOf([...lines, { path: PATHS.facts, hash: '' }], draft, sha256)
  const told: PackedFile = { path: PATHS.facts, content: factsText({ ...facts, contentId }) }
  const manifest = manifestText([...lines, { path: told.path, hash: sha256(told.content) }])
  const head = input.log?.head ?? null
  const tags: PackedFile[] = [
    { path: PATHS.bag, content: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' },
    { path: PATHS.info, content: infoText(facts, contentId, head, signer?.fingerprint ?? null, [...payload, told]) },
    { path: PATHS.manifest, content: manifest },
    { path: PATHS.verify, content: verifyText({ fingerprint: signer?.fingerprint ?? null, head, hasLog: input.log !== null }) }
  ]
  const tagManifest = manifestText(tags.map(({ path, content }) => ({ path, hash: sha256(content) })))
  const signed: PackedFile[] = signer ? [{ path: PATHS.signature, content: signer.sign(tagManifest) }] : []
  const top = plainName(input.name)
  return [...payload, told, ...tags, { path: PATHS.tagManifest, content: tagManifest }, ...signed].map(({ path, content }) => ({
    path: `${top}/${path}`,
    content
  }))
}
