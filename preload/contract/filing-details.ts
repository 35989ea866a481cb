/** What the analyst may write where the header says nothing or errs; null takes the header's word again. `filedAt` and `period` are `YYYY-MM-DD`. */
export interface FilingDetails {
  readonly title: string | null
  readonly company: string | null
  readonly form: string | null
  readonly exhibit: string | null
  readonly cik: string | null
  readonly accession: string | null
  readonly filedAt: string | null
  readonly period: string | null
}
