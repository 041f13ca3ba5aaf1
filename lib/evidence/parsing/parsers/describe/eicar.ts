import { refuse } from './foreign-file'

/** Refuses the test file of anti-virus programs, which is harmless, in the way in which a virus would have to be. */
export function refuseEicar(head: Uint8Array): void {
  if (Buffer.from(head).toString('latin1').trimStart().startsWith(EICAR)) {
    throw refuse(
      'This is the EICAR test file, with which anti-virus programs are tried. Stet does not keep it.',
    )
  }
}

/** In two halves, so that no anti-virus program takes this file for it (eicar.org). */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
