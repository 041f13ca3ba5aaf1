import { vocabulary } from './vocabulary'

/** German, with the long scale: a Milliarde is a thousand Millionen, and a Billion a thousand Milliarden. */
export const GERMAN = vocabulary({
  decimal: ',',
  isCompounding: true,
  numbers:
    'null 0, ein 1, eins 1, zwei 2, drei 3, vier 4, fünf 5, sechs 6, sieben 7, acht 8, neun 9, zehn 10, elf 11, zwölf 12, dreizehn 13, vierzehn 14, fünfzehn 15, sechzehn 16, siebzehn 17, achtzehn 18, neunzehn 19, zwanzig 20, dreißig 30, dreissig 30, vierzig 40, fünfzig 50, sechzig 60, siebzig 70, achtzig 80, neunzig 90, hundert 100',
  ones: 'eins',
  articles: 'ein eine einer einem einen',
  scales:
    'tausend 1000, million 1000000, millionen 1000000, milliarde 1000000000, milliarden 1000000000, billion 1000000000000, billionen 1000000000000',
  joiners: '',
  parts: 'hälfte 2, drittel 3, viertel 4, fünftel 5, sechstel 6, achtel 8, zehntel 10',
  multiples:
    'verdoppelt 2, verdoppelte 2, verdreifacht 3, verdreifachte 3, vervierfacht 4, doppelt 2, halbiert 1/2',
  times: /[- ]?(?:fache[ns]?|fach|mal(?= (?:so|mehr)))(?!\p{L})/iuy,
  months:
    'januar|jänner|jan februar|feb märz april|apr mai juni juli august|aug september|sept oktober|okt november|nov dezember|dez',
  hedges: {
    about: 'etwa|rund|ungefähr|ca\\.?|circa|zirka|gut|an die|schätzungsweise',
    nearly: 'knapp|fast|beinahe|nahezu',
    over: 'mehr als|über',
    'at least': 'mindestens|wenigstens|nicht weniger als',
    under: 'weniger als|unter',
    'at most': 'bis zu|höchstens|maximal|nicht mehr als',
  },
  beforeYear: 'in|im|im Jahre?|Jahre?|seit|bis|von|vor|nach|ab|um|Anfang|Ende|Mitte|zwischen|und',
  between: 'zwischen|von',
  and: 'und',
  to: 'bis|und',
  changes:
    'stieg|stiegen|steigt|gestiegen|sank|sanken|gesunken|fiel|fielen|gefallen|wuchs|wuchsen|gewachsen|erhöht\\w*|verringert\\w*',
  ageAfter: /[- ]?(?:Jahre alt|-?jährige[rnms]?|-?jährig)(?!\p{L})/iuy,
  ageBefore: 'im Alter von',
  empty:
    'der die das den dem des ein eine einer eines einem einen und oder aber im in an am auf zu zum zur bei mit von vom für aus als nach vor über unter um bis seit ist sind war waren wurde wurden hat haben hatte wird werden sein sich nicht er sie es wir ihr dass weil wenn etwa rund mehr weniger nur noch schon pro je jahr jahre',
})
