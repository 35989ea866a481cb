import { packedParts, zipFiles } from '../../domain/exchange/package/zip-files'

/** The parts of a Word file by their paths. */
export type Parts = Record<string, string>

/** The parts of the bytes of a Word file of our own. */
export const partsOf = (bytes: Uint8Array): Parts => ({ ...packedParts(bytes) })

/** The bytes of a Word file of these parts. */
export const wordFileOf = (parts: Readonly<Parts>): Uint8Array =>
  zipFiles(Object.entries(parts).map(([path, content]) => ({ path, content })))

/** Who works in Word, and when, as Word writes it. */
export interface Hand {
  readonly author: string
  readonly at: string
}

/** A Word file under work, as somebody in Word changes it. Each deed fails where what it is done to is not there. */
export interface WordAtWork {
  readonly parts: Parts
  /** Answers in the thread of the comment that holds these words. */
  readonly reply: (to: string, text: string, by: Hand) => void
  /** Resolves the thread of the comment that holds these words. */
  readonly resolve: (words: string) => void
  /** Takes the comment that holds these words away. */
  readonly remove: (words: string) => void
  /** Changes words in a comment. */
  readonly reword: (from: string, to: string) => void
  /** Comments on the text from the run that holds the first words to the one that holds the last. */
  readonly comment: (from: string, to: string, text: string, by: Hand) => void
  /** Strikes words of one run with tracking on, and puts others in their place; either may be empty, but not both. */
  readonly change: (before: string, struck: string, added: string, by: Hand) => void
}

const COMMENTS = 'word/comments.xml'
const BODY = 'word/document.xml'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const part = (parts: Parts, path: string): string => {
  const xml = parts[path]
  if (xml === undefined) throw new Error(`the file has no ${path}`)
  return xml
}

const replaced = (parts: Parts, path: string, from: string, to: string): void => {
  const xml = part(parts, path)
  if (!xml.includes(from)) throw new Error(`${path} does not hold ${from}`)
  parts[path] = xml.replace(from, () => to)
}

/** The comment whose words these are: its id in the file, that of its last paragraph, and its XML. */
const commentOf = (parts: Parts, words: string): { readonly id: string; readonly paraId: string; readonly xml: string } => {
  for (const [xml, id = ''] of part(parts, COMMENTS).matchAll(/<w:comment w:id="(\d+)".*?<\/w:comment>/gs)) {
    if (!xml.replace(/<[^>]*>/g, '').includes(escaped(words))) continue
    return { id, paraId: [...xml.matchAll(/w14:paraId="(\w+)"/g)].at(-1)?.[1] ?? '', xml }
  }
  throw new Error(`no comment says ${words}`)
}

/** Where the run that holds these words begins and ends in the body. */
const runOf = (parts: Parts, words: string): { readonly start: number; readonly end: number } => {
  const body = part(parts, BODY)
  const at = body.indexOf(escaped(words))
  if (at < 0) throw new Error(`the text has no run that holds ${words}`)
  return { start: body.lastIndexOf('<w:r>', at), end: body.indexOf('</w:r>', at) + '</w:r>'.length }
}

const reference = (id: string): string => `<w:r><w:commentReference w:id="${id}"/></w:r>`

const change = (parts: Parts, { before, struck, added }: Readonly<Record<'before' | 'struck' | 'added', string>>, { author, at }: Hand,
  id: number): void => {
  const { start, end } = runOf(parts, before + struck)
  const body = part(parts, BODY)
  const run = body.slice(start, end)
  const [head = '', looks = ''] = /^<w:r>(<w:rPr>.*?<\/w:rPr>)?/s.exec(run) ?? []
  const [, words = ''] = /^<w:t[^>]*>([^<]*)<\/w:t><\/w:r>$/s.exec(run.slice(head.length)) ?? []
  const cut = words.indexOf(escaped(before + struck)) + escaped(before).length
  if (words === '' || cut < escaped(before).length) throw new Error(`the words ${before}${struck} do not stand in one plain run`)
  const plain = (text: string, tag = 't'): string =>
    text === '' ? '' : `<w:r>${looks}<w:${tag} xml:space="preserve">${text}</w:${tag}></w:r>`
  const who = `w:author="${escaped(author)}" w:date="${at}"`
  const strike = struck === '' ? '' : `<w:del w:id="${String(id)}" ${who}>${plain(escaped(struck), 'delText')}</w:del>`
  const put = added === '' ? '' : `<w:ins w:id="${String(id + 1)}" ${who}>${plain(escaped(added))}</w:ins>`
  parts[BODY] = body.slice(0, start) + plain(words.slice(0, cut)) + strike + put + plain(words.slice(cut + escaped(struck).length)) +
    body.slice(end)
}

/** Works on a file as Word does. */
export const workInWord = (parts: Parts): WordAtWork => {
  let next = 9000
  const add = (text: string, { author, at }: Hand, parent: string | null): string => {
    const id = String(next += 1)
    const paraId = `2000${id}`
    const durableId = `5A00${id}`
    replaced(parts, COMMENTS, '</w:comments>',
      `<w:comment w:id="${id}" w:author="${
        escaped(author)
      }" w:date="${at}" w:initials="X"><w:p w14:paraId="${paraId}" w14:textId="77777777"><w:r><w:t xml:space="preserve">${
        escaped(text)
      }</w:t></w:r></w:p></w:comment></w:comments>`)
    replaced(parts, 'word/commentsExtended.xml', '</w15:commentsEx>',
      `<w15:commentEx w15:paraId="${paraId}"${parent === null ? '' : ` w15:paraIdParent="${parent}"`} w15:done="0"/></w15:commentsEx>`)
    replaced(parts, 'word/commentsIds.xml', '</w16cid:commentsIds>',
      `<w16cid:commentId w16cid:paraId="${paraId}" w16cid:durableId="${durableId}"/></w16cid:commentsIds>`)
    replaced(parts, 'word/commentsExtensible.xml', '</w16cex:commentsExtensible>',
      `<w16cex:commentExtensible w16cex:durableId="${durableId}" w16cex:dateUtc="${at}"/></w16cex:commentsExtensible>`)
    return id
  }
  return {
    parts,
    reply: (to, text, by) => {
      const above = commentOf(parts, to)
      const id = add(text, by, above.paraId)
      replaced(parts, BODY, `<w:commentRangeStart w:id="${above.id}"/>`,
        `<w:commentRangeStart w:id="${above.id}"/><w:commentRangeStart w:id="${id}"/>`)
      replaced(parts, BODY, `<w:commentReference w:id="${above.id}"/></w:r>`,
        `<w:commentReference w:id="${above.id}"/></w:r><w:commentRangeEnd w:id="${id}"/>${reference(id)}`)
    },
    resolve: (words) => {
      const { paraId } = commentOf(parts, words)
      const [found = ''] = RegExp(`<w15:commentEx w15:paraId="${paraId}"[^>]*/>`).exec(part(parts, 'word/commentsExtended.xml')) ?? []
      replaced(parts, 'word/commentsExtended.xml', found, found.replace('w15:done="0"', 'w15:done="1"'))
    },
    remove: (words) => {
      const { id, xml } = commentOf(parts, words)
      replaced(parts, COMMENTS, xml, '')
      for (const name of ['commentRangeStart', 'commentRangeEnd', 'commentReference'])
        replaced(parts, BODY, `<w:${name} w:id="${id}"/>`, '')
    },
    reword: (from, to) => replaced(parts, COMMENTS, escaped(from), escaped(to)),
    comment: (from, to, text, by) => {
      const id = add(text, by, null)
      const { end } = runOf(parts, to)
      const { start } = runOf(parts, from)
      const body = part(parts, BODY)
      parts[BODY] = `${body.slice(0, start)}<w:commentRangeStart w:id="${id}"/>${body.slice(start, end)}<w:commentRangeEnd w:id="${id}"/>${
        reference(id)
      }${body.slice(end)}`
    },
    change: (before, struck, added, by) => {
      change(parts, { before, struck, added }, by, next += 2)
    }
  }
}

/** One deed in Word, as a file of deeds has it. */
export type Deed =
  | ({ readonly do: 'reply'; readonly to: string; readonly text: string } & Hand)
  | { readonly do: 'resolve' | 'remove'; readonly words: string }
  | { readonly do: 'reword'; readonly from: string; readonly to: string }
  | ({ readonly do: 'comment'; readonly from: string; readonly to: string; readonly text: string } & Hand)
  | ({ readonly do: 'change'; readonly before: string; readonly struck: string; readonly added: string } & Hand)

/** Does deeds in their order. */
export const doDeeds = (word: WordAtWork, deeds: readonly Deed[]): void => {
  for (const deed of deeds) {
    if (deed.do === 'reply') word.reply(deed.to, deed.text, deed)
    else if (deed.do === 'comment') word.comment(deed.from, deed.to, deed.text, deed)
    else if (deed.do === 'change') word.change(deed.before, deed.struck, deed.added, deed)
    else if (deed.do === 'reword') word.reword(deed.from, deed.to)
    else word[deed.do](deed.words)
  }
}
