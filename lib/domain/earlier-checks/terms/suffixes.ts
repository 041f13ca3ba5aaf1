/** How the forms of a language’s words are brought to one stem. */
export interface Suffixes {
  /** Endings parted by spaces, folded; behind a stroke what takes an ending’s place. */
  endings: string
  /** What is taken off in front, parted by spaces, the longer first. */
  beginnings?: string
  /** How many letters are left at least. */
  least: number
  /** How often one ending is taken off after another. */
  times: number
}

/** By language (ISO 639-1): endings that say how a word is used in its sentence, and not what it is about. */
export const SUFFIXES: Readonly<Record<string, Suffixes>> = {
  en: {
    endings:
      's es/e ies/y ss/ss us/us ed ing ings y/i e ied/y er ers or ors ion ions ation/at ations/at ational/at ator/at ators/at ative/at ment ments ness ful fulness ousness iveness ly ally ity ities ism ist ists ive al ance ence ances ences ant ent ants ents able ible ous ic ize ise ized ised izing ising',
    least: 3,
    times: 2,
  },
  de: {
    endings:
      'ern em en er es e s n ung ungen heit heiten keit keiten isch ische ischen ischer lich liche lichen licher in innen te ten',
    least: 4,
    times: 2,
  },
  fr: {
    endings:
      's x e es ee ees er ez ent ait aient ant ants ante antes ement ements ation ations ateur atrice ique iques euse euses aux/al ale ales',
    least: 4,
    times: 2,
  },
  es: {
    endings:
      's es o os a as e ar er ir ado ada ados adas ido ida idos idas ando iendo aba aban aron ieron cion ciones mente miento mientos idad idades ico ica icos icas',
    least: 4,
    times: 2,
  },
  tr: {
    endings:
      'lar ler lari leri larin lerin larina lerine larinda lerinde larindan lerinden i u in un nin nun a e ya ye da de ta te dan den tan ten nda nde ndan nden si su sinin sinde sina im um imiz iniz dir dur tir tur di du ti tu mis mus iyor yor acak ecek ligi lugu lik luk li lu ci cu ki yla yle la le',
    least: 3,
    times: 3,
  },
  ru: {
    endings:
      'а я о е и ы у ю ь ам ям ах ях ами ями ом ем ои еи ою ею ов ев ии ия ию ие ием иям иях ыи ии ая яя ое ее ые ого его ому ему ым им ых их ую юю л ла ло ли ть ет ют ут ит ат ят ешь ишь лся лась лось лись тся ться вш вшии ость ости остью ение ения ению ением ании ание ания анию анием ныи ная ное ные ного ному ным ных',
    least: 3,
    times: 2,
  },
  ar: {
    beginnings: 'وال بال كال فال لل ال و',
    endings: 'ها ان ات ون ين يه ه ي هم كم نا تين',
    least: 3,
    times: 1,
  },
}
