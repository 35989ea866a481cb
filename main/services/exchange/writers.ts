import { createHash } from 'node:crypto'
import type { WrittenFormat } from '#contract/exchange'
import { writeJson } from '../../domain/exchange/json/write-json'
import { writeW3c } from '../../domain/exchange/w3c/write-w3c'
import type { WorkWriter } from '../../domain/exchange/written-file'

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64')

/** A name as a UUID of version 8 (RFC 9562): the first 122 bits that are free of its SHA-256. */
const uuidOf = (name: string): string => {
  const hex = createHash('sha256').update(name, 'utf8').digest('hex')
  const variant = (8 + (parseInt(hex[16] ?? '0', 16) & 3)).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Every format that can be written; each writer is loaded when it is first asked for. */
export const WRITERS: Readonly<Record<WrittenFormat, () => Promise<WorkWriter>>> = {
  json: () => Promise.resolve(writeJson),
  w3c: () => Promise.resolve(writeW3c),
  docx: async () => (await import('./write-docx')).writeDocx,
  xlsx: async () => (await import('../../domain/exchange/tables/write-xlsx')).writeXlsx,
  csv: async () => (await import('../../domain/exchange/tables/write-csv')).writeCsv,
  markdown: async () => (await import('../../domain/exchange/pages/write-markdown')).writeMarkdown,
  html: async () => (await import('../../domain/exchange/pages/write-html')).htmlWriter(digest),
  qdpx: async () => (await import('../../domain/exchange/refi-qda/write-qdpx')).qdpxWriter(uuidOf)
}
