/** The largest file that is read, in bytes: the largest submissions of the archive stay below it. */
export const LARGEST_FILE = 200 * 1024 * 1024

/** The same in words. */
export const LARGEST_FILE_WORDS = `${String(LARGEST_FILE / 1024 / 1024)} MB`
