/** The last part of a path, whichever way its separators lean. */
export const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path
