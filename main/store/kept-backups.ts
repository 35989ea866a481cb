import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the backups within the data folder. */
export const BACKUPS_FOLDER = 'backups'

const NAME = /^library-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.db$/

/** The name of a backup made at a time, ISO 8601 in UTC. */
export const backupNameAt = (at: string): string => `library-${at.slice(0, 19).replace(/[-:]/g, '')}Z.db`

/** When the backup of a name was made, in ms since 1970. */
export const timeOfBackup = (name: string): number => Date.parse(name.replace(NAME, '$1-$2-$3T$4:$5:$6Z'))

/** The paths of the backups of a data folder, the newest first by the time in their names. */
export const listBackups = (dataFolder: string): readonly string[] => {
  const folder = join(dataFolder, BACKUPS_FOLDER)
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => NAME.test(name)).sort().reverse().map((name) => join(folder, name))
}
