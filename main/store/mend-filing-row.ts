import { filingParameters, type FilingRecord } from './filings'
import type { WritableDb } from './handles'
import { run } from './sql'

/**
 * Writes all that is known of a filing over the row of that id, or makes the row where it is gone; when it was opened last stays as it
 * stands. What the analyst wrote of it by hand is to be written again after.
 */
export const mendFilingRow = (db: WritableDb, filing: FilingRecord): void => {
  run(db, `INSERT INTO filing (id, file_name, title, company, form, exhibit, accession, cik, filed_at, format, encoding, bytes, sha256,
    text_sha256, submission, warnings, imported_at, opened_at, trashed_at, period, origins, described, described_by, ready)
    VALUES ($id, $fileName, $title, $company, $form, $exhibit, $accession, $cik, $filedAt, $format, $encoding, $bytes, $sha256,
    $textSha256, $submission, $warnings, $importedAt, NULL, $trashedAt, $period, $origins, NULL, $describedBy, 1)
    ON CONFLICT (id) DO UPDATE SET file_name = excluded.file_name, title = excluded.title, company = excluded.company, form = excluded.form,
    exhibit = excluded.exhibit, accession = excluded.accession, cik = excluded.cik, filed_at = excluded.filed_at, format = excluded.format,
    encoding = excluded.encoding, bytes = excluded.bytes, sha256 = excluded.sha256, text_sha256 = excluded.text_sha256,
    submission = excluded.submission, warnings = excluded.warnings, imported_at = excluded.imported_at, trashed_at = excluded.trashed_at,
    period = excluded.period, origins = excluded.origins, described = NULL, described_by = excluded.described_by, ready = 1`,
    filingParameters(filing))
}
