/** Characters that are not seen and would cut a word in two, and the private-use marks that snippets are cut with. */
// eslint-disable-next-line no-control-regex -- control characters are among what it looks for
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ue000\ue001]|[\u00ad\u061c\u180e\u200b-\u200f]|[\u202a-\u202e\u2060-\u2064\u2066-\u206f]|\ufeff|[\ufe00-\ufe0f]|[\u{e0000}-\u{e007f}]/gu

/** Letters of other scripts that look like a Latin one, each before its likeness, by Unicode's table of confusables (UTS #39). */
const PAIRS = 'аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw οo αa ιi νv ρp τt υu κk ɡg ıi '
  + 'АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT ХX ҮY ԜW ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX'
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(PAIRS.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]))

const LATIN = /[A-Za-z]/
const OTHER = /[\u0370-\u03ff\u0400-\u052f\u0131\u0261]/

/** A word that mixes Latin with look-alikes of another script was meant to be read as Latin; a whole Greek word was not. */
const unmask = (word: string): string =>
  LATIN.test(word) && OTHER.test(word) ? [...word].map((letter) => LOOK_ALIKES.get(letter) ?? letter).join('') : word

/**
 * The words by which a text is searched: compatibility forms resolved (NFKC), unseen characters left out, and look-alike
 * letters inside Latin words made Latin. For searching and never for showing; offsets into it mean nothing elsewhere.
 */
export const foldForSearch = (text: string): string => {
  const seen = text.replace(UNSEEN, '').normalize('NFKC')
  return OTHER.test(seen) ? seen.replace(/[\p{L}\p{M}]+/gu, unmask) : seen
}

const PLAIN = /^[\t\n\r -~\u00a0\u2018\u2019\u201c\u201d\u2013\u2014\u2022]*$/

/** As `foldForSearch`; null where the text is searched by its own words, as nearly every text is. */
export const foldedOrNull = (text: string): string | null => {
  if (PLAIN.test(text)) return null
  const folded = foldForSearch(text)
  return folded === text ? null : folded
}
