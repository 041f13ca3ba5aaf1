import { expect, test } from 'vitest'
import { needsOf, type Standing } from './needs'

const NOTHING: Standing = {
  ...{ state: 'in_check', isEditor: false },
  ...{ asked: 0, toRead: 0, toCheck: 0, undecided: 0 },
}

test.each<[who: string, standing: Partial<Standing>, needs: string[]]>([
  ['somebody whose colleagues are at work', { undecided: 2 }, []],
  ['a writer who is asked', { asked: 2 }, ['Answer 2 queries']],
  ['a checker', { toRead: 1, toCheck: 3 }, ['Read 1 answer', 'Check 3 claims']],
  [
    'its editor',
    { isEditor: true, asked: 1, undecided: 1 },
    ['Answer 1 query', 'Decide 1 suggestion'],
  ],
  ['its editor, to whom it was handed', { isEditor: true, state: 'with_editor' }, ['Sign off']],
  ['another editor, when it was handed to one', { state: 'with_editor' }, []],
])('an article says what it needs of %s', (_, standing, needs) => {
  expect(needsOf({ ...NOTHING, ...standing }).map(({ words }) => words)).toEqual(needs)
})
