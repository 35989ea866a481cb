import fc from 'fast-check'
import { expect, it } from 'vitest'
import { takeTurns } from './take-turns'

it('lets no more in than it was told, begins in order, and answers each for itself', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 20 }), async (atOnce, steps) => {
      const turns = takeTurns(atOnce)
      const began: number[] = []
      let running = 0
      let most = 0
      const answers = await Promise.allSettled(steps.map((length, n) =>
        turns(async () => {
          began.push(n)
          running += 1
          most = Math.max(most, running)
          for (let step = 0; step < length; step += 1) await Promise.resolve()
          running -= 1
          if (length === 3) throw new Error(String(n))
          return n
        })
      ))
      expect(began).toEqual(steps.map((_length, n) => n))
      expect(most).toBe(Math.min(atOnce, steps.length))
      expect(answers.map((answer) => answer.status === 'fulfilled' ? answer.value : String(answer.reason))).toEqual(
        steps.map((length, n) => length === 3 ? `Error: ${String(n)}` : n)
      )
    })
  )
})
