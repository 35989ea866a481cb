import { pattern } from '#model/pattern'
import { instead, type Instead, type Standing } from './standing'

/** Blocks of a cover page; what stands further down is no cover. */
const longestCover = 70

/** A paragraph longer than this, in code units, is text that ends a cover, unless it is one of the cover's own sentences. */
const longestField = 300

/** A name, an address or a value above its caption is no longer than this, in code units. */
const longestValue = 160

const textOpener = /^(?:part\s+(?:i|1|one)\b|items?\s*(?:no\.?\s*)?\d|table of contents$|index$)/iu

/** Whether words head the text behind a cover: a part, an item, the contents. */
export const opensText = (words: string): boolean => textOpener.test(words)

const isCoverProof = pattern('iu')`
  commission file n|exact name of (?:the )?(?:registrant|small)|\(registrant.{0,3}name\)|address of principal
  |jurisdiction of inc|\(name of (?:the )?(?:subject company|issuer|person|filing person)
  |\(telephone number of (?:person|agent)`
const nameCaption = /^\((?:exact name|registrant.{0,3}name|name of(?! (?:filing )?persons?\b))/iu
const captions = pattern('iu')`
  ^\((?:address|zip|state|(?:primary )?standard|commission|i\.?r\.?s|former|date of|telephone|registrant.{0,3}telephone
  |area code|issuer.{0,3}telephone|title of|employer|cusip|translation|jurisdiction|name of (?:filing )?persons?\b
  |name,? (?:and )?address|country|province)`
const fields = pattern('iu')`
  ^(?:\(mark one\)|or|none|not applicable|n\/a|yes\b.{0,12}\bno\b.{0,6}|commission file n.*
  |(?:i\.?r\.?s\.? )?employer identification.*|(?:an?|the) \p{L}+ corporation|date of (?:earliest|report).*
  |for the (?:transition|quarterly|fiscal|quarter|year|period)\b.*|washington,? d\.?\s?c\.?.*|telephone.*|[\d,]{5,} shares\b.*
  |\[\s?.?\s?\].{0,400}|[☐☑☒].{0,400}|.{0,60}\[\s?\]|securities registered (?:pursuant|under).*
  |documents incorporated by reference.*|(?:with )?(?:a )?cop(?:y|ies) to:?|for (?:the )?fiscal year ended.*
  |\(name,? (?:and )?address.*|on behalf of (?:the )?person.*|date of event requiring.*|\(?address of principal.*
  |.{0,80}\((?:address|zip)\b.*)$`
const months = 'january|february|march|april|may|june|july|august|september|october|november|december'
/** Whether words are a day and nothing else. */
export const isDate = new RegExp(
  `^(?:date[d:]*\\s*)?(?:(?:${months})\\s+\\d{1,2},?\\s+\\d{4}|\\d{1,2}\\s+(?:${months})\\s+\\d{4})(?:\\s*\\([^)]{1,40}\\))?$`,
  'iu'
)
const street = pattern('iu')`
  \b(?:street|st\.|avenue|ave\.?|road|rd\.|boulevard|blvd\.?|drive|dr\.|lane|parkway|pkwy\.?|square|plaza|suite|floor|highway
  |way|place|court|circle|p\.?\s?o\.? box|route|rue|strasse)\b`
const zip = /,[\p{L}.\s]{2,40}\s\d{5}(?:-\d{4})?$|^\p{L}[\p{L}.]{1,15}(?:\s\p{L}{2,15})?\s\d{5}(?:-\d{4})?$/iu

/** Whether words are an address or a line of one. */
const isAddress = (text: string): boolean =>
  text.length <= 160 && !/^(?:united states|u\.?\s?s\.?\s|securities and)/iu.test(text) &&
  (zip.test(text) || (/^(?:\p{Lu}?\d|one |two |p\.?\s?o\.?)/iu.test(text) && street.test(text)) ||
    (/^(?:rue|p\.?\s?o\.? box)\b/iu.test(text) && /\d/u.test(text)))

/** What the cover of a form still says in sentences. */
const coverSentences = pattern('iu')`
  ^(?:indicate by check|check (?:the|here|whether|this)|if (?:applicable|any|an? |the|this|delayed)|approximate date|calculation of|copies of
  |(?:with )?(?:a )?cop(?:y|ies) to|securities registered|(?:the |state the )?(?:aggregate|number of)|as of\b|(?:at|on) \p{L}+ \d{1,2},|documents incorporated|\[|\||☐|☒|☑|\(?note\b|\*)`
/** What names a form on its cover: it stays a heading. */
const namesForm = pattern('iu')`
  ^(?:united states\b|u\.?\s?s\.?\s|securities (?:and|&) exchange|federal (?:deposit|reserve)|board of governors
  |office of (?:the comptroller|thrift)|form\b|schedule\b|(?:amended|annual|semi-?annual|quarterly|current|transition|initial)\b
  |report\b|statement\b|registration\b|tender offer|issuer tender|going private|solicitation|proxy|preliminary|definitive|prospectus
  |offering|notice|information statement|(?:pre-|post-)?(?:effective )?amendment|rule 13e)`

/** The word of an office that a person holds. */
export const office =
  /\b(?:president|officer|director|secretary|treasurer|chairman|controller|counsel|attorney-in-fact|representative|trustee)\b/iu

const cover = instead('letterhead', 'A field of the cover page.')
const address = instead('letterhead', 'An address on the cover page.')

/** The end of the cover page: the block that opens the text; 0 where no words of a cover prove that there is one. */
const coverEnd = (all: readonly Standing[]): number => {
  let proof = false
  const most = Math.min(all.length, longestCover)
  for (let at = 0; at < most; at += 1) {
    const text = all[at]?.text ?? ''
    // A link back to the contents may stand at the head of the very first page.
    if (all[at]?.kind !== 'page-header' && opensText(text)) return proof ? at : 0
    proof = proof || isCoverProof.test(text)
  }
  return proof ? most : 0
}

/** The last block of a cover page that proves itself one of its fields, behind which text may begin; -1 where there is no cover. */
const coreEnd = (all: readonly Standing[], coverTo: number): number => {
  let last = -1
  for (let at = 0; at < coverTo; at += 1) {
    const { kind, text } = all[at] ?? { kind: 'rule', text: '' }
    if (kind === 'signature' || /^pursuant to the requirements/iu.test(text)) break
    const isSentence = coverSentences.test(text)
    if (kind === 'paragraph' && text.length > longestField && !isSentence) break
    if (isSentence || isCoverProof.test(text) || captions.test(text) || nameCaption.test(text)) last = at
  }
  return last
}

const isCaption = (text: string): boolean => captions.test(text) || nameCaption.test(text)

const isField = ({ text, columns }: Standing, next: string): Instead | null => {
  if (columns === true && !/^form\b/iu.test(text)) return cover
  if (isAddress(text)) return address
  if (isDate.test(text) || fields.test(text) || (office.test(text) && text.split(/\s/u).length <= 6)) return cover
  return captions.test(next) && !nameCaption.test(next) && !/^form\b/iu.test(text) ? cover : null
}

/** What a block among the fields of a cover is: there only the form's name and the registrant's head anything. */
const inCore = ({ kind, text, columns }: Standing, next: string): Instead | null => {
  if (kind === 'heading') return namesForm.test(text) || (nameCaption.test(next) && !isCaption(text)) ? null : cover
  if (kind === 'list' || (kind === 'paragraph' && columns === true)) return cover
  const isShort = kind === 'paragraph' && text.length <= longestValue
  return isShort && (/^\(.*\)$/u.test(text) || isCaption(next)) ? cover : null
}

/**
 * The blocks of a cover page that are its fields, names and addresses, by index, with what they are instead of what they were taken for; `to` is
 * where the cover ends at most, 0 where there is none. A heading stays where it names the form or the registrant.
 */
export const coverFields = (all: readonly Standing[]): { readonly to: number; readonly found: ReadonlyMap<number, Instead> } => {
  const found = new Map<number, Instead>()
  const to = coverEnd(all)
  const core = coreEnd(all, to)
  for (let at = 0; at < to; at += 1) {
    const each = all[at]
    if (each === undefined) continue
    const next = all.slice(at + 1, at + 3).find(({ kind }) => kind !== 'rule')?.text ?? ''
    const field = (each.kind === 'heading' ? isField(each, next) : null) ?? (at <= core ? inCore(each, next) : null)
    if (field !== null) found.set(at, field)
  }
  return { to, found }
}
