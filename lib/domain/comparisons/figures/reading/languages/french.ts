import { vocabulary } from './vocabulary'

/** French, with the long scale: a milliard is a thousand millions, and a billion a thousand milliards. */
export const FRENCH = vocabulary({
  decimal: ',',
  numbers:
    'zéro 0, deux 2, trois 3, quatre 4, cinq 5, six 6, sept 7, huit 8, neuf 9, dix 10, onze 11, douze 12, treize 13, quatorze 14, quinze 15, seize 16, vingt 20, trente 30, quarante 40, cinquante 50, soixante 60, septante 70, quatre-vingt 80, quatre-vingts 80, huitante 80, nonante 90, cent 100, cents 100',
  ones: '',
  articles: 'un une',
  scales:
    'mille 1000, million 1000000, millions 1000000, milliard 1000000000, milliards 1000000000, billion 1000000000000, billions 1000000000000',
  joiners: 'et',
  parts:
    'moitié 2, tiers 3, quart 4, quarts 4, cinquième 5, cinquièmes 5, sixième 6, dixième 10, dixièmes 10',
  multiples: 'doublé 2, triplé 3, quadruplé 4, double 2, triple 3',
  times: / fois(?= (?:plus|moins|le|la|les|supérieure?s?))/iuy,
  months:
    'janvier|janv février|févr mars avril mai juin juillet août septembre|sept octobre|oct novembre|nov décembre|déc',
  hedges: {
    about: 'environ|autour de|quelque|approximativement|à peu près|~|≈',
    nearly: 'près de|presque|quasiment',
    over: "plus de|plus d[’']|au-delà de",
    'at least': 'au moins|au minimum',
    under: "moins de|moins d[’']",
    'at most': "jusqu[’']à|au plus|au maximum",
  },
  beforeYear: "en|depuis|de|dès|avant|après|vers|année|l[’']année|entre|et|à|début|fin|jusqu[’']en",
  between: 'entre|de',
  and: 'et',
  to: 'à|et',
  changes: 'passé\\w*|passe|passer|passent|augment\\w+|baiss\\w+|diminu\\w+|chut\\w+|grimp\\w+',
  ageAfter: /(?!)/y,
  ageBefore: "âgée?s? de|à l[’']âge de",
  empty:
    'le la les un une des du de d l et ou mais à au aux en dans sur sous par pour avec sans que qui est sont était étaient a ont avait il elle ils elles ce cette ces se son sa ses leur leurs ne pas plus moins environ près soit dont après avant depuis',
})
