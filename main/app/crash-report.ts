import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How many reports are kept; the oldest go first. */
const KEPT_REPORTS = 20

/** What a report says of the program that wrote it. */
export interface ProgramFacts {
  readonly version: string
  readonly runtime: string
  readonly platform: string
}

/** Something that went wrong in a way nobody foresaw. */
export interface Incident {
  /** Where it happened, such as "main process" or "window". */
  readonly place: string
  readonly error: unknown
  readonly at: Date
}

/** The text of a report: plain, readable, with no word of any filing or note. */
export const crashReport = (incident: Incident, facts: ProgramFacts): string => {
  const { error } = incident
  const detail = error instanceof Error ? error.stack ?? `${error.name}: ${error.message}` : String(error)
  return [
    'Redwell crash report',
    `When:     ${incident.at.toISOString()}`,
    `Where:    ${incident.place}`,
    `Redwell:  ${facts.version}`,
    `Runtime:  ${facts.runtime}`,
    `System:   ${facts.platform}`,
    '',
    detail,
    ''
  ].join('\n')
}

/** Writes a report into `folder`, removes the oldest beyond the number kept, and gives its path; null where it cannot be written. */
export const writeCrashReport = (folder: string, incident: Incident, facts: ProgramFacts): string | null => {
  const file = join(folder, `${incident.at.toISOString().replaceAll(/[:.]/g, '-')}.txt`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, crashReport(incident, facts))
    const kept = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort()
    for (const name of kept.slice(0, Math.max(0, kept.length - KEPT_REPORTS))) rmSync(join(folder, name))
    return file
  } catch {
    return null
  }
}
