/** One thing to know of what was typed: what it is, and what to write instead. */
export interface Hint {
  readonly message: string
  readonly remedy: string
}

/** What to know of what was typed, as quiet lines that are read out once they appear. */
export const Hints = ({ hints }: { readonly hints: readonly Hint[] }) => (
  <div className="query-hints" role="status">
    {hints.map(({ message, remedy }) => (
      <p key={message}>
        <strong>{message}</strong> {remedy}
      </p>
    ))}
  </div>
)
