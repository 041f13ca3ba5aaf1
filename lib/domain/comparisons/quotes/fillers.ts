import { tokensOf } from '../../text/tokens'

/**
 * What is said while a speaker looks for words, a language a row, phrases parted by commas. Only what carries no meaning
 * where it can be left out: *so* may be a reason, and *actually* a contradiction.
 */
const FILLERS = [
  'uh, uhh, um, umm, uhm, er, erm, eh, ah, hm, hmm, mm, mhm, huh, you know, i mean, you see, sort of, kind of, like, well, right, okay, ok, oh',
  'äh, ähm, öh, hm, halt, eben, also, na ja, naja, sozusagen, quasi, weißt du, wissen sie, sagen wir mal',
  'euh, heu, hein, ben, bah, bon, enfin, quoi, tu vois, vous voyez, vous savez, tu sais, disons, genre',
  'eh, este, o sea, pues, bueno, digamos, ¿sabes, sabes, a ver',
  'ehm, cioè, insomma, allora, diciamo, tipo',
  'né, tipo assim, quer dizer, sabe, hã',
  'ııı, eee, ıı, şey, yani, hani, işte, mesela, nasıl desem, ya',
  'э, ээ, эээ, эм, ну, вот, как бы, типа, это самое, значит, в общем, так сказать, знаете, понимаете',
  'آه, اه, اممم, امم, يعني, طيب, مثلا, شوف',
  '嗯, 呃, 啊, 哦, 额, 唔, 那个, 这个, 就是, 就是说, 然后呢, 你知道',
  'えーと, ええと, えっと, あの, あのー, まあ, その, なんか',
  '음, 어, 그, 저기, 뭐',
]

/** By the first word of each phrase, the longest first. */
const PHRASES = phrases()

/** How many of these words, from an index on, are one filler; 0 if there is none. */
export function fillerLengths(keys: readonly string[], from: number): number {
  const phrase = PHRASES.get(keys[from] ?? '')?.find((words) =>
    words.every((word, step) => keys[from + step] === word),
  )
  return phrase?.length ?? 0
}

function phrases(): Map<string, string[][]> {
  const found = new Map<string, string[][]>()
  for (const phrase of FILLERS.flatMap((row) => row.split(', '))) {
    const words = tokensOf(phrase).map(({ key }) => key)
    const [first = ''] = words
    const list = [...(found.get(first) ?? []), words]
    found.set(
      first,
      list.sort((one, other) => other.length - one.length),
    )
  }
  return found
}
