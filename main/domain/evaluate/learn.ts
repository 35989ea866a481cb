/** An example to learn from: the numbers of its features, whether the answer is yes, and what it weighs. */
export interface Example {
  readonly features: Uint32Array
  readonly yes: boolean
}

/** What was learnt: a weight for each feature and one for every sentence alike. */
export interface Learnt {
  readonly bias: number
  readonly weights: Float64Array
}

const ROUNDS = 40
const RATE = 0.15

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value))

/** The log odds that a learnt model gives to some features. */
export const oddsOf = (learnt: Learnt, features: Uint32Array): number => {
  let sum = learnt.bias
  for (const feature of features) sum += learnt.weights[feature] ?? 0
  return sum
}

/**
 * Logistic regression with a penalty on the squares of the weights (`strength`), by the adaptive gradient over the examples in their order:
 * the same examples give the same weights. `count` is the number of features.
 */
export const learn = (examples: readonly Example[], count: number, strength: number): Learnt => {
  const weights = new Float64Array(count)
  const squares = new Float64Array(count).fill(1)
  const last = new Uint32Array(count)
  let bias = 0
  let biasSquare = 1
  let step = 0
  const penalty = strength / Math.max(1, examples.length)
  for (let round = 0; round < ROUNDS; round += 1) {
    // A fixed stride visits every example once a round, far from its neighbours of the same filing.
    const stride = strideOf(examples.length)
    for (let at = 0, index = 0; at < examples.length; at += 1, index = (index + stride) % examples.length) {
      const example = examples[index]
      if (!example) continue
      step += 1
      let sum = bias
      for (const feature of example.features) {
        const idle = step - (last[feature] ?? 0)
        const rate = RATE / Math.sqrt(squares[feature] ?? 1)
        // What the penalty took while the feature was not met.
        weights[feature] = (weights[feature] ?? 0) * Math.max(0, 1 - rate * penalty * idle)
        last[feature] = step
        sum += weights[feature] ?? 0
      }
      const gradient = sigmoid(sum) - (example.yes ? 1 : 0)
      biasSquare += gradient * gradient
      bias -= RATE / Math.sqrt(biasSquare) * gradient
      for (const feature of example.features) {
        squares[feature] = (squares[feature] ?? 1) + gradient * gradient
        weights[feature] = (weights[feature] ?? 0) - RATE / Math.sqrt(squares[feature] ?? 1) * gradient
      }
    }
  }
  return { bias, weights }
}

const common = (a: number, b: number): number => b === 0 ? a : common(b, a % b)

/** A step with no common divisor, about three fifths of the count. */
const strideOf = (count: number): number => {
  let stride = Math.max(1, Math.floor(count * 0.618))
  while (stride > 1 && common(stride, count) !== 1) stride -= 1
  return stride
}
