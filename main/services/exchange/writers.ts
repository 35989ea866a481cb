import { createHash } from 'node:crypto'
import type { WrittenFormat } from '#contract/exchange'
import { writeJson } from '../../domain/exchange/json/write-json'
import { writeW3c } from '../../domain/exchange/w3c/write-w3c'
import type { WorkWriter } from '../../domain/exchange/written-file'

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64')

/** Every format that can be written; each writer is loaded when it is first asked for. */
export const WRITERS: Readonly<Record<WrittenFormat, () => Promise<WorkWriter>>> = {
  json: () => Promise.resolve(writeJson),
  w3c: () => Promise.resolve(writeW3c),
  docx: async () => (await import('./write-docx')).writeDocx,
  xlsx: async () => (await import('../../domain/exchange/tables/write-xlsx')).writeXlsx,
  csv: async () => (await import('../../domain/exchange/tables/write-csv')).writeCsv,
  markdown: async () => (await import('../../domain/exchange/pages/write-markdown')).writeMarkdown,
  html: async () => (await import('../../domain/exchange/pages/write-html')).htmlWriter(digest)
}
