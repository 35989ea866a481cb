import type { FilingLinkKind } from '#contract/version'
import type { WorkCounts, WorkFilter, WorkPerson, WorkRisk, WorkTag } from '../work-document'

/** One filing of a pack and where its parts lie. */
export interface PackedFiling {
  readonly sha256: string
  readonly textSha256: string
  readonly bytes: number
  readonly encoding: string | null
  readonly fileName: string
  readonly title: string
  readonly company: string | null
  readonly form: string | null
  readonly source: string
  readonly work: string
  readonly texts: readonly { readonly sequence: number; readonly file: string }[]
}

/** Two filings that belong together by hand, by the hashes of their bytes. */
export interface PackedLink {
  readonly older: string
  readonly newer: string
  readonly kind: FilingLinkKind
  readonly linkedAt: string
}

/** What the log in a pack is: the head of its chain as `n-hash`, all seal lines up to it, and the changes in scope. */
export interface PackedLogFacts {
  readonly head: string | null
  readonly seals: number
  readonly changes: number
}

/** What `pack.json` says of a pack. */
export interface PackFacts {
  readonly format: string
  readonly schema: number
  /** The SHA-256 over the manifest of everything but the views, with this field empty: equal on every machine for the same work. */
  readonly contentId: string
  readonly libraryId: string
  readonly appVersion: string
  readonly name: string
  readonly asOf: string
  readonly filter: WorkFilter
  readonly counts: WorkCounts
  readonly leftOut: WorkCounts
  readonly people: readonly WorkPerson[]
  readonly tags: readonly WorkTag[]
  readonly risks: readonly WorkRisk[]
  readonly filings: readonly PackedFiling[]
  readonly links: readonly PackedLink[]
  readonly log: PackedLogFacts | null
}

/** `pack.json` as text. */
export const factsText = (facts: PackFacts): string => `${JSON.stringify(facts, null, 1)}\n`

/** The text of `pack.json` as its content id counts it: with that field empty. */
export const withoutContentId = (text: string): string => text.replace(/"contentId": "[0-9a-f]{64}"/, '"contentId": ""')
