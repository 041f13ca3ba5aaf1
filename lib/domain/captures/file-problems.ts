/** What can be wrong with a kept file, in sentences. */
export const FILE_PROBLEMS = {
  gone: 'The kept file is gone from the place where Stet keeps files. Its hash is on record; restore it from a backup.',
  altered:
    'The kept file is not what was kept: its bytes have another hash than the one on record. Restore it from a backup.',
} as const

export type FileProblemKind = keyof typeof FILE_PROBLEMS
