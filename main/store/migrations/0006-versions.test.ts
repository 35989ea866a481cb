import { expect, it } from 'vitest'
import type { Placement } from '#contract/version'
import { deleteFilingLink, FILING_LINK_QUERIES, getFilingLink, listLinksToNewer, listLinksToOlder, putFilingLink } from '../filing-links'
import { migrate, schemaVersion } from '../migrate'
import { getPlacement, PLACEMENT_QUERIES, placementsIn, placementsOfAll, putPlacement } from '../placements'
import { queryPlan } from '../sql'
import { databaseAtVersion } from '../temporary-database'

const atVersionSix = () => {
  const db = databaseAtVersion(5)
  for (const id of ['old', 'new']) {
    db.prepare(`INSERT INTO filing (id, file_name, title, format, bytes, sha256, text_sha256, submission, warnings, imported_at, ready)
      VALUES (?, 'a.htm', 'A', 'html', 1, ?, ?, 'null', '[]', '2026-01-01', 1)`).run(id, id, id)
  }
  db.prepare(
    `INSERT INTO annotation (id, filing_id, source_start, source_end, exact, prefix, suffix, words, section_path, text_sha256, parser_version, verdict, created_at, modified_at, rev)
    VALUES ('mark', 'old', 1, 2, 'a', '', '', 'a', '[]', 'old', 1, 'intact', '2026-01-01', '2026-01-01', 1)`
  ).run()
  migrate(db, 6)
  return db
}

const waiting: Placement = {
  annotationId: 'mark',
  filingId: 'new',
  verdict: 'number-changed',
  state: 'waiting',
  soughtFor: 'key',
  modifiedAt: '2026-01-02',
  selectors: { position: { start: 4, end: 9 }, quote: { exact: 'words', prefix: 'a ', suffix: ' b' }, sectionPath: ['Item 1'],
    textSha256: 'new', parserVersion: 3 }
}

it('keeps links between filings, each kind by itself', () => {
  const db = atVersionSix()
  expect(schemaVersion(db)).toBe(6)
  putFilingLink(db, { olderId: 'old', newerId: 'new', kind: 'version', linkedAt: '2026-01-02' })
  putFilingLink(db, { olderId: 'old', newerId: 'new', kind: 'family', linkedAt: '2026-01-03' })
  expect(listLinksToOlder(db, 'new').map(({ kind }) => kind)).toEqual(['version', 'family'])
  expect([listLinksToOlder(db, 'old'), listLinksToNewer(db, 'old').length]).toEqual([[], 2])
  deleteFilingLink(db, 'old', 'new', 'version')
  expect([getFilingLink(db, 'old', 'new', 'version'), getFilingLink(db, 'old', 'new', 'family')?.linkedAt]).toEqual([undefined,
    '2026-01-03'])
})

it('keeps the place of an annotation in another filing as it was given, until the annotation goes', () => {
  const db = atVersionSix()
  putPlacement(db, { ...waiting, selectors: null, verdict: 'gone' })
  putPlacement(db, waiting)
  expect([getPlacement(db, 'mark', 'new'), placementsOfAll(db, ['mark']), placementsIn(db, 'new').get('mark')]).toEqual([waiting, [waiting],
    waiting])
  db.prepare('DELETE FROM annotation').run()
  expect(placementsIn(db, 'new').size).toBe(0)
})

it('finds both by an index', () => {
  const db = atVersionSix()
  const plans = [...Object.values(PLACEMENT_QUERIES), ...Object.values(FILING_LINK_QUERIES)].map((sql) =>
    queryPlan(db, sql, { filingId: 'new', annotationId: 'mark' }).join('; ')
  )
  for (const plan of plans) expect(plan).not.toContain('SCAN')
})
