/** What the sign of a tag shows. */
export interface TagSign {
  readonly name: string
  readonly colour: string
  readonly underline: string
  readonly letter: string
}

/** The sign of a tag: its colour, its kind of underline and its letter, so that no meaning hangs on colour alone. */
export const TagMark = ({ tag }: { readonly tag: TagSign | null }) => (
  <span className="tag-mark" data-colour={tag?.colour ?? 'grey'} data-underline={tag?.underline ?? 'solid'} title={tag?.name ?? 'No tag'}>
    <span aria-hidden="true">{tag?.letter ?? '·'}</span>
    <span className="tag-name">{tag?.name ?? 'No tag'}</span>
  </span>
)
