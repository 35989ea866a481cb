/** What painting a surface anew comes to: what stays, what goes on, what comes off. */
export interface Difference<S, P> {
  /** The paint as it stands afterwards, by the key of its stroke; strokes that were there before keep their very paint. */
  readonly after: ReadonlyMap<string, P>
  readonly added: readonly P[]
  readonly removed: readonly P[]
  /** The strokes that could not be painted, since nothing of them is shown. */
  readonly unseen: readonly S[]
}

/**
 * Compares the paint of a surface with the strokes that are wanted on it. `paint` is called for new strokes alone and answers
 * null where nothing of a stroke is shown; strokes of one key are painted once.
 */
export const difference = <S, P>(before: ReadonlyMap<string, P>, wanted: readonly S[], keyOf: (stroke: S) => string,
  paint: (stroke: S) => P | null): Difference<S, P> => {
  const after = new Map<string, P>()
  const added: P[] = []
  const unseen: S[] = []
  for (const stroke of wanted) {
    const key = keyOf(stroke)
    if (after.has(key)) continue
    const kept = before.get(key)
    const made = kept ?? paint(stroke)
    if (made === null) unseen.push(stroke)
    else after.set(key, made)
    if (kept === undefined && made !== null) added.push(made)
  }
  const removed = [...before].flatMap(([key, old]) => (after.has(key) ? [] : [old]))
  return { after, added, removed, unseen }
}
