import { Refusal } from '@/lib/domain/refusal'
import { isErrno } from './processes'

/** The one line for what can go wrong on any machine; null for what can only be a mistake in Stet. */
export function explain(error: unknown): string | null {
  if (error instanceof Refusal) return error.message
  if (!(error instanceof Error)) return null
  const { message } = error
  if (isErrno(error, 'ENOSPC', 'EDQUOT', '53100') || /No space left on device/.test(message)) {
    return `The disk is full: ${firstLine(message)}`
  }
  if (isErrno(error, 'EACCES', 'EPERM', 'EROFS')) return `Stet may not do this: ${message}`
  if (
    isErrno(error, 'XX001', 'XX002', '58P01', '58030') ||
    /could not (open|read) file/.test(message)
  ) {
    return `The database is damaged or cannot be read: ${firstLine(message)}`
  }
  if (isErrno(error, 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH')) {
    return `The database cannot be reached: ${message || error.code}`
  }
  if (isErrno(error, '28P01', '28000', '3D000', '42501')) {
    return `The database says: ${message}${detailOf(error)}`
  }
  if (error.name === 'SchemaConnectorError') {
    return `The database cannot be brought to the newest schema: ${firstLine(message)}`
  }
  return null
}

function detailOf(error: object) {
  return 'detail' in error && error.detail ? `. ${error.detail}` : ''
}

/** What the engine says goes on with a trace of itself. */
function firstLine(message: string) {
  const [said = ''] = message.split(/\n {3}\d+:/)
  return said
    .trim()
    .replace(/\s*\n\s*/g, ': ')
    .replace('external connector error: ', '')
}
