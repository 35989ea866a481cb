import { analyse } from 'scslre'

/**
 * The rule for expressions that `pattern(flags)` reads from a template: like `regexp/no-super-linear-backtracking` with "potential",
 * which sees literals only. The flags must be written out, and a template may hold nothing but its own words.
 */
export const noSuperLinearPattern = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      backtracking: 'This expression may go back over what it has read, over {{characters}}: nothing may, whatever it is given.',
      unread: 'Write the flags of a pattern out, and put nothing into its template: only so can it be proved.',
      madeAgain: 'A pattern in a function is made anew at each call: give it a name at the top of the file.',
      malformed: 'This is no regular expression: {{why}}'
    }
  },
  create: (context) => ({
    TaggedTemplateExpression(node) {
      const { tag, quasi } = node
      if (tag.type !== 'CallExpression' || tag.callee.type !== 'Identifier' || tag.callee.name !== 'pattern') return
      for (let above = node.parent; above !== null; above = above.parent)
        if (/Function/.test(above.type)) context.report({ node, messageId: 'madeAgain' })
      const [flags] = tag.arguments
      if (quasi.expressions.length > 0 || (flags !== undefined && (flags.type !== 'Literal' || typeof flags.value !== 'string'))) {
        context.report({ node, messageId: 'unread' })
        return
      }
      const source = quasi.quasis[0].value.raw.replace(/\n */g, '')
      try {
        const found = analyse({ source, flags: flags?.value ?? '' }, { reportTypes: { Move: false }, assumeRejectingSuffix: true })
        for (const { character } of found.reports)
          context.report({ node, messageId: 'backtracking', data: { characters: `/${character.literal.source}/` } })
      } catch (error) {
        context.report({ node, messageId: 'malformed', data: { why: error.message } })
      }
    }
  })
}
