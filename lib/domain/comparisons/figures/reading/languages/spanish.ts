import { vocabulary } from './vocabulary'

/** Spanish, with the long scale: a billón is a million millones. */
export const SPANISH = vocabulary({
  decimal: ',',
  numbers:
    'cero 0, dos 2, tres 3, cuatro 4, cinco 5, seis 6, siete 7, ocho 8, nueve 9, diez 10, once 11, doce 12, trece 13, catorce 14, quince 15, dieciséis 16, diecisiete 17, dieciocho 18, diecinueve 19, veinte 20, veintiuno 21, veintiún 21, veintidós 22, veintitrés 23, veinticuatro 24, veinticinco 25, veintiséis 26, veintisiete 27, veintiocho 28, veintinueve 29, treinta 30, cuarenta 40, cincuenta 50, sesenta 60, setenta 70, ochenta 80, noventa 90, cien 100, ciento 100, doscientos 200, doscientas 200, trescientos 300, trescientas 300, cuatrocientos 400, cuatrocientas 400, quinientos 500, quinientas 500, seiscientos 600, seiscientas 600, setecientos 700, setecientas 700, ochocientos 800, ochocientas 800, novecientos 900, novecientas 900',
  ones: 'uno',
  articles: 'un una',
  scales:
    'mil 1000, millón 1000000, millones 1000000, millardo 1000000000, billón 1000000000000, billones 1000000000000',
  joiners: 'y',
  parts: 'mitad 2, tercio 3, tercios 3, cuarto 4, cuartos 4, quinto 5, quintos 5, décimo 10',
  multiples: 'duplicó 2, duplicado 2, triplicó 3, triplicado 3, doble 2, triple 3',
  times: / veces(?= (?:más|mayor|superior|la|el|lo))/iuy,
  months:
    'enero|ene febrero|feb marzo abril mayo junio julio agosto septiembre|setiembre|sept octubre|oct noviembre|nov diciembre|dic',
  hedges: {
    about: 'unos|unas|alrededor de|aproximadamente|en torno a|cerca de',
    nearly: 'casi',
    over: 'más de',
    'at least': 'al menos|por lo menos|como mínimo',
    under: 'menos de',
    'at most': 'hasta|como máximo',
  },
  beforeYear: 'en|desde|de|del|hasta|antes de|después de|hacia|año|entre|y|a',
  between: 'entre|de',
  and: 'y',
  to: 'a|y',
  changes: 'pas[óa]|pasaron|subi\\w+|aument\\w+|baj\\w+|cay\\w+|creci\\w+|disminuy\\w+',
  ageAfter: /(?!)/y,
  ageBefore: 'a la edad de|edad de',
  empty:
    'el la los las un una unos unas de del al y o pero en con por para sin que es son era eran fue fueron ha han había se su sus no más menos como entre desde hasta este esta ese esa lo le les cada',
})
