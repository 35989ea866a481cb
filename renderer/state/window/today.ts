/** The reader's own day, `YYYY-MM-DD`. */
export const today = (): string => new Date().toLocaleDateString('sv-SE')
