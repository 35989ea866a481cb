/** Reads a JSON column that this room wrote itself; `T` is the type that was written. */
export const fromJson = <T>(text: string): T => {
  const value: T = JSON.parse(text)
  return value
}
