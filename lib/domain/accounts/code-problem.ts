import { clockInWords } from './second-factor'

/** Whether the log-in answered about the code, so that the password was right. */
export const isAboutCode = (error: string) => error.startsWith('code-')

/** What was wrong with a code, in words; empty where it was only not given yet, null where this is about something else. */
export function codeProblem(error: string): string | null {
  const clock = /^code-clock(-?\d{1,2})$/.exec(error)?.[1]
  return clock ? clockInWords(Number(clock)) : (PROBLEMS[error] ?? null)
}

const PROBLEMS: Record<string, string> = {
  'code-needed': '',
  'code-wrong':
    'This code opens nothing. The app’s code has six digits; a recovery code opens once. After ten wrong tries an account rests for a quarter of an hour.',
  'code-used': 'This code was used already. Wait for the next one that your app shows.',
  'code-unreadable':
    'Stet cannot read your second factor any more, because the secret of this installation was replaced. Use a recovery code, or ask an admin of your newsroom to reset it.',
}
