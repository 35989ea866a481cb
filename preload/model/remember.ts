/**
 * A function that works its answer out once for each object and forgets it with the object. Only for what never changes: the
 * object is compared by identity.
 */
export const onceFor = <K extends object, V>(work: (of: K) => V): (of: K) => V => {
  const known = new WeakMap<K, { readonly answer: V }>()
  return (of) => {
    const kept = known.get(of)
    if (kept) return kept.answer
    const answer = work(of)
    known.set(of, { answer })
    return answer
  }
}

/**
 * A function that gives its last answer again while each of its arguments is the value it was, by identity. For what several
 * parts of the window ask for at the same state.
 */
export const keepLast = <A extends readonly unknown[], V>(work: (...of: A) => V): (...of: A) => V => {
  let last: { readonly of: A; readonly answer: V } | null = null
  return (...of) => {
    if (last?.of.length === of.length && last.of.every((value, at) => Object.is(value, of[at]))) return last.answer
    const answer = work(...of)
    last = { of, answer }
    return answer
  }
}
