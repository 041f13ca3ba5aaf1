import { expect, test } from 'vitest'
import { blocksOfHtml } from './html'

const textsOf = (html: string) => blocksOfHtml(html).blocks.map(({ text }) => text)

test.each([
  ['is collapsed', '<p> a \n\t b <i> c</i> d </p>', ['a b c d']],
  ['joins nothing', '<p>a<i>b</i> <b> </b><b>c</b></p>', ['ab c']],
  [
    'that does not break is kept',
    '<p>10&nbsp;000&#8239;km &nbsp; x</p>',
    ['10\u00a0000\u202fkm \u00a0 x'],
  ],
  ['goes around line breaks', '<p>a <br> b<br/>c<br></p>', ['a\nb\nc']],
  ['that is a blank line parts blocks', '<p>a<br> <br>b<br>&nbsp;<br>c</p>', ['a', 'b', 'c']],
  ['in pre is kept', '<pre>a\n  b\tc\n</pre>', ['a\n  b\tc']],
  ['that a style keeps is kept', '<p style="white-space:pre-wrap">a  b\nc</p>', ['a  b\nc']],
  [
    'is inherited',
    '<pre>a  b<i>  c</i><u style="white-space:normal">  d  e</u></pre>',
    ['a  b  c d e'],
  ],
  ['is none between Chinese lines', '<p>大桥\n  关闭 了</p>', ['大桥关闭 了']],
  ['parts Korean words', '<p>다리가\n닫혔다</p>', ['다리가 닫혔다']],
  ['that cannot be seen stays', '<p>a\u200bb\u00adc\u200fd</p>', ['a\u200bb\u00adc\u200fd']],
])('white space %s', (_what, html, texts) => {
  expect(textsOf(html)).toEqual(texts)
})
