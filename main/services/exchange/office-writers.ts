import type { ExportFormat } from '#contract/exchange'
import type { WorkWriter } from '../../domain/exchange/written-file'

/** The formats that are written here; each is loaded when it is first asked for, since the libraries behind some are large. */
export const OFFICE_WRITERS = {
  docx: async (): Promise<WorkWriter> => (await import('./write-docx')).writeDocx,
  xlsx: async (): Promise<WorkWriter> => (await import('../../domain/exchange/tables/write-xlsx')).writeXlsx,
  csv: async (): Promise<WorkWriter> => (await import('../../domain/exchange/tables/write-csv')).writeCsv
} as const satisfies Partial<Record<ExportFormat, () => Promise<WorkWriter>>>
