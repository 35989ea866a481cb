import { readFileSync } from 'node:fs'

/** Whether a file is a page of the archive about a filing, saved from a browser: Redwell refuses it. */
export const isArchivePage = (path: string): boolean =>
  /<title>EDGAR Filing Documents for\b/i.test(readFileSync(path, 'latin1').slice(0, 16_384))
