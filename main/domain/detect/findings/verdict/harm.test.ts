import { describe, expect, it } from 'vitest'
import { comparedGroups } from './direction'
import { harmOf } from './harm'

describe('harm', () => {
  it.each([
    'Three deaths were reported in the Corvestat arm.',
    'A patient in the high-dose cohort died after the second dose.',
    'There was one fatal reaction.',
    'Seven participants withdrew due to adverse events.',
    'Dosing was stopped because of liver toxicity in two patients.',
    'Adverse events led to discontinuation in 12% of patients on Corvestat.',
    'The FDA placed the trial on clinical hold after a case of liver failure.',
    'Enrolment was paused by the safety committee because of two cases of sepsis.',
    'More infections were seen on Corvestat than on placebo.',
    'There was an imbalance in deaths against the control arm.',
    'Two dose-limiting toxicities were observed at 40 mg.'
  ])('is seen: %s', (text) => expect(harmOf(text)).toBe('seen'))
  it.each([
    'No deaths were reported.',
    'There were no treatment-related deaths.',
    'There was no dose-limiting toxicity at any dose.',
    'No patient stopped treatment because of side effects.',
    'None of the participants experienced a serious adverse event.',
    'Treatment-related serious adverse events were not observed.',
    'The doses were given without any serious adverse events.'
  ])('is said to be absent: %s', (text) => expect(harmOf(text)).toBe('absent'))
  it.each(['One patient died in a car accident, which was judged unrelated to Corvestat.', 'Two patients died of underlying disease.'])(
    'is excused: %s',
    (text) => expect(harmOf(text)).toBe('excused')
  )
  it.each([
    'Corvestat reduces the risk of death in mice.',
    'Heart disease is the leading cause of death.',
    'Corvestat may cause serious adverse events.',
    'If a patient died, the trial would be stopped.',
    'The FDA lifted the clinical hold on Corvestat.'
  ])('is not told: %s', (text) => expect(harmOf(text)).toBeNull())
})

describe('the direction of what two groups are compared by', () => {
  it.each([
    ['Mortality was 12% in the Corvestat arm and 7% in the placebo arm.', -1],
    ['The incidence of bleeding was 9% on Corvestat versus 4% on placebo.', -1],
    ['The rate of relapse was 10% with Corvestat versus 22% with placebo.', 1],
    ['On placebo 22% and on Corvestat 10% of patients had a relapse.', 1],
    ['The response rate was 41% in the Corvestat arm and 22% in the placebo arm.', 1],
    ['The response rate was 18% for Corvestat compared with 25% for placebo.', -1],
    ['Overall survival was 9.1 months with Corvestat versus 11.4 months with placebo.', -1],
    ['Progression-free survival was 8 months with Corvestat versus 5 months with placebo.', 1],
    ['Loss of response was seen in 9% on Corvestat and 30% on placebo.', 1],
    ['The rate of infection was 5% on Corvestat and 5% on placebo.', 0],
    ['The score was 18% in the Corvestat arm and 25% in the placebo arm.', 'unknown'],
    ['The response rate was 41% at week 4 and 45% at week 8.', null]
  ])('%s', (text, direction) => expect(comparedGroups(text)).toBe(direction))
})
